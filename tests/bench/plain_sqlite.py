"""What is compared with: plain sqlite3 with the settings of the ledger's own connection."""

import sqlite3
from pathlib import Path


def connected(path: Path, *, durable: bool) -> sqlite3.Connection:
    """Open a file as the ledger's writer does, without anything above SQLite."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
    connection.execute("PRAGMA cache_size=-32000")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection

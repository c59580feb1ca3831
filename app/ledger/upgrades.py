"""Steps that bring an older ledger up to date; each runs in the transaction of the upgrade."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from app.domain.numbers import tail_of
from app.ledger import change_tables
from app.ledger.convert import facts_by_id
from app.ledger.driver import driver
from app.ledger.ledger_key import make_key
from app.ledger.phrases import mention
from app.ledger.tables import fact, metadata, number, superseded

Upgrade = Callable[[Connection], None]
_CHUNK = 5_000


def add_search_and_changes(connection: Connection) -> None:
    """From 1 to 2: search, tags, ids shared by systems, corrections, records of one call."""
    raw = driver(connection)
    raw.execute("ALTER TABLE fact ADD COLUMN tags TEXT")
    raw.execute("ALTER TABLE fact ADD COLUMN call_id TEXT")
    raw.execute("ALTER TABLE number ADD COLUMN tail TEXT NOT NULL DEFAULT ''")
    metadata.create_all(connection)
    raw.execute(change_tables.PHRASE_INDEX)
    for table in (fact, number, superseded):
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    raw.create_function("tail_of", 1, tail_of, deterministic=True)
    raw.execute("UPDATE number SET tail = tail_of(text)")
    _mention_all(connection)


def _mention_all(connection: Connection) -> None:
    rows = driver(connection).execute("SELECT id FROM fact WHERE name <> '' OR note <> ''")
    ids = [row[0] for row in rows.fetchall()]
    for start in range(0, len(ids), _CHUNK):
        facts = facts_by_id(connection, ids[start : start + _CHUNK])
        mention(connection, facts.items())


def add_company(connection: Connection) -> None:
    """From 2 to 3: the company's plan server, and whose word each statement is."""
    raw = driver(connection)
    for table in ("plan_entry", "seats", "annual_seats", "link"):
        if table == "seats":
            raw.execute("ALTER TABLE seats ADD COLUMN without_bundle INTEGER NOT NULL DEFAULT 0")
        raw.execute(f"ALTER TABLE {table} ADD COLUMN origin INTEGER NOT NULL DEFAULT 0")
    metadata.create_all(connection)
    make_key(connection)


def add_connections(connection: Connection) -> None:
    """From 3 to 4: accounts at providers that are read here."""
    metadata.create_all(connection)


def drop_notices(connection: Connection) -> None:
    """From 4 to 5: what was told is remembered in the settings."""
    driver(connection).execute("DROP TABLE IF EXISTS notice")


_OPEN_CALL = (
    "source TEXT NOT NULL DEFAULT 'hook'",
    "phase TEXT NOT NULL DEFAULT ''",
    "name TEXT NOT NULL DEFAULT ''",
    "seen_us INTEGER NOT NULL DEFAULT 0",
    "boot TEXT NOT NULL DEFAULT ''",
    "answered_running_us INTEGER NOT NULL DEFAULT 0",
    "answered_awake_us INTEGER NOT NULL DEFAULT 0",
    "seen_running_us INTEGER NOT NULL DEFAULT 0",
    "seen_awake_us INTEGER NOT NULL DEFAULT 0",
)


def add_live_calls(connection: Connection) -> None:
    """From 5 to 6: what is known of a call that goes on, calls that ended, ends nobody heard."""
    raw = driver(connection)
    for column in _OPEN_CALL:
        raw.execute(f"ALTER TABLE open_call ADD COLUMN {column}")
    metadata.create_all(connection)


#: By the version they start from.
UPGRADES: Mapping[int, Upgrade] = {
    1: add_search_and_changes,
    2: add_company,
    3: add_connections,
    4: drop_notices,
    5: add_live_calls,
}

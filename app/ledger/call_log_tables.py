"""Table of the call logs of softphones that are read again and again."""

from sqlalchemy import BLOB, Column, Integer, Table, Text

from app.ledger.tables import metadata

# file: a digest of its path, which may name a person. state: what told it from a later state of
# itself. again_us: when it is to be read again though it did not change, 0 for never.
call_log = Table(
    "call_log",
    metadata,
    Column("file", BLOB, primary_key=True),
    Column("import_id", Integer, nullable=False),
    Column("read_us", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("again_us", Integer, nullable=False),
    sqlite_with_rowid=False,
)

"""Tables of the accounts at providers that are read here, and of how far that is."""

from sqlalchemy import (
    BLOB,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.ledger.tables import metadata

# account: the provider's own id, which the records carry. lacking: rights the key has not, with
# spaces between. trouble: the last round's problem as JSON, '' for none. month_use: what the
# provider counted in a month beside the ledger, as JSON. No key is in here.
connection = Table(
    "connection",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("provider", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    Column("version", Text, nullable=False, server_default=""),
    Column("behind_connect", Integer, nullable=False, server_default="0"),
    Column("subaccounts", Integer, nullable=False, server_default="1"),
    Column("counts_toward", Text, nullable=False, server_default=""),
    Column("zone", Text, nullable=False, server_default=""),
    Column("currency", Text, nullable=False, server_default=""),
    Column("paused", Integer, nullable=False, server_default="0"),
    Column("kept_for_run", Integer, nullable=False, server_default="0"),
    Column("lacking", Text, nullable=False, server_default=""),
    Column("added_us", Integer, nullable=False),
    Column("synced_us", Integer),
    Column("tried_us", Integer),
    Column("due_us", Integer),
    Column("trouble", Text, nullable=False, server_default=""),
    Column("balance", Text, nullable=False, server_default=""),
    Column("balance_currency", Text, nullable=False, server_default=""),
    Column("balance_us", Integer),
    Column("month_use", Text, nullable=False, server_default=""),
    UniqueConstraint("provider", "account"),
)

# One list of a connection. position: where its reader goes on, opaque to all others. entries to
# last_us: the present entries with an id up to counted_id (app/ledger/connections/counting.py).
connection_part = Table(
    "connection_part",
    metadata,
    Column("connection_id", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("position", Text, nullable=False, server_default=""),
    Column("read", Integer, nullable=False, server_default="0"),
    Column("total", Integer),
    Column("whole", Integer, nullable=False, server_default="0"),
    Column("entries", Integer, nullable=False, server_default="0"),
    Column("first_us", Integer),
    Column("last_us", Integer),
    Column("counted_id", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("connection_id", "part"),
    sqlite_with_rowid=False,
)

# A record to be read again, at the earliest at next_us. since_us: when it began, or was first seen.
unfinished_record = Table(
    "unfinished_record",
    metadata,
    Column("connection_id", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("since_us", Integer, nullable=False),
    Column("next_us", Integer, nullable=False),
    Column("step_us", Integer, nullable=False),
    Column("given_up", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("connection_id", "part", "external_id"),
    Index("unfinished_due", "connection_id", "part", "next_us", sqlite_where=text("given_up = 0")),
    sqlite_with_rowid=False,
)

# A record that was not taken, and why: a template and its places as JSON, '' beyond a hundred.
refused_record = Table(
    "refused_record",
    metadata,
    Column("connection_id", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("at_us", Integer, nullable=False),
    PrimaryKeyConstraint("connection_id", "part", "external_id"),
    sqlite_with_rowid=False,
)

# A user of a provider; agent: what their records are called here, whatever they are renamed to.
connection_person = Table(
    "connection_person",
    metadata,
    Column("connection_id", Integer, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("agent", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("numbers", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("connection_id", "external_id"),
    sqlite_with_rowid=False,
)

# A record that its provider deleted; change_id: what made it count no more, NULL for nothing.
withdrawn = Table(
    "withdrawn",
    metadata,
    Column("digest", BLOB, primary_key=True),
    Column("source_id", Integer, nullable=False),
    Column("change_id", Integer),
    Column("gone_us", Integer, nullable=False),
    Index("withdrawn_by_source", "source_id"),
    sqlite_with_rowid=False,
)

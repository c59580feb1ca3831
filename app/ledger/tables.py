"""Tables of the ledger; instants are whole microseconds UTC, money whole nano-units.

Facts are appended and never changed. Charges, totals and crossings are derived and can be rebuilt.
"""

from sqlalchemy import (
    BLOB,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("provider", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("past_allowance", Integer, nullable=False, server_default="0"),
    UniqueConstraint("provider", "account"),
)

# tail: its last digits, the same with and without a country code (app.domain.numbers.tail_of).
number = Table(
    "number",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("tail", Text, nullable=False, server_default=""),
    Index("number_by_tail", "tail"),
)

# person_id: whom this name stands for; an alias points at somebody else's row.
agent = Table(
    "agent",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("person_id", Integer, nullable=False),
    Column("method", Text, nullable=False, server_default="browser"),
    Column("phone", Text, nullable=False, server_default=""),
)

own_number = Table(
    "own_number",
    metadata,
    Column("number_id", ForeignKey("number.id"), primary_key=True),
    Column("person_id", Integer, nullable=False),
)

# One row: who "me" is; rules_version grows with each change of what rating depends on.
profile = Table(
    "profile",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("me_id", Integer, nullable=False),
    Column("rules_version", Integer, nullable=False, server_default="0"),
)

fact = Table(
    "fact",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Integer, nullable=False),
    Column("source_id", Integer, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("start_us", Integer, nullable=False),
    Column("talk_us", Integer, nullable=False),
    Column("inbound", Integer, nullable=False),
    Column("own_id", Integer, nullable=False),
    Column("far_id", Integer, nullable=False),
    Column("agent_id", Integer),
    Column("method", Text),
    Column("app_id", Text),
    Column("counts_toward", Text),
    Column("name", Text),
    Column("note", Text),
    Column("counted", Integer),
    Column("reported", Integer),
    Column("encoding", Text),
    Column("units", Integer),
    Column("characters", Integer),
    Column("media", Integer),
    Column("far_region", Text),
    Column("price_nano", Integer),
    Column("currency", Text),
    Column("import_id", Integer),
    Column("tags", Text),
    Column("call_id", Text),
    Index("fact_by_start", "start_us"),
    Index("fact_by_far", "far_id", "start_us"),
    Index("fact_by_call_id", "call_id", sqlite_where=text("call_id <> ''")),
    Index("fact_by_tags", "tags", sqlite_where=text("tags <> ''")),
)

leg = Table(
    "leg",
    metadata,
    Column("fact_id", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("talk_us", Integer, nullable=False),
    Column("origin", Text, nullable=False),
    Column("destination", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("price_nano", Integer),
    Column("currency", Text),
    PrimaryKeyConstraint("fact_id", "position"),
    sqlite_with_rowid=False,
)

# Which version of a record is the present one: the newest fact of an identity.
identity = Table(
    "identity",
    metadata,
    Column("digest", BLOB, primary_key=True),
    Column("fact_id", Integer, nullable=False),
    sqlite_with_rowid=False,
)

superseded = Table(
    "superseded",
    metadata,
    Column("fact_id", Integer, primary_key=True),
    Column("by_id", Integer, nullable=False),
    Index("superseded_by", "by_id"),
)

# How many entries there are and when the first began, by kind (app/ledger/coverage.py).
coverage = Table(
    "coverage",
    metadata,
    Column("kind", Integer, primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("first_us", Integer, nullable=False),
    Column("last_us", Integer, nullable=False),
)

# scope_id: the person, or 0 where the allowance belongs to the account or the pool.
charge = Table(
    "charge",
    metadata,
    Column("kind", Integer, nullable=False),
    Column("scope_id", Integer, nullable=False),
    Column("start_us", Integer, nullable=False),
    Column("tie", Integer, nullable=False),
    Column("fact_id", Integer, nullable=False),
    Column("person_id", Integer, nullable=False),
    Column("draw", Integer, nullable=False),
    Column("units", Integer, nullable=False),
    Column("amount_nano", Integer, nullable=False),
    Column("currency", Text, nullable=False),
    Column("unpriced", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "scope_id", "start_us", "tie", "fact_id"),
    sqlite_with_rowid=False,
)

total = Table(
    "total",
    metadata,
    Column("kind", Integer, nullable=False),
    Column("scope_id", Integer, nullable=False),
    Column("stretch_us", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("person_id", Integer, nullable=False),
    Column("side", Integer, nullable=False),
    Column("currency", Text, nullable=False),
    Column("units", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("amount_nano", Integer, nullable=False),
    Column("unpriced", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "scope_id", "stretch_us", "day", "person_id", "side", "currency"),
    sqlite_with_rowid=False,
)

crossing = Table(
    "crossing",
    metadata,
    Column("kind", Integer, nullable=False),
    Column("scope_id", Integer, nullable=False),
    Column("stretch_us", Integer, nullable=False),
    Column("at_us", Integer, nullable=False),
    Column("tie", Integer, nullable=False),
    Column("fact_id", Integer, nullable=False),
    Column("before", Integer, nullable=False),
    Column("split", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "scope_id", "stretch_us"),
    sqlite_with_rowid=False,
)

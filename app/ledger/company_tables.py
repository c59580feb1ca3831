"""Tables of the company whose plan server this ledger is signed in at, and of what it said."""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from app.ledger.tables import metadata

# One row, made with the ledger, which leaving a company does not clear: secret is 32 random hex
# digits, of which servers get digests alone.
ledger_key = Table(
    "ledger_key",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("random", Text, nullable=False),
    CheckConstraint("id = 1", name="ledger_key_is_one"),
)

# One row while signed in. ledger_id: what names this ledger to the server. The tags are the
# server's, of what was taken up last. taken: a plan book came. trouble: the
# last round's problem as JSON, '' for none.
company = Table(
    "company",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("server", Text, nullable=False),
    Column("company_id", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("member_id", Text, nullable=False),
    Column("member", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("ledger_id", Text, nullable=False),
    Column("plan_tag", Text, nullable=False, server_default=""),
    Column("pool_tag", Text, nullable=False, server_default=""),
    Column("people_tag", Text, nullable=False, server_default=""),
    Column("pool_us", Integer),
    Column("taken", Integer, nullable=False, server_default="0"),
    Column("synced_us", Integer),
    Column("tried_us", Integer),
    Column("trouble", Text, nullable=False, server_default=""),
    Column("kept_for_run", Integer, nullable=False, server_default="0"),
    CheckConstraint("id = 1", name="company_is_one"),
)

# What is stated beside plans, as JSON; contract '' where nothing is known of it.
profile_statement = Table(
    "profile_statement",
    metadata,
    Column("origin", Integer, primary_key=True),
    Column("profile", Text, nullable=False),
    Column("contract", Text, nullable=False),
)

# Which seat a person sits on, as entered here.
licence = Table(
    "licence",
    metadata,
    Column("person_id", Integer, primary_key=True),
    Column("licence", Text, nullable=False),
)

# Everybody of the company, as its server tells owners.
book_person = Table(
    "book_person",
    metadata,
    Column("member", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("mine", Integer, nullable=False),
)

# Days are ISO dates in the zone of the plan; last is the last day of the cycle.
pooled_use = Table(
    "pooled_use",
    metadata,
    Column("kind", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("outside", Integer, nullable=False),
    Column("mine", Integer, nullable=False),
    Column("reporting", Integer, nullable=False),
    Column("members", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "first"),
    sqlite_with_rowid=False,
)

# One person's use of a cycle, for owners; meters: a JSON list of counts.
person_use = Table(
    "person_use",
    metadata,
    Column("member", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("licence", Text, nullable=False),
    Column("reported_us", Integer),
    Column("meters", Text, nullable=False),
    PrimaryKeyConstraint("member", "line", "first"),
    sqlite_with_rowid=False,
)

# The count of a meter and local day (ordinal) as the server acknowledged it last, as JSON; ledger:
# as whom it was sent. NULL where it was sent, but is not known to be there any more.
sent_count = Table(
    "sent_count",
    metadata,
    Column("ledger", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("said", Text),
    PrimaryKeyConstraint("ledger", "kind", "day"),
    sqlite_with_rowid=False,
)

# One row: up to where the facts, rules and changes were counted and acknowledged; a version of the
# rules below 0 asks for everything to be compared again. Leaving keeps the sequence.
counting = Table(
    "counting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fact_id", Integer, nullable=False),
    Column("rules_version", Integer, nullable=False),
    Column("change_id", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
)

# A change of plan that the server brought; moves: a JSON list; away_us: when it was put away.
plan_news = Table(
    "plan_news",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("line", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("start_us", Integer, nullable=False),
    Column("zone", Text, nullable=False),
    Column("told_us", Integer, nullable=False),
    Column("moves", Text, nullable=False),
    Column("away_us", Integer),
)

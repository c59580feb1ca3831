"""The tables of usage counts: what each ledger of a person sent, and the sums over the company.

A day is its number in the calendar (``date.toordinal``), so that rows stay small.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.server.store.tables import counted_up, metadata

# reported_us: when it last sent something new.
usage_ledger = Table(
    "usage_ledger",
    metadata,
    Column("number", counted_up, primary_key=True, autoincrement=True),
    Column("company_id", String(32), ForeignKey("company.id"), nullable=False),
    Column("member_id", String(32), ForeignKey("member.id"), nullable=False),
    Column("ledger_id", String(32), nullable=False),
    Column("reported_us", BigInteger, nullable=False),
    UniqueConstraint("member_id", "ledger_id"),
    Index(None, "company_id", "reported_us"),
)

# holds: of all ledgers of the person this one's count is the one that counts for the day.
# amounts: JSON as it came, "" for none.
usage_count = Table(
    "usage_count",
    metadata,
    Column("ledger", BigInteger, ForeignKey("usage_ledger.number"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("holds", Boolean, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("billed", Integer, nullable=False),
    Column("over", Integer, nullable=False),
    Column("outside", Integer, nullable=False),
    Column("second_leg", Integer, nullable=False),
    Column("unpriced", Integer, nullable=False),
    Column("amounts", Text, nullable=False),
    sqlite_with_rowid=False,
)

# The sums of the counts that hold, changed with them in one transaction.
usage_day = Table(
    "usage_day",
    metadata,
    Column("company_id", String(32), ForeignKey("company.id"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("counted", BigInteger, nullable=False),
    Column("outside", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

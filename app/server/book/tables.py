"""The tables of the plan book: what a company stated, each statement with its date, none edited.

A statement that covers all history starts at ``BEGINNING``. Of two with one start the later one
holds; ``number`` tells which one that is.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from app.server.store.tables import counted_up, metadata


def _statements(name: str, *columns: Column[object]) -> Table:
    """Make the table of one kind of statement; ``number`` grows as they are recorded."""
    return Table(
        name,
        metadata,
        Column("number", counted_up, primary_key=True, autoincrement=True),
        Column("company_id", String(32), ForeignKey("company.id"), nullable=False),
        *columns,
        Column("recorded_us", BigInteger, nullable=False),
        Index(None, "company_id", "number"),
    )


# document: the plan as chosen, whole, so that a newer catalogue never changes the past.
plan_statement = _statements(
    "plan_statement",
    Column("id", String(32), nullable=False, unique=True),
    Column("line", String(16), nullable=False),
    Column("start_us", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("anchor_day", Integer, nullable=False),
)

seat_statement = _statements(
    "seat_statement",
    Column("start_us", BigInteger, nullable=False),
    Column("committed", Integer, nullable=False),
    Column("additional", Integer, nullable=False),
    Column("without_bundle", Integer, nullable=False),
)

# until: the last paid day, as YYYY-MM-DD.
annual_statement = _statements(
    "annual_statement",
    Column("start_us", BigInteger, nullable=False),
    Column("until", String(10), nullable=False),
    Column("seats", Integer, nullable=False),
)

link_statement = _statements(
    "link_statement",
    Column("member_id", String(32), ForeignKey("member.id"), nullable=False),
    Column("start_us", BigInteger, nullable=False),
    Column("linked", Boolean, nullable=False),
)

# document: the message as it came, checked, as JSON.
profile_statement = _statements("profile_statement", Column("document", Text, nullable=False))
contract_statement = _statements("contract_statement", Column("document", Text, nullable=False))

"""Tables of what a company decided: plans, seats, links and prices, each with its date.

``origin``: 0 where it was entered here, 1 where the company's plan server said it.
"""

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from app.ledger.tables import metadata

# document: the plan as chosen, whole, so that a newer catalogue never changes the past.
plan_entry = Table(
    "plan_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("line", Text, nullable=False),
    Column("start_us", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("anchor_day", Integer, nullable=False),
    Column("recorded_us", Integer, nullable=False),
    Column("origin", Integer, nullable=False, server_default="0"),
)

seats = Table(
    "seats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start_us", Integer, nullable=False),
    Column("committed", Integer, nullable=False),
    Column("additional", Integer, nullable=False),
    Column("recorded_us", Integer, nullable=False),
    Column("without_bundle", Integer, nullable=False, server_default="0"),
    Column("origin", Integer, nullable=False, server_default="0"),
)

annual_seats = Table(
    "annual_seats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start_us", Integer, nullable=False),
    Column("until", Text, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("recorded_us", Integer, nullable=False),
    Column("origin", Integer, nullable=False, server_default="0"),
)

# entry_id: the plan entry the link was marked with; it starts when that entry starts.
link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, nullable=False),
    Column("start_us", Integer, nullable=False),
    Column("entry_id", Integer),
    Column("end_us", Integer),
    Column("recorded_us", Integer, nullable=False),
    Column("origin", Integer, nullable=False, server_default="0"),
)


def _prices(name: str) -> Table:
    """Make a table of prices; an instant from which each is valid, whole nano-units of money."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("origin", Text, nullable=False),
        Column("destination", Text, nullable=False),
        Column("unit", Text, nullable=False),
        Column("rate_nano", Integer, nullable=False),
        Column("currency", Text, nullable=False),
        Column("valid_us", Integer, nullable=False),
        UniqueConstraint("origin", "destination", "unit", "currency", "valid_us"),
    )


price = _prices("price")

# Prices that a provider's own list says; valid_us: the day they were fetched. Those in the table
# above were stated by a person and go before them.
fetched_price = _prices("fetched_price")

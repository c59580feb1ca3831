"""Tables of what comes and goes: imports, open calls, mappings kept."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from app.ledger.tables import metadata

import_file = Table(
    "import_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("started_us", Integer, nullable=False),
    Column("finished_us", Integer),
    Column("read", Integer, nullable=False, server_default="0"),
    Column("new", Integer, nullable=False, server_default="0"),
    Column("known", Integer, nullable=False, server_default="0"),
    Column("refused", Integer, nullable=False, server_default="0"),
    Column("refusals", Text),
)

open_call = Table(
    "open_call",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rang_us", Integer, nullable=False),
    Column("start_us", Integer),
    Column("number", Text, nullable=False),
    Column("inbound", Integer, nullable=False),
    Column("method", Text),
    Column("person_id", Integer, nullable=False),
    Column("source", Text, nullable=False, server_default="hook"),
    Column("phase", Text, nullable=False, server_default=""),
    Column("name", Text, nullable=False, server_default=""),
    Column("seen_us", Integer, nullable=False, server_default="0"),
    Column("boot", Text, nullable=False, server_default=""),
    Column("answered_running_us", Integer, nullable=False, server_default="0"),
    Column("answered_awake_us", Integer, nullable=False, server_default="0"),
    Column("seen_running_us", Integer, nullable=False, server_default="0"),
    Column("seen_awake_us", Integer, nullable=False, server_default="0"),
)

# Softphones that run a program for each event may report the end first: a call whose own id ended
# is not begun again by a report that comes late. ``record`` is the identity of what was recorded
# of it, empty where nothing was. Rows are of the last day.
closed_call = Table(
    "closed_call",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at_us", Integer, nullable=False),
    Column("rang_us", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("answered", Integer, nullable=False),
)

# Records of calls whose end was estimated, by identity; ``settled`` once somebody looked at one.
unsure_end = Table(
    "unsure_end",
    metadata,
    Column("record", LargeBinary, primary_key=True),
    Column("guess", Text, nullable=False),
    Column("settled", Integer, nullable=False, server_default="0"),
)

mapping = Table(
    "mapping",
    metadata,
    Column("name", Text, primary_key=True),
    Column("document", Text, nullable=False),
)

"""Tables of what comes and goes: imports, open calls, mappings kept."""

from sqlalchemy import Column, Integer, Table, Text

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
)

mapping = Table(
    "mapping",
    metadata,
    Column("name", Text, primary_key=True),
    Column("document", Text, nullable=False),
)

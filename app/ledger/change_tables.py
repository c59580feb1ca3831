"""Tables of what people changed afterwards, and of what a search looks in."""

from sqlalchemy import BLOB, Column, Index, Integer, PrimaryKeyConstraint, Table, Text, text

from app.ledger.tables import metadata

# One act of a person on any number of entries; said: what was changed, as JSON.
change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at_us", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("undone_us", Integer),
    Column("undoes_id", Integer),
)

# fact_id: a version that a person changed; base_id: the same record as its source reports it.
correction = Table(
    "correction",
    metadata,
    Column("fact_id", Integer, primary_key=True),
    Column("base_id", Integer, nullable=False),
    Column("change_id", Integer, nullable=False),
    Index("correction_by_change", "change_id"),
)

# Two records of one call, by their identities; state and rule: see app/domain/twins.py. Derived.
twin = Table(
    "twin",
    metadata,
    Column("copy", BLOB, primary_key=True),
    Column("kept", BLOB, nullable=False),
    Column("state", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Index("twin_by_kept", "kept"),
    Index("twin_possible", "copy", sqlite_where=text("state = 1")),
    sqlite_with_rowid=False,
)

# What a person said of two records, the lower identity first; of several the newest change holds.
verdict = Table(
    "verdict",
    metadata,
    Column("first", BLOB, nullable=False),
    Column("second", BLOB, nullable=False),
    Column("change_id", Integer, nullable=False),
    Column("apart", Integer, nullable=False),
    PrimaryKeyConstraint("first", "second", "change_id"),
    Index("verdict_by_second", "second"),
    Index("verdict_by_change", "change_id"),
    sqlite_with_rowid=False,
)

# Names, notes and tags as a search compares them (folded), each once.
phrase = Table(
    "phrase",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
)

mention = Table(
    "mention",
    metadata,
    Column("phrase_id", Integer, nullable=False),
    Column("fact_id", Integer, nullable=False),
    PrimaryKeyConstraint("phrase_id", "fact_id"),
    sqlite_with_rowid=False,
)

#: A part of a phrase of three or more characters is found in here without a look at every phrase.
PHRASE_INDEX = """
    CREATE VIRTUAL TABLE IF NOT EXISTS phrase_index
    USING fts5(text, content='phrase', content_rowid='id', tokenize='trigram')
"""

"""What copies of calls lend to the entries that count for them, of all at once.

The same rules as in twins.py: the entry that is kept belongs to the first of its sources that names
a user, else to the first owner of a number who is not me; and it takes the first method said.
"""

import sqlite3

from app.domain.event import Source
from app.domain.twins import rank
from app.ledger.driver import driver
from app.ledger.lists.belonging import OWNER
from app.ledger.snapshot import Snapshot

_TABLE = "CREATE TEMP TABLE lent (id INTEGER PRIMARY KEY, person_id INTEGER, method TEXT)"
_FILL = f"""
    WITH pair (kept_id, id, is_copy) AS (
        SELECT kept.fact_id, copied.fact_id, 1 FROM twin t
            JOIN identity kept ON kept.digest = t.kept
            JOIN identity copied ON copied.digest = t.copy
        UNION
        SELECT kept.fact_id, kept.fact_id, 0 FROM twin t JOIN identity kept ON kept.digest = t.kept
    ), voice AS (
        SELECT p.kept_id, coalesce(f.method, '') AS method, coalesce(f.agent_id, 0) <> 0 AS named,
            CASE WHEN coalesce(f.agent_id, 0) <> 0
                THEN (SELECT a.person_id FROM agent a WHERE a.id = f.agent_id)
                ELSE {OWNER} END AS person_id,
            row_number() OVER (PARTITION BY p.kept_id ORDER BY
                p.is_copy, CASE f.source_id {{ranks}} END, f.start_us, f.external_id) AS place
        FROM pair p JOIN fact f ON f.id = p.id
    )
    INSERT INTO temp.lent
    SELECT DISTINCT kept_id,
        first_value(person_id) OVER (PARTITION BY kept_id ORDER BY
            named DESC, person_id = ?, place),
        first_value(method) OVER (PARTITION BY kept_id ORDER BY method = '', place)
    FROM voice
"""  # noqa: S608 - our own words


def lay_out_lent(snapshot: Snapshot) -> bool:
    """Fill the temporary table ``lent``; returns whether anything is in it."""
    raw = driver(snapshot.connection)
    raw.execute("DROP TABLE IF EXISTS temp.lent")
    if raw.execute("SELECT 1 FROM twin LIMIT 1").fetchone() is None:
        return False
    raw.execute(_TABLE)
    me = snapshot.people.me
    raw.execute(_FILL.format(ranks=_ranks(raw)), (me, me))
    return True


def _ranks(raw: sqlite3.Connection) -> str:
    """Write the order of sources as the arms of a CASE."""
    rows = raw.execute("SELECT id, provider, account FROM source").fetchall()
    ordered = sorted(rows, key=lambda row: (rank(Source(row[1], row[2])), row[1], row[2]))
    return " ".join(f"WHEN {row[0]} THEN {place}" for place, row in enumerate(ordered))

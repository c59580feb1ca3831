"""Records whose own id holds the number of their contact get another id, when that is erased."""

from hashlib import blake2b
from typing import TYPE_CHECKING

from app.domain.event import Source
from app.domain.merge import identity_of
from app.ledger.charges import Batch
from app.ledger.driver import driver
from app.ledger.stored_entries import entries_of

if TYPE_CHECKING:
    import sqlite3

    from app.ledger.ledger import Writing

# Ids of these are made by the provider and never of numbers; their digits may look like one.
_TELLING = """
    SELECT f.id, g.root, s.provider, s.account, f.external_id
    FROM temp.gone g CROSS JOIN fact f ON f.id = g.id CROSS JOIN source s ON s.id = f.source_id
    CROSS JOIN temp.erased e ON e.old = f.far_id CROSS JOIN number n ON n.id = e.old
    WHERE n.tail <> '' AND instr(f.external_id, n.tail) > 0
        AND s.provider NOT IN ('twilio', 'aircall', 'hubspot', 'ringcentral')
"""
_PLACES = (("identity", "digest"), ("twin", "copy"), ("twin", "kept"),
           ("verdict", "first"), ("verdict", "second"),
           ("closed_call", "record"), ("unsure_end", "record"))  # fmt: skip
_IN_ORDER = "UPDATE verdict SET first = second, second = first WHERE first > second"


def rename_records(writing: "Writing") -> None:
    """Give such records another id, and with it another identity; they count as before."""
    raw = driver(writing.connection)
    rows = raw.execute(_TELLING).fetchall()
    if not rows:
        return
    present = sorted({row[1] for row in rows})
    batch = Batch(writing.connection, writing.rules)
    batch.remove(entries_of(writing.connection, writing.register, present))
    for fact_id, _, provider, account, external_id in rows:
        _rename(raw, fact_id, Source(provider, account), external_id)
    raw.execute(_IN_ORDER)
    batch.add(entries_of(writing.connection, writing.register, present))
    batch.finish()


def _rename(raw: "sqlite3.Connection", fact_id: int, source: Source, external_id: str) -> None:
    written = external_id.encode("utf-8", "surrogatepass")
    new_id = f"erased:{blake2b(written, digest_size=16).hexdigest()}"
    raw.execute("UPDATE fact SET external_id=? WHERE id=?", (new_id, fact_id))
    digests = (identity_of(source, new_id), identity_of(source, external_id))
    for table, column in _PLACES:
        raw.execute(f"UPDATE {table} SET {column}=? WHERE {column}=?", digests)  # noqa: S608

"""Which accounts are behind Twilio Connect, whether or not a file tells the account."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from app.domain.event import Fact, Source
from app.domain.merge import digest_of
from app.domain.plan import Line
from app.ledger.ledger import Writing
from app.ledger.plans import set_behind_connect

TWILIO = "twilio"
_NAMELESS = Source(TWILIO)
_CHUNK = 900


def mark_behind_connect(writing: Writing, facts: Sequence[Fact], *, said: bool) -> None:
    """Mark the accounts of these records as behind Twilio Connect, and rate their calls again.

    ``said``: a person said so of the file. Without that a mark on an account that nobody named
    passes on to the account that the same records name now.
    """
    marked = writing.register.people.behind_connect
    if not said and _NAMELESS not in marked:
        return
    known = _sources_kept(writing.connection, facts)
    if said:
        accounts = {fact.source for fact in facts}.union(*known)
    else:
        accounts = {reported for reported, kept in known if kept == _NAMELESS}
    new = accounts - marked
    for source in sorted(new):
        set_behind_connect(writing, *source)
    if new:
        writing.change_rules(lines=(Line.CALLS,))


def _sources_kept(connection: Connection, facts: Sequence[Fact]) -> set[tuple[Source, Source]]:
    """Tell which source records name now, and which one the ledger has them under."""
    by_digest = {digest_of(fact): fact.source for fact in facts if fact.source.provider == TWILIO}
    return {(by_digest[digest], kept) for digest, kept in _kept(connection, list(by_digest))}


def _kept(connection: Connection, digests: Sequence[bytes]) -> Iterator[tuple[bytes, Source]]:
    for start in range(0, len(digests), _CHUNK):
        part = tuple(digests[start : start + _CHUNK])
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(
            "SELECT i.digest, s.provider, s.account FROM identity i "  # noqa: S608 - only marks
            "JOIN fact f ON f.id = i.fact_id JOIN source s ON s.id = f.source_id "
            f"WHERE i.digest IN ({marks})",
            part,
        )
        yield from ((row[0], Source(row[1], row[2])) for row in rows)

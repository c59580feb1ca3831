"""Reports taken into the ledger: what is new becomes a version, what is known changes nothing."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.event import Fact
from app.domain.merge import digest_of, merged
from app.domain.rules import Rules
from app.ledger.adopting import Earlier, with_accounts
from app.ledger.convert import facts_by_id, normal
from app.ledger.corrections import corrections
from app.ledger.driver import driver
from app.ledger.erased_records import without_erased
from app.ledger.register import Register
from app.ledger.standing import replayed, standing
from app.ledger.versions import Fresh, write

_CHUNK = 900


class Stored(NamedTuple):
    """How many reports said something new, how many were known, and the ids of what was written."""

    new: int
    known: int
    ids: tuple[int, ...]


def store(
    connection: Connection,
    rules: Rules,
    register: Register,
    facts: Sequence[Fact],
    import_id: int | None = None,
) -> Stored:
    """Write what is new in these reports; a report already known changes nothing."""
    adopted = with_accounts(connection, facts)
    facts = without_erased(connection, rules, adopted.facts, adopted.earlier)
    register.learn(connection, facts)
    fresh, known = _sift(connection, register, facts, adopted.earlier)
    ids = write(connection, rules, register, fresh, import_id)
    return Stored(len(facts) - known, known, ids)


def _sift(
    connection: Connection,
    register: Register,
    facts: Sequence[Fact],
    earlier: Mapping[bytes, Earlier],
) -> tuple[list[Fresh], int]:
    digests = [digest_of(fact) for fact in facts]
    present = present_versions(connection, digests)
    present |= {digest: was.fact_id for digest, was in earlier.items()}
    versions = _Versions(connection, list(present.values()))
    fresh: dict[bytes, Fresh] = {}
    known = 0
    for digest, fact in zip(digests, facts, strict=True):
        pending, previous = fresh.get(digest), present.get(digest)
        if pending is None and previous is None:
            fresh[digest] = Fresh(digest, fact, None)
            continue
        if pending is not None:
            before = normal(pending.base or pending.fact, register, connection)
        else:
            before = versions.reported(previous or 0)
        after = merged(before, normal(fact, register, connection))
        if after == before:
            known += 1
        else:
            fresh[digest] = versions.after(digest, after, previous)
            register.learn(connection, (after,))
    for digest, was in earlier.items():
        fresh[digest] = fresh[digest]._replace(was=was.digest)
    return list(fresh.values()), known


class _Versions:
    """The present versions of records, and what those that a person changed rest on."""

    def __init__(self, connection: Connection, ids: list[int]) -> None:
        self._corrections = corrections(connection, ids)
        bases = [correction.base_id for correction in self._corrections.values()]
        self._facts = facts_by_id(connection, ids + bases)
        self._steps = standing(connection, list(self._corrections))

    def reported(self, fact_id: int) -> Fact:
        """Return what the source itself has said so far."""
        correction = self._corrections.get(fact_id)
        return self._facts[correction.base_id if correction else fact_id]

    def after(self, digest: bytes, said: Fact, previous: int | None) -> Fresh:
        """Return the version after a new report, with a person's changes laid over it."""
        correction = self._corrections.get(previous or 0)
        steps = self._steps.get(previous or 0)
        if correction is None or not steps:
            return Fresh(digest, said, previous)
        return Fresh(digest, replayed(said, steps), previous, correction, said)


def present_versions(connection: Connection, digests: Sequence[bytes]) -> dict[bytes, int]:
    """Find which identities the ledger has, and the present version of each."""
    found: dict[bytes, int] = {}
    for start in range(0, len(digests), _CHUNK):
        # A bytearray, which sqlite3 takes four times as fast as bytes.
        part = tuple(map(bytearray, digests[start : start + _CHUNK]))
        marks = ",".join("?" * len(part))
        query = f"SELECT digest, fact_id FROM identity WHERE digest IN ({marks})"  # noqa: S608
        found.update(driver(connection).execute(query, part).fetchall())
    return found

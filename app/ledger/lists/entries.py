"""Entries read back with what became of them: receipts of the last ones, or by id."""

from collections.abc import Collection, Iterator, Sequence

from app.domain.instant import Instant
from app.domain.receipt import Receipt
from app.ledger.convert import facts_by_id
from app.ledger.lists.belonging import NAMES_NOBODY, belongs_to, persons
from app.ledger.lists.clause import Clause, either
from app.ledger.receipts import Bench
from app.ledger.snapshot import Snapshot

_LOOK, _LOOKS = 12, 12
#: Of a person who has none among so many, older ones are not looked for: a tenth of a second.
_FAR_BACK = 100_000
_LAST_ID = 2**63 - 1


def latest(
    snapshot: Snapshot, at: Instant, count: int, agents: Collection[str] = ()
) -> list[Receipt]:
    """Return the receipts of the last entries that began by an instant, the newest first.

    ``agents``: only theirs, looked for among the last hundred thousand; empty means everybody's.
    """
    place: tuple[int, int] = (at, _LAST_ID)
    found: list[int] = []
    whose = _perhaps_of(snapshot, agents) if agents else Clause("1")
    for _ in range(_LOOKS):
        rows = _before(snapshot, place, whose)
        found.extend(_of(snapshot, [row[0] for row in rows], agents))
        if len(found) >= count or len(rows) < _LOOK:
            break
        place = (rows[-1][1], rows[-1][0])
    return list(receipts_of(snapshot, found[:count], with_room=True))


def _perhaps_of(snapshot: Snapshot, agents: Collection[str]) -> Clause:
    """Return a condition that holds for all entries of these, and for few others."""
    people = snapshot.people
    whom = {each for each in persons(people) if people.label(each) in agents}
    theirs = belongs_to(people, whom)
    paired = snapshot.connection.exec_driver_sql("SELECT 1 FROM twin LIMIT 1").first()
    # A copy may tell whose a call is.
    return theirs if paired is None else either(theirs, NAMES_NOBODY)


def _of(snapshot: Snapshot, ids: Sequence[int], agents: Collection[str]) -> Sequence[int]:
    """Pick the entries of some agents, without the work of a receipt for each of the others."""
    if not agents:
        return ids
    facts = facts_by_id(snapshot.connection, ids)
    bench = Bench(snapshot, facts.values())
    return [i for i in ids if i in facts and bench.agent(i, facts[i]) in agents]


def receipt(snapshot: Snapshot, entry_id: int) -> Receipt | None:
    """Return the receipt of one entry; of a superseded version, that of the present one."""
    while True:
        row = snapshot.connection.exec_driver_sql(
            "SELECT by_id FROM superseded WHERE fact_id=?", (entry_id,)
        ).first()
        if row is None:
            break
        entry_id = row[0]
    return next(receipts_of(snapshot, [entry_id], with_room=True), None)


def receipts_of(snapshot: Snapshot, ids: Sequence[int], *, with_room: bool) -> Iterator[Receipt]:
    """Yield the receipts of entries in the order of their ids; one that is not there is left out.

    ``with_room`` also says what was left of the allowance before and after each.
    """
    facts = facts_by_id(snapshot.connection, ids)
    bench = Bench(snapshot, facts.values())
    for fact_id in ids:
        if fact_id in facts:
            yield bench.receipt(fact_id, facts[fact_id], with_room=with_room)


def entry_count(snapshot: Snapshot) -> int:
    """Return how many entries the ledger holds."""
    (count,) = snapshot.connection.exec_driver_sql(
        "SELECT coalesce(sum(entries), 0) FROM coverage"
    ).one()
    return int(count)


def _before(snapshot: Snapshot, place: tuple[int, int], whose: Clause) -> Sequence[tuple[int, int]]:
    rows = snapshot.connection.exec_driver_sql(
        "SELECT f.id, f.start_us FROM ("  # noqa: S608 - our own condition
        "SELECT f.id, f.start_us, f.agent_id, f.own_id, f.far_id "
        "FROM fact f LEFT JOIN superseded s ON s.fact_id = f.id "
        "WHERE s.fact_id IS NULL AND (f.start_us, f.id) < (?, ?) "
        f"ORDER BY f.start_us DESC, f.id DESC LIMIT ?) f WHERE {whose.sql} LIMIT ?",
        (*place, _FAR_BACK, *whose.values, _LOOK),
    )
    return [(row[0], row[1]) for row in rows]

"""What a list of entries can be narrowed to, read without a look at every entry."""

from app.domain.cycle import cycle_at
from app.domain.filters import Choices
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Line
from app.domain.rules import Rules
from app.domain.tags import tags_of
from app.ledger.lists.belonging import persons
from app.ledger.snapshot import Snapshot

#: Twenty years of months: a record with a wrong year must not make a list without an end.
_MOST_CYCLES = 240


def choices(snapshot: Snapshot, at: Instant | None = None, zone: str = "UTC") -> Choices:
    """Return what there is to choose.

    The cycles are those of the calling plan, else of the messaging plan, else months in ``zone``:
    from the first entry to the last, and to an instant that is later.
    """
    people = snapshot.people
    names = sorted({people.label(each) for each in persons(people)}, key=str.casefold)
    return Choices(
        tuple(names), _sources(snapshot), known_tags(snapshot), _cycles(snapshot, at, zone)
    )


def _sources(snapshot: Snapshot) -> tuple[str, ...]:
    rows = snapshot.connection.exec_driver_sql(
        "SELECT DISTINCT provider FROM source ORDER BY provider"
    )
    return tuple(row[0] for row in rows)


def known_tags(snapshot: Snapshot) -> tuple[str, ...]:
    """Return every tag that any entry has or had, in order of the alphabet."""
    rows = snapshot.connection.exec_driver_sql("SELECT DISTINCT tags FROM fact WHERE tags <> ''")
    found = {tag.casefold(): tag for row in rows for tag in tags_of(row[0])}
    return tuple(found[key] for key in sorted(found))


def _cycles(
    snapshot: Snapshot, at: Instant | None, zone: str
) -> tuple[tuple[Instant, Instant, str], ...]:
    row = snapshot.connection.exec_driver_sql(
        "SELECT min(first_us), max(last_us) FROM coverage WHERE entries > 0"
    ).first()
    if row is None or row[0] is None:
        return ()
    first, last = Instant(row[0]), Instant(row[1] if at is None else max(row[1], at))
    found: list[Cycle] = []
    while last >= first and len(found) < _MOST_CYCLES:
        found.append(_cycle(snapshot.rules, last, zone))
        last = Instant(found[-1].start - 1)
    return tuple((each.start, each.end, each.zone) for each in found)


def _cycle(rules: Rules, at: Instant, zone: str) -> Cycle:
    for line in Line:
        timeline = rules.lines[line].timeline
        if timeline.terms:
            return timeline.cycle_at(at)
    return cycle_at(at, zone=zone)

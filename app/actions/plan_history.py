"""The history of a plan: every statement with its date, newest first."""

from collections.abc import Iterator

from app.domain.instant import END, Instant
from app.domain.plan import Line
from app.domain.plan_page import Happened, HistoryLine
from app.domain.rules import Link
from app.ledger.rulebook import annual_stated, plans_stated, seats_stated
from app.ledger.snapshot import Snapshot


def plan_history(
    snapshot: Snapshot, now: Instant, people: frozenset[int] | None = None
) -> tuple[HistoryLine, ...]:
    """Return all statements; ``people``: whose links are told, everybody's where ``None``."""
    links = [
        link
        for link in dict.fromkeys(snapshot.rules.links)
        if people is None or link.person in people
    ]
    lines = [*_plans(snapshot, now), *_seats(snapshot, now), *_links(snapshot, now, links)]
    return tuple(sorted(lines, key=lambda line: -line.start))


def _plans(snapshot: Snapshot, now: Instant) -> Iterator[HistoryLine]:
    for line in Line:
        stated = plans_stated(snapshot.connection, line)
        # Of two plans with one start the later chosen one holds.
        for start, entry in {each.start: each for each in stated}.items():
            yield HistoryLine(
                Happened.PLAN, start, entry.zone, title=entry.plan.title, line=line,
                ahead=start > now,
            )  # fmt: skip


def _seats(snapshot: Snapshot, now: Instant) -> Iterator[HistoryLine]:
    zone = _zone(snapshot, Line.TEXTS, now)
    for each in seats_stated(snapshot.connection):
        yield HistoryLine(
            Happened.SEATS, each.start, zone, committed=each.committed,
            additional=each.additional, without_bundle=each.without_bundle,
            ahead=each.start > now,
        )  # fmt: skip
    for term in annual_stated(snapshot.connection):
        yield HistoryLine(
            Happened.ANNUAL, term.start, zone, annual=term.seats, until=term.until,
            ahead=term.start > now,
        )  # fmt: skip


def _links(snapshot: Snapshot, now: Instant, links: list[Link]) -> Iterator[HistoryLine]:
    zone = _zone(snapshot, Line.CALLS, now)
    for link in links:
        person = snapshot.people.label(link.person)
        yield HistoryLine(Happened.LINKED, link.start, zone, person=person, ahead=link.start > now)
        if link.end < END:
            yield HistoryLine(
                Happened.UNLINKED, link.end, zone, person=person, ahead=link.end > now
            )


def _zone(snapshot: Snapshot, line: Line, now: Instant) -> str:
    """Return the zone of a line's plan, else of the other's, else UTC."""
    for each in (line, *Line):
        terms = snapshot.rules.lines[each].timeline.at(now)
        if terms is not None:
            return terms.zone
    return "UTC"

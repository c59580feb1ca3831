"""Changes of plan that the company's server brought: what they did to my meters, until put away."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind
from app.domain.plan_page import MeterMove, PlanNews
from app.domain.rules import Rules
from app.domain.statements import same_terms
from app.domain.timeline import Terms
from app.ledger.company.json_text import read_moves, written_moves
from app.ledger.company.shared import stand
from app.ledger.snapshot import Snapshot

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Writing


class _Seen(NamedTuple):
    """The plan at an instant, with units included and left by meter."""

    terms: Terms | None
    rooms: Mapping[MeterKind, tuple[int, int]]


_NOTHING = (None, None)


Since = Mapping[Line, Instant]
Looks = Mapping[tuple[Line, Instant], _Seen]


def look(before: Snapshot, after: Rules, since: Since, now: Instant) -> Looks:
    """Read my meters under the rules before, wherever a change of them may be seen.

    To be called before anything is rated by the rules after. ``since``: from when on a line is
    otherwise.
    """
    return {
        (line, at): _seen(before, line, at)
        for line, start in since.items()
        for at in _instants(after, line, max(start, now))
    }


def news_of(looks: Looks, after: Snapshot, since: Since, now: Instant) -> list[PlanNews]:
    """Return what changed since the look, one for each line and start; they have no id yet."""
    found: list[PlanNews] = []
    for (line, at), before in looks.items():
        seen = _seen(after, line, at)
        moves = _moves(before.rooms, seen.rooms)
        if same_terms(before.terms, seen.terms) and not moves:
            continue
        start = since[line] if at == max(since[line], now) else at
        terms = seen.terms or before.terms
        found.append(
            PlanNews(
                id=0, line=line, title=_title(seen.terms), before=_title(before.terms),
                start=start, zone=terms.zone if terms else "UTC", told=now, moves=moves,
            )
        )  # fmt: skip
    return found


def keep_news(connection: "Connection", news: Iterable[PlanNews]) -> tuple[PlanNews, ...]:
    """Keep news until they are put away; returns them with their ids.

    Older ones of the same line are put away by them: what they say of the plan is true no more.
    """
    news = tuple(news)
    for each in news:
        connection.exec_driver_sql(
            "UPDATE plan_news SET away_us=? WHERE line=? AND start_us<=? AND told_us<? "
            "AND away_us IS NULL",
            (each.told, each.line.value, each.start, each.told),
        )
    return tuple(replace(each, id=_keep(connection, each)) for each in news)


def _keep(connection: "Connection", each: PlanNews) -> int:
    return int(
        connection.exec_driver_sql(
            "INSERT INTO plan_news (line, title, before, start_us, zone, told_us, moves) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                each.line.value, each.title, each.before, each.start, each.zone, each.told,
                written_moves(each.moves),
            ),
        ).lastrowid
    )  # fmt: skip


def news_open(connection: "Connection") -> tuple[PlanNews, ...]:
    """Return the news that nobody put away, the newest first."""
    rows = connection.exec_driver_sql(
        "SELECT id, line, title, before, start_us, zone, told_us, moves FROM plan_news "
        "WHERE away_us IS NULL ORDER BY id DESC"
    )
    return tuple(
        PlanNews(
            number,
            Line(line),
            title,
            before,
            Instant(start),
            zone,
            Instant(told),
            read_moves(moves),
        )
        for number, line, title, before, start, zone, told, moves in rows
    )  # fmt: skip


def put_news_away(writing: "Writing", news_id: int, at: Instant) -> None:
    """Note that a person has seen a change."""
    writing.connection.exec_driver_sql(
        "UPDATE plan_news SET away_us=? WHERE id=? AND away_us IS NULL", (at, news_id)
    )


def _instants(rules: Rules, line: Line, first: Instant) -> list[Instant]:
    """Return when to look: where the change begins to matter, and where a plan starts later."""
    starts = [t.start for t in rules.lines[line].timeline.terms if t.start > first]
    return [first, *starts]


def _seen(snapshot: Snapshot, line: Line, at: Instant) -> _Seen:
    timeline = snapshot.rules.lines[line].timeline
    terms = timeline.at(at)
    if terms is None:
        return _Seen(None, {})
    cycle, me = timeline.cycle_at(at), snapshot.people.me
    rooms = {}
    for allowance in terms.version.allowances:
        found = stand(snapshot, allowance, me, cycle, at)
        rooms[allowance.kind] = (found.included, found.remaining)
    return _Seen(terms, rooms)


def _moves(
    before: Mapping[MeterKind, tuple[int, int]], after: Mapping[MeterKind, tuple[int, int]]
) -> tuple[MeterMove, ...]:
    moves = []
    for kind in MeterKind:
        one, other = before.get(kind, _NOTHING), after.get(kind, _NOTHING)
        if one != other:
            moves.append(MeterMove(kind, one[0], other[0], one[1], other[1]))
    return tuple(moves)


def _title(terms: Terms | None) -> str:
    return terms.plan.title if terms else ""

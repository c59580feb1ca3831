"""Replay: past cycles as they were, and as they would have been under another plan or seats."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from app.actions.replay_figures import Meters, counted_alike, replayed_meters
from app.actions.replay_rules import asked_lines, taken_as, wished_rules
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Line
from app.domain.timeline import Timeline
from app.domain.what_if import Replay, ReplayedCycle, WhatIf
from app.ledger.ledger import Ledger
from app.ledger.plan_people import earliest
from app.ledger.rehearsal import (
    DERIVED,
    Stopped,
    Told,
    facts_between,
    forget,
    hide,
    rate,
    rehearsing,
)
from app.ledger.snapshot import Snapshot

#: Told after every chunk: facts done, facts in all.
Progress = Callable[[int, int], None]


class _Past(NamedTuple):
    """A cycle as it was: ``at`` is the last instant of it that is over, ``facts`` its entries."""

    line: Line
    cycle: Cycle
    at: Instant
    actual: Meters
    facts: list[int]


def replay(
    ledger: Ledger,
    wish: WhatIf,
    now: Instant,
    *,
    cycles: int = 6,
    progress: Progress = lambda *_: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Replay:
    """Replay the running cycle and the last complete ones of the lines that a wish touches.

    Nothing is written. When cancelled, the cycles that are done, the newest first, are the answer.
    """
    with rehearsing(ledger) as snapshot:
        rules = wished_rules(snapshot, wish, now)
        wished = Snapshot(snapshot.connection, snapshot.people, rules)
        past = [
            _past(snapshot, line, cycle, now)
            for line in asked_lines(snapshot, wish)
            for cycle in _cycles(snapshot, rules.lines[line].timeline, line, (now, cycles))
        ]
        hide(snapshot.connection, DERIVED)
        told = _telling(sum(len(each.facts) for each in past), progress, cancelled)
        found: list[ReplayedCycle] = []
        at_least = False
        with suppress(Stopped):
            for each in past:
                rate(wished, each.facts, told, taken_as(snapshot, wish))
                meters = replayed_meters(wished, each.line, each.cycle, each.at)
                forget(snapshot.connection)
                running = each.cycle.end > now
                found.append(
                    ReplayedCycle(each.line, each.cycle, running, each.actual.meters, meters.meters)
                )
                at_least = at_least or meters.at_least or not _alike(snapshot, wished, each)
        return Replay(tuple(found), at_least)


def _telling(whole: int, progress: Progress, cancelled: Callable[[], bool]) -> Told:
    done = 0

    def told(more: int) -> bool:
        nonlocal done
        done += more
        progress(done, whole)
        return cancelled()

    return told


def _past(snapshot: Snapshot, line: Line, cycle: Cycle, now: Instant) -> _Past:
    at = min(now, Instant(cycle.end - 1))
    actual = replayed_meters(snapshot, line, cycle, at)
    facts = facts_between(snapshot.connection, line, cycle.start, Instant(at + 1))
    return _Past(line, cycle, at, actual, facts)


def _cycles(
    snapshot: Snapshot, timeline: Timeline, line: Line, span: tuple[Instant, int]
) -> Iterator[Cycle]:
    """Yield the running cycle and those before it, as far back as anything is known."""
    now, complete = span
    first = earliest(snapshot, line)
    if not timeline.terms:
        return
    yield (cycle := timeline.cycle_at(now))
    while complete and first is not None and first < cycle.start:
        yield (cycle := timeline.cycle_at(Instant(cycle.start - 1)))
        complete -= 1


def _alike(snapshot: Snapshot, wished: Snapshot, past: _Past) -> bool:
    timelines = (each.rules.lines[past.line].timeline for each in (snapshot, wished))
    return counted_alike(*(timeline.at(past.at) for timeline in timelines))

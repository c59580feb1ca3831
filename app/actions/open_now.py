"""The calls that ring or are open at a moment, each with how its allowances stood as it began."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.beat import Beat
from app.domain.call_report import Phase
from app.domain.following import UNASKED
from app.domain.instant import Instant
from app.domain.live import live_call
from app.domain.live_use import sided
from app.domain.meter import LiveCall, Standing
from app.domain.open_call import OpenCall, began
from app.domain.plan import Line, MeterKind, Scope
from app.domain.receipt import Outcome
from app.domain.same_call import each_once
from app.domain.stretch import Stretch
from app.ledger.company.shared import stand
from app.ledger.live import open_calls
from app.ledger.snapshot import Snapshot


def open_now(snapshot: Snapshot, at: Beat) -> tuple[LiveCall, ...]:
    """Read the calls that ring or are open, in the order in which they began."""
    return sided(_open(snapshot, at))


def _open(snapshot: Snapshot, at: Beat) -> Iterator[LiveCall]:
    rules = snapshot.rules
    for opened in each_once(open_calls(snapshot.connection)):
        start = began(opened)
        if start > at.wall and not (opened.boot and opened.boot == at.boot):
            continue
        stretch = rules.lines[Line.CALLS].at(start)
        rater = rules.rater(Line.CALLS, stretch) if stretch else None
        agent, habits = snapshot.people.label(opened.person), rules.habits(opened.person)
        found = live_call(opened, agent, rater, habits, at)
        if found is None:
            continue
        told = opened.source not in UNASKED and opened.phase is not Phase.OUT_OF_SIGHT
        found = replace(found, told=told)
        yield found if stretch is None else _beginning(snapshot, opened, found, stretch)


def _beginning(snapshot: Snapshot, opened: OpenCall, call: LiveCall, stretch: Stretch) -> LiveCall:
    """Say how its allowances stood when a call began: that decides what becomes of it."""
    minutes = _standing(snapshot, opened, call, stretch, MeterKind.MINUTES)
    calls = _standing(snapshot, opened, call, stretch, MeterKind.CALLS)
    call = replace(call, cycle=stretch.cycle.start, of_calls=calls)
    if minutes is None:
        return call
    return replace(call, left=minutes.left, shared=minutes.shared, goes_on=minutes.goes_on)


def _standing(
    snapshot: Snapshot, opened: OpenCall, call: LiveCall, stretch: Stretch, kind: MeterKind
) -> Standing | None:
    allowance = stretch.terms.allowance(kind)
    if allowance is None:
        return None
    before = stand(snapshot, allowance, opened.person, stretch.cycle, Instant(call.start - 1))
    after = snapshot.rules.past(allowance, opened.person, call.start)
    shared = allowance.scope is not Scope.USER
    return Standing(before.remaining, shared=shared, goes_on=after is Outcome.BILLED)

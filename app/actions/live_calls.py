"""Keep the open calls true while nobody reports on one: lists, lost lines, sleep, restarts."""

from collections.abc import Iterable
from typing import NamedTuple

from app.actions.follow_call import Followed, recorded
from app.domain.beat import Beat, before
from app.domain.call_report import CallList, CallReport, Guess, Happening, Listed, Phase
from app.domain.following import (
    UNASKED,
    Over,
    answered,
    followed,
    guessed,
    matched,
    seen,
    slept_through,
)
from app.domain.open_call import OpenCall, last_seen, lost, restarted
from app.ledger.ledger import Ledger, Writing
from app.ledger.live import keep_open_call, open_calls
from app.ledger.live_ends import Closed, closed_by_id, record_of
from app.ledger.live_guesses import all_guesses
from app.ledger.live_records import ended_elsewhere


class Changed(NamedTuple):
    """What became of open calls; ``going_on``: those that are other than before, or seen again."""

    going_on: tuple[OpenCall, ...] = ()
    ended: tuple[Followed, ...] = ()


def compare(ledger: Ledger, told: CallList) -> Changed:
    """Take in calls that a source lists; what a whole list does not have any more has ended."""
    with ledger.writing() as writing:
        calls = open_calls(writing.connection)
        of_listed = matched(calls, told)
        found = (_listed(writing, call, each, told) for each, call in of_listed)
        going_on = _keep(writing, (call for call in found if call is not None))
        listed = {call.id for _, call in of_listed if call is not None}
        unlisted = [
            guessed(call, Guess.NOT_LISTED)
            for call in calls
            if told.whole and call.source == told.source and call.id not in listed
        ]
        ended = tuple(recorded(writing, over, told.at.wall) for over in unlisted)
        return Changed(going_on, ended)


def out_of_sight(ledger: Ledger, source: str, at: Beat) -> Changed:
    """Note that the line to a source broke: until then its calls went on."""
    with ledger.writing() as writing:
        calls = [call for call in _in_touch(writing) if call.source == source]
        return Changed(
            _keep(writing, (seen(call, at)._replace(phase=Phase.OUT_OF_SIGHT) for call in calls))
        )


def gone(ledger: Ledger, source: str, at: Beat) -> Changed:
    """End the calls of a source whose program has ended, when it was last heard."""
    with ledger.writing() as writing:
        overs = [
            guessed(call, Guess.SOFTPHONE_GONE, _end_of_touch(call, at))
            for call in open_calls(writing.connection)
            if call.source == source
        ]
        return Changed(ended=tuple(recorded(writing, over, at.wall) for over in overs))


def heartbeat(ledger: Ledger, at: Beat, listening: frozenset[str]) -> Changed:
    """Note that open calls go on, and end those that cannot, as after a sleep or a restart.

    ``listening``: the sources that are in touch. To be called every 15 seconds while the program
    runs, and once before sources are asked for their calls.
    """
    with ledger.reading() as snapshot:
        if not open_calls(snapshot.connection):
            return Changed()
    with ledger.writing() as writing:
        calls = open_calls(writing.connection)
        ends = [(call, _stopped(writing, call, at)) for call in calls]
        ended = tuple(recorded(writing, over, at.wall) for _, over in ends if over)
        in_touch = (call for call, over in ends if not over and _heard(call, listening))
        return Changed(_keep(writing, (seen(call, at) for call in in_touch)), ended)


def _stopped(writing: Writing, call: OpenCall, at: Beat) -> Over | None:
    """Return how a call ended that cannot go on, ``None`` for one that does."""
    if guess := _stopped_by(call, at):
        return guessed(call, guess)
    if call.source not in UNASKED:
        return None
    end = ended_elsewhere(writing.connection, call, at.wall)
    return None if end is None else guessed(call, Guess.RECORDED, before(at, at.wall - end))


def _stopped_by(call: OpenCall, at: Beat) -> Guess | None:
    """Tell what kept a call from going on until now, where that is known."""
    if restarted(call, at):
        return Guess.RESTARTED
    if call.source in UNASKED and slept_through(call, at):
        return Guess.SLEPT
    return Guess.NEVER_TOLD if lost(call, at) else None


def _heard(call: OpenCall, listening: frozenset[str]) -> bool:
    if call.source in UNASKED:
        return True
    return call.source in listening and call.phase is not Phase.OUT_OF_SIGHT


def _in_touch(writing: Writing) -> list[OpenCall]:
    calls = open_calls(writing.connection)
    return [call for call in calls if call.phase is not Phase.OUT_OF_SIGHT]


def _end_of_touch(call: OpenCall, at: Beat) -> Beat:
    return last_seen(call) if call.phase is Phase.OUT_OF_SIGHT else at


def _keep(writing: Writing, calls: Iterable[OpenCall]) -> tuple[OpenCall, ...]:
    kept = tuple(calls)
    for call in kept:
        keep_open_call(writing.connection, call)
    return kept


def _listed(
    writing: Writing, known: OpenCall | None, told: Listed, of: CallList
) -> OpenCall | None:
    """Return a call as its source lists it; ``None`` for one that it said itself was over."""
    call = known or _unknown(writing, told, of)
    if call is None:
        return None
    if call.answered is None and told.talked_us is not None:
        call = answered(call, of.at, told.talked_us)
    phase = Phase.HELD if told.held else Phase.TALKING
    phase = Phase.RINGING if call.answered is None else phase
    return seen(call._replace(phase=phase, name=call.name or told.name), of.at)


def _unknown(writing: Writing, told: Listed, of: CallList) -> OpenCall | None:
    """Begin a call that was not known; one whose end was a guess goes on as the same record.

    One without an id is left out: its source reports it by its id once it can.
    """
    if not told.id:
        return None
    closed = closed_by_id(writing.connection, told.id, of.at.wall)
    if closed is not None and closed.record not in all_guesses(writing.connection):
        return None
    report = CallReport(
        Happening.RING, of.at, of.source, told.id, told.number, told.name, told.direction
    )
    call = followed(None, report, writing.register.people.me)
    if not isinstance(call, OpenCall):
        return None
    return call if closed is None else _again(writing, call, closed, told.talked_us)


def _again(
    writing: Writing, call: OpenCall, closed: Closed, talked_us: int | None
) -> OpenCall | None:
    """Take up a call again as the one it was, by its clocks as of now."""
    record = record_of(writing.connection, closed)
    if record is None:
        return None
    call = call._replace(rang=closed.rang, source=record.source.provider)
    if not closed.answered:
        return call
    at = last_seen(call)
    talked_us = max(0, at.wall - record.start) if talked_us is None else talked_us
    return answered(call, at, talked_us)._replace(answered=record.start)

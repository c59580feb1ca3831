"""How a call goes on when a report of it comes in, whatever softphone it comes from."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.beat import LONGEST_SLEEP, Beat, slept
from app.domain.call_report import CallList, CallReport, Guess, Happening, Listed, Phase
from app.domain.event import Call, Direction
from app.domain.instant import SECOND, Instant
from app.domain.numbers import NumberClass, parse
from app.domain.open_call import (
    NAMELESS,
    OpenCall,
    as_call,
    beginning,
    last_seen,
    lost,
    talked,
)

#: The least that an answered call has talked: it counts from its first moment on.
LEAST_TALK = 1
#: Sources that tell single events and cannot be asked afterwards which calls go on.
UNASKED = frozenset({"hook", "hand"})
# Programs started for the events of one call overtake each other, but not by this much.
_LATEST_RING = 5 * SECOND
# Shorter ids may be running numbers, which softphones use again.
_SHORTEST_ID = 6


class Over(NamedTuple):
    """A call that ended, and its record; ``guess``: why its end is an estimate."""

    call: OpenCall
    record: Call
    guess: Guess | None = None


def followed(call: OpenCall | None, report: CallReport, person: int) -> OpenCall | Over | None:
    """Return a call as a report leaves it; ``None`` where it is of no call that could go on.

    ``call``: the open call it is of, if there is one. ``person``: whose a new call is. Answered is
    a call of which a start was reported, and nothing else; what holds is still on the line.
    """
    if call is None:
        if report.what not in {Happening.RING, Happening.START}:
            return None
        call = _begun(report, person)
    call = _filled(call, report)
    if report.what is Happening.END:
        return ended(call, report.at)
    if report.what is Happening.START and call.answered is None:
        call = answered(call, report.at, 0)
    return seen(call._replace(phase=_phase(call, report.what)), report.at)


def ended(call: OpenCall, at: Beat) -> Over:
    """End a call at a moment; where the computer slept for longer, that was no talk."""
    record = as_call(call, at)
    if call.answered is None:
        return Over(_over(call), record)
    asleep = slept(beginning(call), at) > LONGEST_SLEEP
    record = record._replace(talk_us=max(LEAST_TALK, record.talk_us))
    return Over(_over(call), record, Guess.SLEPT if asleep else None)


def guessed(call: OpenCall, guess: Guess, at: Beat | None = None) -> Over:
    """End a call whose end nobody told: at a moment, else when it was last known to go on.

    Of one that nobody can have seen go on it is only known that it was answered.
    """
    record = as_call(call, at or last_seen(call))
    unseen = guess is Guess.NEVER_TOLD and call.source in UNASKED
    if call.answered is not None:
        record = record._replace(talk_us=LEAST_TALK if unseen else max(LEAST_TALK, record.talk_us))
    return Over(_over(call), record, guess)


def answered(call: OpenCall, at: Beat, talked_us: int) -> OpenCall:
    """Say of a call that it was answered some time before a moment."""
    return call._replace(
        answered=Instant(at.wall - talked_us), boot=at.boot,
        answered_running_us=at.running_us - talked_us, answered_awake_us=at.awake_us - talked_us,
    )  # fmt: skip


def seen(call: OpenCall, at: Beat) -> OpenCall:
    """Say of a call that it goes on at a moment, also where the computer was started anew."""
    if call.boot != at.boot:
        again = answered(call, at, max(0, at.wall - beginning(call).wall))
        call = again._replace(answered=call.answered)
    return call._replace(
        seen=at.wall, boot=at.boot, seen_running_us=at.running_us, seen_awake_us=at.awake_us
    )


def slept_through(call: OpenCall, at: Beat) -> bool:
    """Tell whether the computer slept for longer than a line holds since a call was last seen."""
    return slept(last_seen(call), at) > LONGEST_SLEEP


def known_of(calls: Sequence[OpenCall], report: CallReport) -> OpenCall | None:
    """Find the open call that a report is of: by its id, else its number, else the only one."""
    wanted = id_of(report)
    found = next((call for call in calls if call.id == wanted), None)
    if found or report.id or report.what is Happening.RING:
        return found
    calls = [call for call in calls if _hears(call, report)]
    calls = [call for call in calls if not lost(call, report.at)] or calls
    if report.what is Happening.START:
        calls = [call for call in calls if call.answered is None]
    if report.number:  # reported with an id before, or without the number
        number = _written(report.number)
        calls = [call for call in calls if call.number == number] or [
            call for call in calls if not call.number
        ]
    return calls[0] if len(calls) == 1 else None


def matched(calls: Sequence[OpenCall], told: CallList) -> list[tuple[Listed, OpenCall | None]]:
    """Find the open call that each listed one is: by its id, without one by its number."""
    by_id = {call.id: call for call in calls}
    listed = {each.id for each in told.calls}
    left = [call for call in calls if call.source == told.source and call.id not in listed]
    found: list[tuple[Listed, OpenCall | None]] = []
    for each in told.calls:
        call = by_id.get(each.id)
        if not each.id:
            number = _written(each.number)
            call = next((call for call in left if call.number == number), None)
            left = [other for other in left if other is not call]
        found.append((each, call))
    return found


def begins_anew(call: OpenCall, report: CallReport) -> bool:
    """Tell whether a softphone without ids of its own says of a number that talks: it rings again.

    The end of the call before was then lost; a ring that only came late says nothing new.
    """
    named = report.id not in {"", report.number, _written(report.number)}
    if report.what is not Happening.RING or named or call.answered is None:
        return False
    return talked(call, report.at) > _LATEST_RING


def id_of(report: CallReport) -> str:
    """Return what a call is known by: the softphone's id, else its number."""
    return report.id or _written(report.number) or NAMELESS


def tells_own_id(report: CallReport) -> bool:
    """Tell whether a report has an id that no other call has and that is nobody's number."""
    if len(report.id) < _SHORTEST_ID or report.id in {report.number, _written(report.number)}:
        return False
    return "@" in report.id or parse(report.id).kind is not NumberClass.KNOWN


def _written(number: str) -> str:
    """Return a number as the ledger writes it, "" where none is told."""
    return parse(number).text if number else ""


def _hears(call: OpenCall, report: CallReport) -> bool:
    """Tell whether a report without an id may be of a call: what a person says, and their hooks."""
    return call.source == report.source or {call.source, report.source} == UNASKED


def _begun(report: CallReport, person: int) -> OpenCall:
    return OpenCall(
        id_of(report), report.at.wall, None, _written(report.number),
        report.direction or Direction.OUTBOUND, report.method, person,
        source=report.source, name=report.name, boot=report.at.boot,
        answered_running_us=report.at.running_us, answered_awake_us=report.at.awake_us,
    )  # fmt: skip


def _filled(call: OpenCall, report: CallReport) -> OpenCall:
    return call._replace(
        number=call.number or _written(report.number),
        name=call.name or report.name,
        direction=report.direction or call.direction,
        method=report.method or call.method,
    )


def _phase(call: OpenCall, what: Happening) -> Phase:
    if call.answered is None:
        return Phase.RINGING
    if what is Happening.HOLD:
        return Phase.HELD
    back = what is Happening.RESUME or call.phase in {Phase.RINGING, Phase.OUT_OF_SIGHT}
    return Phase.TALKING if back else call.phase


def _over(call: OpenCall) -> OpenCall:
    return call._replace(phase=Phase.UNANSWERED if call.answered is None else Phase.ENDED)

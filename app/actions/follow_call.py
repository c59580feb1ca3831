"""Follow a call as a softphone reports it: it rings, it is answered, it ends."""

from dataclasses import dataclass
from enum import Enum

from app.domain.call_report import CallReport
from app.domain.event import Call, Direction, Method
from app.domain.instant import Instant, iso
from app.domain.numbers import parse
from app.domain.open_call import NAMELESS, OpenCall, as_call, lost
from app.domain.problem import Problem, UsageProblem, mark
from app.ledger.ledger import Ledger, Writing
from app.ledger.live import drop_open_call, keep_open_call, open_calls

_LONGEST = 200
_NOT_OPEN = mark(
    "No open call goes by {id}, so nothing was recorded. Log it with: talktally log call"
)
_WHICH = mark("Several calls are open. Say which one ended with --id or --number: {calls}.")
_LOST = mark(
    "Call {id}, open since {start}, lost its end, so nothing was recorded. Log it with: "
    "talktally log call"
)
_TOO_LONG = mark("The id or number of a call must not be longer than {most} characters.")


class Moment(Enum):
    """What a softphone reports."""

    RING = "ring"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Reported:
    """What the softphone said about the call; ``None`` or "" where it said nothing."""

    number: str = ""
    id: str = ""
    direction: Direction | None = None
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """The call as it stands; ``entry`` and ``call`` tell its record once it has ended.

    ``lost`` says what became of an earlier call that went by the same id and never ended.
    """

    id: str
    talking: bool
    entry: str = ""
    call: Call | None = None
    lost: Problem | None = None


def follow_call(ledger: Ledger, moment: Moment, reported: Reported, now: Instant) -> Followed:
    """Take in one report; reports that come twice change nothing.

    A call is known by its id, else its number, else as the only one there is. Problem for the end
    of a call that nobody reported, or that has been open for more than a day.
    """
    if max(len(reported.id), len(reported.number)) > _LONGEST:
        raise UsageProblem(_TOO_LONG, most=_LONGEST)
    with ledger.writing() as writing:
        known = _known(writing, reported, moment, now)
        gone = _drop_lost(writing, known, now)
        if moment is Moment.END and gone is None:
            return _end(writing, known, reported, now)
        if moment is not Moment.END:
            call = _going_on(writing, None if gone else known, reported, now)
            if moment is Moment.START and call.answered is None:
                call = call._replace(answered=now)
            keep_open_call(writing.connection, call)
            return Followed(call.id, talking=call.answered is not None, lost=gone)
    raise gone or Problem(_NOT_OPEN, id=_id_of(reported))


def take_report(ledger: Ledger, report: CallReport) -> Followed:
    """Take in one report of a live source, as :func:`follow_call`."""
    reported = Reported(report.number, report.id, report.direction, report.method)
    moment = Moment(report.what.value)
    return follow_call(ledger, moment, reported, report.at.wall)


def _drop_lost(writing: Writing, known: OpenCall | None, now: Instant) -> Problem | None:
    """Forget a call whose end was never reported; how long it was nobody knows."""
    if known is None or not lost(known, now):
        return None
    drop_open_call(writing.connection, known.id)
    start = known.rang if known.answered is None else known.answered
    return Problem(_LOST, id=known.id, start=iso(start))


def _known(writing: Writing, reported: Reported, moment: Moment, now: Instant) -> OpenCall | None:
    calls = open_calls(writing.connection)
    wanted = _id_of(reported)
    found = next((call for call in calls if call.id == wanted), None)
    if found or reported.id or moment is Moment.RING:
        return found
    calls = [call for call in calls if not lost(call, now)] or calls
    if moment is Moment.START:
        calls = [call for call in calls if call.answered is None]
    if reported.number:  # reported with an id before, or without the number
        number = _number(reported)
        same = [call for call in calls if call.number == number]
        calls = same or [call for call in calls if not call.number]
    return calls[0] if len(calls) == 1 else None


def _number(reported: Reported) -> str:
    return parse(reported.number).text if reported.number else ""


def _id_of(reported: Reported) -> str:
    return reported.id or _number(reported) or NAMELESS


def _going_on(
    writing: Writing, known: OpenCall | None, reported: Reported, now: Instant
) -> OpenCall:
    if known is not None:
        return _with(known, reported)
    return OpenCall(
        _id_of(reported), now, None, _number(reported),
        reported.direction or Direction.OUTBOUND, reported.method, writing.register.people.me,
    )  # fmt: skip


def _with(call: OpenCall, reported: Reported) -> OpenCall:
    return call._replace(
        number=call.number or _number(reported),
        direction=reported.direction or call.direction,
        method=reported.method or call.method,
    )


def _end(writing: Writing, known: OpenCall | None, reported: Reported, now: Instant) -> Followed:
    if known is None:
        calls = ", ".join(call.id for call in open_calls(writing.connection))
        if calls and not (reported.id or reported.number):
            raise Problem(_WHICH, calls=calls)
        raise Problem(_NOT_OPEN, id=_id_of(reported))
    call = as_call(_with(known, reported), now)
    stored = writing.store([call])
    drop_open_call(writing.connection, known.id)
    entry = str(stored.ids[0]) if stored.ids else ""
    return Followed(known.id, talking=False, entry=entry, call=call)

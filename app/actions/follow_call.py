"""Follow a call as a softphone reports it: it rings, it is answered, it holds, it ends."""

from dataclasses import dataclass

from app.domain.beat import Beat
from app.domain.call_report import LONGEST, CallReport, Guess, Happening, Phase
from app.domain.event import Call
from app.domain.following import (
    LEAST_TALK,
    Over,
    begins_anew,
    followed,
    guessed,
    id_of,
    known_of,
    tells_own_id,
)
from app.domain.instant import Instant, iso
from app.domain.open_call import OpenCall, began, lost, restarted
from app.domain.problem import Problem, UsageProblem, mark
from app.ledger.ledger import Ledger, Writing
from app.ledger.live import keep_open_call, open_calls
from app.ledger.live_ends import (
    Closed,
    closed_by_id,
    keep_closed,
    record_end,
    record_of,
    store_record,
)

_NOT_OPEN = mark(
    "No open call goes by {id}, so nothing was recorded. Log it with: talktally log call"
)
_WHICH = mark("Several calls are open. Say which one is meant with --id or --number: {calls}.")
_LOST = mark(
    "Call {id}, open since {start}, lost its end, so its length in entry {entry} is an estimate. "
    "See: talktally live"
)
_TOO_LONG = mark("The id or number of a call must not be longer than {most} characters.")


@dataclass(frozen=True, slots=True)
class Followed:
    """The call as it stands; ``entry`` and ``call`` tell its record where this report ended it.

    ``lost`` says what became of an earlier call that went by the same id and never ended.
    """

    id: str
    phase: Phase
    entry: str = ""
    call: Call | None = None
    lost: Problem | None = None
    guess: Guess | None = None

    @property
    def talking(self) -> bool:
        """Tell whether it was answered and is not over."""
        return self.phase in {Phase.TALKING, Phase.HELD, Phase.OUT_OF_SIGHT}


def take_report(ledger: Ledger, report: CallReport) -> Followed:
    """Take in one report of a live source; reports that come twice change nothing.

    A call is known by its id, else its number, else as the only one there is. Problem for what is
    said of a call that nobody reported.
    """
    if max(len(report.id), len(report.number)) > LONGEST:
        raise UsageProblem(_TOO_LONG, most=LONGEST)
    with ledger.writing() as writing:
        found = _taken_in(writing, report)
    if found is None:
        raise Problem(_NOT_OPEN, id=id_of(report))
    return found


def _taken_in(writing: Writing, report: CallReport) -> Followed | None:
    calls = open_calls(writing.connection)
    known = known_of(calls, report)
    for other in (call for call in calls if call is not known and lost(call, report.at)):
        recorded(writing, _lost(other, report.at), report.at.wall)
    if known is not None and (lost(known, report.at) or begins_anew(known, report)):
        return _after_lost(writing, known, report)
    closed = None if known else _closed(writing, report)
    if closed is not None:
        return _late(writing, closed, report)
    step = followed(known, report, writing.register.people.me)
    if step is None:
        return _unknown(writing, calls, report)
    return _kept(writing, step, report.at.wall)


def _kept(writing: Writing, step: OpenCall | Over, now: Instant) -> Followed:
    if isinstance(step, Over):
        return recorded(writing, step, now)
    keep_open_call(writing.connection, step)
    return Followed(step.id, step.phase)


def recorded(writing: Writing, over: Over, now: Instant) -> Followed:
    """Write the record of a call that is over, and tell of it."""
    entry = record_end(writing, over, now)
    told = str(entry) if entry else ""
    return Followed(over.call.id, over.call.phase, told, over.record, guess=over.guess)


def _lost(call: OpenCall, at: Beat) -> Over:
    """End a call whose end was surely never reported."""
    return guessed(call, Guess.RESTARTED if restarted(call, at) else Guess.NEVER_TOLD)


def _after_lost(writing: Writing, known: OpenCall, report: CallReport) -> Followed:
    """Record a call whose end was never reported.

    What begins goes by its id from now on, but for an id that no other call has: whatever is still
    told of that one comes too late.
    """
    over = recorded(writing, _lost(known, report.at), report.at.wall)
    problem = Problem(_LOST, id=known.id, start=iso(began(known)), entry=over.entry)
    new = None if tells_own_id(report) else followed(None, report, writing.register.people.me)
    found = over if new is None else _kept(writing, new, report.at.wall)
    return Followed(found.id, found.phase, found.entry, found.call, problem, found.guess)


def _closed(writing: Writing, report: CallReport) -> Closed | None:
    """Return the call that a report came too late for; short ids are used again and again."""
    if not tells_own_id(report) and report.what is not Happening.END:
        return None
    return closed_by_id(writing.connection, report.id, report.at.wall) if report.id else None


def _late(writing: Writing, closed: Closed, report: CallReport) -> Followed | None:
    """Take in what a softphone says of a call after its end; it is not begun again."""
    if not closed.record:
        return _first_of(writing, closed, report)
    phase = Phase.ENDED if closed.answered else Phase.UNANSWERED
    if report.what is not Happening.START or closed.answered:
        return Followed(closed.id, phase)
    before = record_of(writing.connection, closed)
    if before is not None:
        # By when it happened, not by when it was heard of: several reports may overtake each other.
        answer = min(report.at.wall, closed.at)
        talk = max(LEAST_TALK, closed.at - answer)
        store_record(writing, before._replace(start=answer, talk_us=talk))
        keep_closed(writing.connection, closed._replace(answered=True))
    return Followed(closed.id, Phase.ENDED)


def _first_of(writing: Writing, closed: Closed, report: CallReport) -> Followed | None:
    """Record a call whose end came before everything else that was told of it."""
    begun = report._replace(at=Beat(min(report.at.wall, closed.at)))
    step = followed(None, begun, writing.register.people.me)
    if not isinstance(step, OpenCall):
        return None
    ending = report._replace(what=Happening.END, at=Beat(closed.at))
    over = followed(step, ending, step.person)
    return _kept(writing, over, closed.at) if over is not None else None


def _unknown(writing: Writing, calls: list[OpenCall], report: CallReport) -> Followed | None:
    """Refuse what is said of no call; an end is remembered, for its beginning may still come."""
    if len(calls) > 1 and not (report.id or report.number):
        raise Problem(_WHICH, calls=", ".join(call.id for call in calls))
    if report.what is Happening.END and tells_own_id(report):
        keep_closed(writing.connection, Closed(report.id, report.at.wall, report.at.wall))
    return None

"""Calls that go on: what a live source said of one so far, and the record it becomes."""

from hashlib import blake2b
from typing import NamedTuple

from app.domain.beat import Beat, between, talk_between
from app.domain.call_report import Phase
from app.domain.event import Call, Direction, Method, Source
from app.domain.instant import DAY, Instant

# Softphones cut a call off after a few hours; one that is open for a day lost its end.
_LONGEST = DAY
#: Stands for the id of a call of which neither an id nor a number was reported.
NAMELESS = "call"


class OpenCall(NamedTuple):
    """A call a live source reported as begun and not yet as ended.

    ``id``: the softphone's own, else the number. ``answered``: when talk began, ``None`` while it
    rings. ``number``: the far end, in E.164 where it is a phone number. ``source``: the word its
    record will bear. ``seen``: when it was last known to go on, 0 where nobody looked again.
    ``boot`` and the four that follow: the same two moments by the other clocks of
    :class:`app.domain.beat.Beat`; while it rings, the first two are of the first ring.
    """

    id: str
    rang: Instant
    answered: Instant | None
    number: str
    direction: Direction
    method: Method | None
    person: int
    source: str = "hook"
    phase: Phase = Phase.RINGING
    name: str = ""
    seen: Instant = Instant(0)
    boot: str = ""
    answered_running_us: int = 0
    answered_awake_us: int = 0
    seen_running_us: int = 0
    seen_awake_us: int = 0


def lost(opened: OpenCall, at: Beat) -> bool:
    """Tell whether the end of a call was surely never reported.

    So it is after a day, and where the computer was started anew since.
    """
    return restarted(opened, at) or between(beginning(opened), at) > _LONGEST


def restarted(opened: OpenCall, at: Beat) -> bool:
    """Tell whether the computer was started anew since a call was last known to go on."""
    return bool(opened.boot and at.boot and opened.boot != at.boot)


def talked(opened: OpenCall, at: Beat) -> int:
    """Return the microseconds of talk since the answer, 0 if it rings."""
    return 0 if opened.answered is None else talk_between(beginning(opened), at)


def began(opened: OpenCall) -> Instant:
    """Return when a call was answered, or first rang."""
    return opened.rang if opened.answered is None else opened.answered


def beginning(opened: OpenCall) -> Beat:
    """Return the clocks as they were when a call was answered, or first rang."""
    return Beat(began(opened), opened.boot, opened.answered_running_us, opened.answered_awake_us)


def last_seen(opened: OpenCall) -> Beat:
    """Return the clocks as they were when a call was last known to go on."""
    if not opened.seen:
        return beginning(opened)
    return Beat(opened.seen, opened.boot, opened.seen_running_us, opened.seen_awake_us)


def as_call(opened: OpenCall, at: Beat) -> Call:
    """Write an open call as the record it would be if it ended at a moment.

    One that nobody answered has talked for 0. The softphone's own id stays beside it, for where
    that is the SIP Call-ID other logs know it.
    """
    return Call(
        Source(opened.source), f"{_id_of_record(opened)}@{opened.rang}", began(opened),
        talked(opened, at), opened.direction, far=opened.number, method=opened.method,
        name=opened.name, call_id=own_id(opened),
    )  # fmt: skip


def own_id(opened: OpenCall) -> str:
    """Return the id a softphone gave a call, "" where it gave none and something stands for it."""
    return "" if opened.id in {NAMELESS, opened.number} else opened.id


def _id_of_record(opened: OpenCall) -> str:
    """Return the id of a record, without the number that may stand in for one."""
    if opened.id != opened.number or opened.id == NAMELESS:
        return opened.id
    return blake2b(opened.id.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

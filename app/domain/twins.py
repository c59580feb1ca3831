"""Reports of one call by several sources: when two of them agree, and which one is kept."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

from app.domain.erased import MARK
from app.domain.event import Direction, Source
from app.domain.instant import DAY, SECOND, Instant
from app.domain.numbers import NumberClass

#: How far two starts may lie apart: one source notes the dialling, another one the answer.
NEAR_US = 90 * SECOND
#: How far two talk times may lie apart: this long, or this part of the longer one.
TALK_US, TALK_PART = 3 * SECOND, 20
#: Ids that say the same are of one call only if it began on about one day; zones may be mistaken.
_ID_NEAR_US = DAY
# What is shorter may be a running number, which two systems share by chance.
_SHORTEST_ID = 6

# Which report is kept: sources with legs and prices first, then those that see the call itself,
# then those that see one end of it, then what a person or a hook said.
_PRICED = ("twilio", "aircall", "ringcentral", "google-voice", "hubspot")
_LOCAL = (
    "kamailio", "asterisk", "freeswitch", "linphone", "microsip", "twinkle", "baresip", "hook",
    "hand",
)  # fmt: skip
_RANKS = {
    **{provider: rank for rank, provider in enumerate(_PRICED)},
    **{provider: rank for rank, provider in enumerate(_LOCAL, start=len(_PRICED) + 1)},
}


class State(IntEnum):
    """What is known of two reports; a copy counts nothing in every state but ``APART``.

    ``MATCHED`` by a rule without doubt; ``POSSIBLE``: a person should look, and until then the
    kept one counts; ``CONFIRMED`` and ``APART``: a person said so.
    """

    MATCHED = 0
    POSSIBLE = 1
    CONFIRMED = 2
    APART = 3


class Rule(StrEnum):
    """Why two reports are taken to be of one call.

    ``SEVERAL``: they agree, but one of them agrees with others too. ``TAIL``: they agree, but only
    the last digits of their numbers can be compared.
    """

    ID = "id"
    CALL = "call"
    SEVERAL = "several"
    TAIL = "tail"
    SAID = "said"


class Report(NamedTuple):
    """One call as one source reports it, with what tells whether another report is of it too.

    ``identity`` as :func:`app.domain.merge.digest_of` makes it; ``far`` and ``tail`` as numbers are
    kept: E.164 where known, and its last digits. ``unsure``: nobody heard its end, so its talk
    time is a guess.
    """

    identity: bytes
    source: Source
    external_id: str
    start: Instant
    talk_us: int
    direction: Direction
    far: str
    kind: NumberClass
    tail: str
    call_id: str = ""
    unsure: bool = False

    @property
    def order(self) -> tuple[int, str, Instant, bytes]:
        """What orders reports: of two of one call the earlier one is kept."""
        return rank(self.source), self.source.provider, self.start, self.identity

    @property
    def is_erased(self) -> bool:
        """Tell whether its number was erased, so that it cannot be compared any more."""
        return self.far.startswith(MARK)

    @property
    def tells_number(self) -> bool:
        """Tell whether its far end can be compared: withheld and unknown ones cannot."""
        if self.kind is NumberClass.WITHHELD or self.is_erased:
            return False
        return bool(self.tail) or (self.kind is NumberClass.OTHER and bool(self.far))


class Twin(NamedTuple):
    """What a copy is a copy of, and why."""

    kept: bytes
    state: State
    rule: Rule


class Remark(NamedTuple):
    """What a person said of one record and another one: two calls where ``apart``, else one."""

    source: Source
    external_id: str
    apart: bool


Twins = Mapping[bytes, Twin]


def rank(source: Source) -> int:
    """Return the place of a source among those of which one report is kept, 0 first."""
    return _RANKS.get(source.provider, len(_PRICED))


def likeness(one: Report, other: Report) -> Rule | None:
    """Tell by which rule two reports are of one call: ``ID``, ``CALL``, ``TAIL`` or none.

    A provider reports a call once, so two of its records are two calls, also those of two accounts.
    """
    if one.source.provider == other.source.provider:
        return None
    if _share_id(one, other):
        return Rule.ID
    apart = abs(one.start - other.start)
    if apart > NEAR_US or one.direction is not other.direction or not _talk_alike(one, other):
        return None
    return _number_alike(one, other)


def _share_id(one: Report, other: Report) -> bool:
    if abs(one.start - other.start) > _ID_NEAR_US:
        return False
    return any(
        len(known) >= _SHORTEST_ID and known in also
        for known, also in (
            (one.call_id, (other.call_id, other.external_id)),
            (other.call_id, (one.external_id,)),
        )
    )


def _talk_alike(one: Report, other: Report) -> bool:
    if one.unsure or other.unsure:
        return True
    apart = abs(one.talk_us - other.talk_us)
    return apart <= TALK_US or apart * TALK_PART <= max(one.talk_us, other.talk_us)


def _number_alike(one: Report, other: Report) -> Rule | None:
    if not (one.tells_number and other.tells_number):
        return None
    if one.far == other.far:
        return Rule.CALL
    ends_alike = bool(one.tail) and one.tail == other.tail
    return Rule.TAIL if ends_alike and not (_whole(one) and _whole(other)) else None


def _whole(report: Report) -> bool:
    """Tell whether a number has its country code: two such that differ are two numbers."""
    # No area code of +1 begins with 0 or 1: that is a number of elsewhere, written as at home.
    return report.far.startswith("+") and not report.far.startswith(("+10", "+11"))

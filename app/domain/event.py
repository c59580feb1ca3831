"""Facts: a call or a text as one source reported it, frozen.

Both are named tuples because a million of them pass through the importer; they stay immutable and
typed. A fact is never edited: a later version of the same record supersedes it.
"""

from enum import StrEnum
from typing import NamedTuple

from app.domain.instant import Instant
from app.domain.money import Money

#: What ``counts_toward`` says of an entry that no plan is to count; no plan is called so.
NO_PLAN = "none"


class Direction(StrEnum):
    """Who placed it, seen from the agent."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class Method(StrEnum):
    """How an agent placed a call: over the net, or from the own phone with a leg of its own."""

    BROWSER = "browser"
    PHONE = "phone"


class Source(NamedTuple):
    """Where a fact comes from; two accounts of one provider are two sources.

    ``provider`` is a lower-case word ("twilio", "aircall", "hubspot", "hand", "hook"); ``account``
    is the provider's own id of the account, or "" where the record does not tell.
    """

    provider: str
    account: str = ""


class Leg(NamedTuple):
    """Answered time between two ends, as a source reported it.

    ``talk_us`` is whole microseconds, 0 when the far end never answered. ``price`` is the
    provider's own final price for this leg, never negative.
    """

    talk_us: int
    origin: str
    destination: str
    external_id: str = ""
    price: Money | None = None


class Call(NamedTuple):
    """One call.

    ``talk_us``: how long the agent and the contact talked, whole microseconds, 0 when the contact
    did not answer. ``own`` and ``far``: numbers or addresses as the record writes them, "" when it
    has none. ``agent``: the user the record names, "" when it names none. ``legs``: only legs the
    source itself reports; where it reports none the plan's rule makes them. ``app_id``: the id of
    another calling app inside HubSpot. ``counts_toward``: a plan's name or "none" where a person
    said so, else "". ``tags``: a person's own words for it, as :func:`app.domain.tags.tidy_tags`
    writes them. ``call_id``: the id by which other systems know this very call (a SIP Call-ID, the
    id of the provider that carried it), "" when the record has none. ``price``: of the contact's
    leg where the plan's rule makes the legs and the far number, which told it, was erased.
    """

    source: Source
    external_id: str
    start: Instant
    talk_us: int
    direction: Direction
    own: str = ""
    far: str = ""
    method: Method | None = None
    agent: str = ""
    legs: tuple[Leg, ...] = ()
    app_id: str = ""
    counts_toward: str = ""
    name: str = ""
    note: str = ""
    tags: str = ""
    call_id: str = ""
    price: Money | None = None


class Text(NamedTuple):
    """One text message; its body was counted and dropped before this value was made.

    ``counted``: segments by our own count, ``None`` when the body was never seen. ``reported``: the
    provider's final count, ``None`` while it has none. ``encoding`` ("GSM-7", "UCS-2"), ``units``
    and ``characters`` describe the body where it was seen. ``media``: attachments; any makes it an
    MMS. ``far_region``: ISO-2 region where the record tells it without a number. ``price``: the
    provider's own final price of the whole message, never negative. ``tags`` as in a call.
    """

    source: Source
    external_id: str
    start: Instant
    direction: Direction
    own: str = ""
    far: str = ""
    agent: str = ""
    counted: int | None = None
    reported: int | None = None
    encoding: str = ""
    units: int = 0
    characters: int = 0
    media: int = 0
    far_region: str = ""
    price: Money | None = None
    counts_toward: str = ""
    name: str = ""
    note: str = ""
    tags: str = ""

    @property
    def segments(self) -> int:
        """The count that is billed: the provider's once final, else ours, else one."""
        if self.reported:
            return self.reported
        return self.counted or 1


Fact = Call | Text

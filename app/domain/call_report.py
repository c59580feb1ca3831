"""What a live source says: of one call, of all its calls at once, and of itself."""

from enum import StrEnum
from typing import NamedTuple

from app.domain.beat import Beat
from app.domain.event import Direction, Method
from app.domain.instant import Instant

#: No id, number or name in a report is longer, in characters.
LONGEST = 200


class Happening(StrEnum):
    """What became of a call."""

    RING = "ring"
    START = "start"
    HOLD = "hold"
    RESUME = "resume"
    END = "end"


class CallReport(NamedTuple):
    """One thing a source said of one call, stamped on receipt; "" or ``None``: it did not say.

    ``source``: the word its records bear ("baresip", "hook", "hand"). ``id``: the source's own
    id, a SIP Call-ID where it has one. ``number``: the far end as the source writes it, a number
    or a SIP address. ``name``: what the far end calls itself.
    """

    what: Happening
    at: Beat
    source: str = "hook"
    id: str = ""
    number: str = ""
    name: str = ""
    direction: Direction | None = None
    method: Method | None = None


class Listed(NamedTuple):
    """A call that a source lists as going on.

    ``talked_us``: since the answer, ``None`` while it rings; sources round it to whole seconds.
    """

    id: str
    number: str
    talked_us: int | None
    direction: Direction | None = None
    name: str = ""
    held: bool = False


class CallList(NamedTuple):
    """Every call of a source at a moment: what is not in it has ended.

    Unless it is not ``whole``: then the source lists some of its calls, and others may go on.
    """

    source: str
    at: Beat
    calls: tuple[Listed, ...]
    whole: bool = True


class Contact(StrEnum):
    """How a source is in touch.

    ``OFF``: nobody wants it. ``SEEKING``: it was not reached yet. ``LISTENING``: what it tells is
    heard. ``ABSENT``: nobody answers where it should be. ``LOST``: it was heard, and the line just
    broke. ``TAKEN``: another program took the line, and it is left to it until a person takes it
    back. ``REFUSED``: the place cannot be used, as ``reason`` says.
    """

    OFF = "off"
    SEEKING = "seeking"
    LISTENING = "listening"
    ABSENT = "absent"
    LOST = "lost"
    TAKEN = "taken"
    REFUSED = "refused"


class SourceNews(NamedTuple):
    """How a source stands since a moment.

    ``gone``: calls it had open have lost it for good at that moment, for its program has ended
    (``ABSENT`` after ``LISTENING`` or ``LOST``). ``place``: where it is sought, "127.0.0.1:4444".
    """

    source: str
    contact: Contact
    at: Beat
    place: str = ""
    reason: str = ""
    gone: bool = False


Heard = CallReport | CallList | SourceNews


class Phase(StrEnum):
    """Where a call stands. Only the last two are an end."""

    RINGING = "ringing"
    TALKING = "talking"
    HELD = "held"
    OUT_OF_SIGHT = "out_of_sight"
    ENDED = "ended"
    UNANSWERED = "unanswered"


class Guess(StrEnum):
    """Why the end of a call was estimated rather than heard.

    ``SOFTPHONE_GONE``: its softphone ended. ``NOT_LISTED``: its softphone, asked again, did not
    know it any more. ``SLEPT``: the computer slept. ``RESTARTED``: the computer was started anew.
    ``NEVER_TOLD``: nobody told its end. ``RECORDED``: another source has a record of the whole.
    """

    SOFTPHONE_GONE = "softphone_gone"
    NOT_LISTED = "not_listed"
    SLEPT = "slept"
    RESTARTED = "restarted"
    NEVER_TOLD = "never_told"
    RECORDED = "recorded"


class UnsureEnd(NamedTuple):
    """A recorded call whose end was estimated and which nobody looked at yet."""

    entry: int
    number: str
    name: str
    start: Instant
    talk_us: int
    guess: Guess

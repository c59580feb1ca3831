"""What the next text finds: the allowance it would draw on, and what is left of that afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.meter import Cycle
from app.domain.money import Money
from app.domain.plan import MeterKind, Scope
from app.domain.price import PriceRow
from app.domain.receipt import Outcome


@dataclass(frozen=True, slots=True)
class TextRoom:
    """An allowance of the messaging plan before the next text.

    ``remaining`` segments, ``None`` before any entry; ``at_least``: others may have used more.
    ``past``: what becomes of segments beyond it. ``per_message``: segments of one MMS, 0 where the
    text's own count. ``price`` of a segment to the recipient, ``None`` where not known.
    """

    scope: Scope
    included: int
    remaining: int | None
    past: Outcome
    at_least: bool = False
    per_message: int = 0
    price: PriceRow | None = None


@dataclass(frozen=True, slots=True)
class NextText:
    """What holds for the next text: each kind's room, none without a plan for texts.

    ``to``: the recipient in E.164, "" while not given; ``inside``: the allowance is for it, which
    an unknown recipient is taken to be.
    """

    rooms: Mapping[MeterKind, TextRoom]
    plan_title: str = ""
    cycle: Cycle | None = None
    to: str = ""
    inside: bool = True


@dataclass(frozen=True, slots=True)
class TextAfter:
    """A text foretold: its kind and segments, what is left then, and what is past the allowance.

    ``left`` is never below 0, ``None`` where nothing draws on an allowance or nobody knows.
    ``past`` segments meet ``outcome``; ``amount`` is what they cost, ``None`` where they are not
    billed or that is not known.
    """

    kind: MeterKind
    segments: int
    left: int | None
    past: int
    outcome: Outcome
    amount: Money | None = None


def foretell(found: NextText, segments: int, media: int = 0) -> TextAfter | None:
    """Foretell a text; ``None`` where no allowance or price is for it."""
    kind = MeterKind.MMS if media else MeterKind.SMS
    room = found.rooms.get(kind)
    if room is None:
        return None
    units = room.per_message if media else segments
    if not found.inside:
        return TextAfter(kind, units, None, units, Outcome.OUTSIDE, _amount(room, units))
    past = 0 if room.remaining is None else max(0, units - room.remaining)
    left = None if room.remaining is None else max(0, room.remaining - units)
    amount = _amount(room, past) if past and room.past is Outcome.BILLED else None
    return TextAfter(kind, units, left, past, room.past if past else Outcome.INCLUDED, amount)


def _amount(room: TextRoom, segments: int) -> Money | None:
    return room.price.rate * segments if room.price is not None else None

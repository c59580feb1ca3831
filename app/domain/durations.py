"""Talk times as records write them, turned into whole microseconds."""

from decimal import ROUND_CEILING, Decimal, InvalidOperation
from functools import lru_cache

from app.domain.instant import DAY, MINUTE, SECOND
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord

#: Microseconds in one unit, by the unit's name in a mapping.
UNITS = {"s": SECOND, "ms": SECOND // 1000, "min": MINUTE, "h:m:s": SECOND}
MILLISECOND = UNITS["ms"]

_LONGEST = 7 * DAY
_DIGITS = 24
_NOT_A_NUMBER = Decimal("NaN")


@lru_cache(maxsize=16_384)
def duration(text: str, unit: int = SECOND) -> int:
    """Read a duration in whole microseconds; ``unit`` is what a plain number counts.

    Colons mean hours, minutes and seconds whatever the unit. Raises UnreadableRecord for what is
    no number, is negative, or is longer than seven days.
    """
    amount = _amount(text.strip(), unit)
    if amount < 0:
        raise UnreadableRecord(mark("The duration {value} is negative"), text)
    if amount > _LONGEST:
        raise UnreadableRecord(mark("The duration {value} is longer than seven days"), text)
    # A call that lasted a little longer than a whole minute must stay longer.
    return int(amount.to_integral_value(ROUND_CEILING))


def _amount(text: str, unit: int) -> Decimal:
    try:
        amount = _clock(text) * SECOND if ":" in text else Decimal(text) * unit
    except (ValueError, InvalidOperation):
        amount = _NOT_A_NUMBER
    if amount.is_finite() and len(text) <= _DIGITS:
        return amount
    reason = mark("“{value}” is not a duration") if text else mark("The duration is missing")
    raise UnreadableRecord(reason, text)


def _clock(text: str) -> Decimal:
    parts = text.split(":")
    if len(parts) > 3 or not all(part.replace(".", "", 1).isdecimal() for part in parts):
        raise ValueError(text)
    total = Decimal(0)
    for part in parts:
        total = total * 60 + Decimal(part)
    return total

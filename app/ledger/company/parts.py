"""Parts of a day's use, which counts are added up from."""

from typing import NamedTuple

from app.domain.crossing import Side
from app.ledger.totals import Drawn, Meterage


class Part(NamedTuple):
    """Units of one allowance on a local day, an ordinal, on one side of it."""

    of: Meterage
    day: int
    side: int
    currency: str
    units: int
    amount: int
    unpriced: int


def moved_past(of: Meterage, day: int, drawn: Drawn, sign: int = 1) -> tuple[Part, Part]:
    """Return what moves part of a text from inside the allowance past it; -1 moves it back."""
    return _part(of, day, Side.PAST, drawn, sign), _part(of, day, Side.INCLUDED, drawn, -sign)


def _part(of: Meterage, day: int, side: int, drawn: Drawn, sign: int) -> Part:
    amount, unpriced = sign * drawn.amount_nano, sign * drawn.unpriced
    return Part(of, day, side, drawn.currency, sign * drawn.units, amount, unpriced)

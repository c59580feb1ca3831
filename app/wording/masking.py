"""Phone numbers without their middle, for a screen that others can see."""

_HIDDEN = "·"
#: Of a number at least so many digits are hidden, or it is too short to be anybody's.
_LEAST = 4
_LAST = 2
_OF_NUMBERS = set("0123456789+-/.() \u00a0")


def mask(written: str) -> str:
    """Hide the digits of a number but its country, its first group and the last two.

    "+1 415 555 0188" becomes "+1 415 ··· ··88". First group and country are hidden as well where
    too little would be otherwise. What has fewer than five digits, such as an extension, stays as
    it is, and so does every sign that is no digit.
    """
    digits = [place for place, sign in enumerate(written) if sign.isdigit()]
    if len(digits) <= _LEAST:
        return written
    least = min(_LEAST, len(digits) - _LAST)
    hideable = [
        [place for place in digits[:-_LAST] if place >= begin] for begin in (*_groups(written), 0)
    ]
    hidden = set(next(places for places in hideable if len(places) >= least))
    return "".join(_HIDDEN if place in hidden else sign for place, sign in enumerate(written))


def is_like_a_number(written: str) -> bool:
    """Tell whether a text holds nothing but a number and what is written around its digits."""
    return any(map(str.isdigit, written)) and not set(written) - _OF_NUMBERS


def _groups(written: str) -> tuple[int, ...]:
    """Return where the first group of an international number ends, and where its country does."""
    if not written.startswith("+") or " " not in written:
        return ()
    country = written.index(" ")
    first = written.find(" ", country + 1)
    return (first, country) if first > 0 else (country,)

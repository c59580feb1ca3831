"""Phone numbers without their middle, for a screen that others can see."""

_HIDDEN = "·"
#: Of a number at least so many digits are hidden, or it is too short to be anybody's.
_LEAST = 4
_LAST = 2


def mask(written: str) -> str:
    """Hide the digits of a number but its country, its first group and the last two.

    "+1 415 555 0188" becomes "+1 415 ··· ··88". The first group is hidden as well where too little
    would be otherwise. What has fewer than five digits, such as an extension, stays as it is, and
    so does every sign that is no digit.
    """
    digits = [place for place, sign in enumerate(written) if sign.isdigit()]
    if len(digits) <= _LEAST:
        return written
    country, first = _groups(written)
    hidden = [place for place in digits[:-_LAST] if place >= first]
    if len(hidden) < _LEAST:
        hidden = [place for place in digits[:-_LAST] if place >= country]
    return "".join(_HIDDEN if place in hidden else sign for place, sign in enumerate(written))


def _groups(written: str) -> tuple[int, int]:
    """Return where the country of an international number ends, and where its first group does."""
    if not written.startswith("+"):
        return 0, 0
    country = written.find(" ")
    if country < 0:
        return 0, 0
    first = written.find(" ", country + 1)
    return country, first if first > 0 else country

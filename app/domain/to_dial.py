"""What a person wants to call: the link for the phone app as it came, and the number in it."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from app.domain.addresses import tidy
from app.domain.numbers import NumberClass, parse

#: Longer than any number with its parameters; what is longer is handed to nobody.
_LONGEST = 256
_LONGEST_SHORT = 6
_link = re.compile(r"(tel|callto|sips?):(.*)", re.IGNORECASE | re.DOTALL).fullmatch
_extension = re.compile(
    r"(?:x|ext(?:ension|n)?[.:]?|durchwahl:?)\s*([0-9]{1,7})$", re.IGNORECASE
).search
# What a typed number may consist of: digits, codes and pauses of phones, letters on their keys.
_typed = re.compile(r"[+*#,;.()/\-0-9A-Za-z ]*[0-9*#][+*#,;.()/\-0-9A-Za-z ]*").fullmatch
_not_dialled = re.compile(r"[\s().\-/]").sub
# What no link may hold; most of it would end a word for some program on the way.
_UNFIT = re.compile(r'[\s"<>\\^`{|}]')


class ToDial(NamedTuple):
    """``link`` is what a phone app gets: what was clicked, letter by letter, or made of a number.

    ``number``: E.164 where it is a phone number, else what would be dialled, such as "112",
    "*31#4155550188" or "jana@pbx.example"; never begins with "-". ``short``: a number of an
    emergency service or of a switchboard, for which nobody is to wait.
    """

    link: str
    number: str
    short: bool = False

    @property
    def scheme(self) -> str:
        """The scheme of the link in small letters: "tel", "callto", "sip" or "sips"."""
        return self.link.partition(":")[0].lower()


def to_dial(written: str) -> ToDial | None:
    """Read a link or a number as a person typed it; ``None`` for what no phone can be told.

    Of a link nothing is changed but what no link may hold, such as a space, which becomes "%20".
    """
    text = written.strip()
    if not text or len(text) > _LONGEST or not text.isprintable():
        return None
    found = _link(text)
    return _of_link(text, found[2]) if found else _of_typed(tidy(text))


def _of_link(link: str, rest: str) -> ToDial | None:
    user = tidy(unquote(re.split("[;?]", rest.removeprefix("//"), maxsplit=1)[0]))
    host = link[:3].lower() == "sip" and "@" not in user
    dialled = user if host or any(map(str.isalpha, user)) else _not_dialled("", user)
    if not dialled.strip("-"):
        return None
    known = parse(tidy(link))
    number = known.text if known.kind is NumberClass.KNOWN else dialled
    fit = _UNFIT.sub(lambda unfit: quote(unfit[0]), link)
    return ToDial(fit, _not_an_option(number), _is_short(dialled))


def _of_typed(text: str) -> ToDial | None:
    if not _typed(text):
        return None
    known, dialled = parse(text), _not_dialled("", text)
    if known.kind is not NumberClass.KNOWN:
        return ToDial(f"tel:{quote(dialled, safe='+*,;')}", dialled, _is_short(dialled))
    extension = _extension(text)
    if extension:
        return ToDial(f"tel:{known.text};ext={extension[1]}", known.text)
    codes = any(code in text for code in "*#,;")
    link = quote(dialled, safe="+*,;") if codes else known.text
    return ToDial(f"tel:{link}", known.text)


def _is_short(dialled: str) -> bool:
    return dialled.isdecimal() and dialled.isascii() and len(dialled) <= _LONGEST_SHORT


def _not_an_option(number: str) -> str:
    """Keep what a link names from being read as an option of a program."""
    return number.lstrip("-")

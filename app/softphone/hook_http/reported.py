"""What the words of a request say of a call, in the names that several softphones use."""

import re

from app.domain.beat import Beat
from app.domain.call_report import LONGEST, CallReport, Happening
from app.domain.call_words import direction
from app.domain.event import Direction, Method
from app.domain.hook_place import HOOK_PATH
from app.domain.plain_name import plain
from app.domain.unreadable import UnreadableRecord
from app.softphone.hook_http.request import Refused

_NAMES = {
    "id": "id callid callguid guid uuid sipcallid",
    "number": "number remote remoteparty phone phonenumber callernum",
    "direction": "direction origin callorigin calldirection calltype",
    "method": "method",
    "name": "name displayname displayremote remotealias remotename contact",
    "token": "token",
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
# What a softphone would have replaced, had it known the word: it says nothing of the call.
_unreplaced = re.compile(r"\$\w+|\{\w+\}|%\w+%|\[\w+\]").fullmatch


def fields_of(said: list[tuple[str, str]]) -> dict[str, str]:
    """Return what was said under the names used here; of several, the first that says anything."""
    found: dict[str, str] = {}
    for name, value in said:
        field = _FIELDS.get(plain(name), "")
        text = _readable(value)
        if field and text and not _unreplaced(text):
            found.setdefault(field, text)
    return found


def report_of(path: str, fields: dict[str, str], at: Beat) -> CallReport:
    """Make the report; Refused with what to write instead."""
    what = _what(path)
    if max(len(fields.get("id", "")), len(fields.get("number", ""))) > LONGEST:
        raise Refused(400, f"The id or number must not be longer than {LONGEST} characters.")
    return CallReport(
        what,
        at,
        id=fields.get("id", ""),
        number=_number(fields.get("number", "")),
        name=fields.get("name", "").replace("+", " ")[:LONGEST],
        direction=_direction(fields.get("direction", "")),
        method=_method(fields.get("method", "")),
    )


def _what(path: str) -> Happening:
    try:
        return Happening(path.removeprefix(HOOK_PATH) if path.startswith(HOOK_PATH) else "")
    except ValueError:
        known = ", ".join(HOOK_PATH + each.value for each in Happening)
        raise Refused(404, f"There is nothing here. The addresses are {known}.") from None


def _number(text: str) -> str:
    """Return a number whose leading "+" stands; any other one was a space in a form."""
    return text[:1] + text[1:].replace("+", " ")


def _direction(word: str) -> Direction | None:
    if not word:
        return None
    try:
        return direction(word, Direction.OUTBOUND)
    except UnreadableRecord:
        raise Refused(400, "The direction is not known here. Write in or out.") from None


def _method(word: str) -> Method | None:
    if not word:
        return None
    try:
        return Method(word.lower())
    except ValueError:
        known = " or ".join(Method)
        raise Refused(400, f"The method is not known here. Write {known}.") from None


def _readable(value: str) -> str:
    """Drop what cannot be seen and would only be kept: control characters and outer spaces."""
    return "".join(each for each in value if each.isprintable()).strip()

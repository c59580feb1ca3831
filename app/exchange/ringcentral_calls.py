"""RingCentral calls, as the call log of its API answers; faxes are passed over.

A record is one call, whatever legs its detailed view lists: those are the provider's own steps
(ringing a queue, forwarding), and the time talked is the record's.
"""

import json
import re
from functools import lru_cache
from typing import NamedTuple

from app.domain.call_words import direction
from app.domain.durations import MILLISECOND, duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.record_values import source
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape

COLUMNS = (
    column("id", required=True),
    column("uri"),
    column("sessionId", required=True),
    column("telephonySessionId"),
    column("startTime", required=True, date=True),
    column("duration"),
    column("durationMs"),
    column("type", required=True),
    column("direction", required=True),
    column("result"),
    column("from"),
    column("to"),
)
_OPEN = {plain(word) for word in ("In Progress", "ResultInProgress", "Ringing")}
# Nobody talked: what rang, was turned away, or ended at a machine.
_UNANSWERED = {
    plain(word)
    for word in (
        *("Missed", "Voicemail", "Rejected", "Declined", "Reply", "Blocked", "Busy", "Line Busy"),
        *("No Answer", "Not Answered", "Hang Up", "Abandoned", "Stopped", "Not Allowed"),
        *("Call Failed", "Call Failure", "Failed", "Internal Error", "Wrong Number", "No Calls"),
        *("International Disabled", "International Disabled Calls", "International Restriction"),
        *("IP Phone Offline", "Restricted Number", "Suspended Account", "Account Suspended"),
    )
}
_account = re.compile(r"/account/(\d{1,20})/").search


class _Party(NamedTuple):
    """One end of a call: a number or extension, and the name beside it."""

    number: str = ""
    name: str = ""


def _prepare(setup: Setup) -> Convert:
    when, otherwise = setup.when(), setup.direction

    def convert(cells: Cells) -> Call:
        number, uri, _, session, start, seconds, millis, kind, way, result, *ends, _ = cells
        if plain(kind) == "fax":
            raise UnreadableRecord(mark("A fax is no call and is not counted"), kind)
        towards = direction(way, otherwise)
        caller, called = map(_party, ends)
        own, far = (caller, called) if towards is Direction.OUTBOUND else (called, caller)
        return Call(
            source("ringcentral", _account_of(uri) or setup.account),
            number.strip(),
            when(start),
            _talked(result, seconds, millis),
            towards,
            own.number,
            far.number,
            agent=own.name,
            name=far.name,
            call_id=session.strip(),
        )

    return convert


def _talked(result: str, seconds: str, millis: str) -> int:
    word = plain(result)
    if word in _OPEN or plain(seconds) == "pending":
        raise UnreadableRecord(mark("The call is not finished yet ({value})"), result)
    if word in _UNANSWERED:
        return 0
    return duration(millis, MILLISECOND) if millis.strip() else duration(seconds, SECOND)


@lru_cache(maxsize=8192)
def _party(cell: str) -> _Party:
    """Read one end of a call; what is no object says nothing."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return _Party()
    if not isinstance(found, dict):
        return _Party()
    number, extension, name = map(found.get, ("phoneNumber", "extensionNumber", "name"))
    return _Party(_text(number) or _text(extension), _text(name))


def _text(value: object) -> str:
    return str(value).strip()[:200] if isinstance(value, str | int) else ""


def _account_of(uri: str) -> str:
    found = _account(uri)
    return found[1] if found else ""


CALLS = Format("ringcentral-calls", Shape.JSON, COLUMNS, _prepare, page="records")

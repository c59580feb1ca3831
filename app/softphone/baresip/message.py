"""What comes over baresip's control line, in the words of 1.0.0 and of today."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from app.domain.beat import Beat
from app.domain.call_report import LONGEST, CallReport, Happening
from app.domain.event import Direction

SOURCE = "baresip"
# A number is not looked for in more; what is cut off is the end of the host.
_LONGEST_URI = 64

# Whether a call was answered is told by CALL_ESTABLISHED alone. CALL_ANSWERED may also mean that
# sound is offered before the answer, and the reason in "param" is the same for a call that was
# hung up and one that was given up.
_HAPPENINGS: Mapping[str, Happening] = {
    "CALL_OUTGOING": Happening.RING,
    "CALL_RINGING": Happening.RING,
    "CALL_PROGRESS": Happening.RING,
    "CALL_INCOMING": Happening.RING,
    "CALL_ESTABLISHED": Happening.START,
    "CALL_HOLD": Happening.HOLD,
    "CALL_RESUME": Happening.RESUME,
    "CALL_CLOSED": Happening.END,
}
_LEAVING = frozenset({"SHUTDOWN", "EXIT"})
_DIRECTIONS = {"incoming": Direction.INBOUND, "outgoing": Direction.OUTBOUND}


class Event(NamedTuple):
    """One event: what happened, ``None`` for a kind that says nothing of a call's course.

    ``id``: the SIP Call-ID, "" where there is none yet. ``uri``: the far end's SIP address.
    ``leaving``: baresip is about to end. ``flowing``: sound of the far end has come.
    """

    what: Happening | None = None
    id: str = ""
    uri: str = ""
    name: str = ""
    direction: Direction | None = None
    leaving: bool = False
    flowing: bool = False

    def report(self, at: Beat, what: Happening | None = None) -> CallReport | None:
        """Return the report of this event, or of another happening to its call, if it says one.

        Without an id an event cannot be told from one of another call, and one with it follows.
        """
        what = what or self.what
        if what is None or not self.id:
            return None
        return CallReport(what, at, SOURCE, self.id, self.uri, self.name, self.direction)


class Answer(NamedTuple):
    """What a command gave back; ``to`` is the command, which was sent with it."""

    ok: bool
    text: str
    to: str


def read_message(payload: bytes) -> Event | Answer | None:
    """Read a message; ``None`` for one that cannot be read or is of no known kind.

    A far end chooses its name and address, so they are cut to a bearable length and cleared of
    characters that cannot be stored or shown.
    """
    try:
        message = json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    if message.get("response"):
        return Answer(message.get("ok") is True, _text(message, "data"), _text(message, "token"))
    return _event(message) if message.get("event") else None


def uri_of(text: str) -> str:
    """Return a SIP address without what comes after the host, cut to a bearable length."""
    return clean(text.partition(";")[0])[:_LONGEST_URI]


def id_of(text: str) -> str:
    """Return a SIP Call-ID; one that is too long to be kept becomes a short one of its own."""
    text = clean(text)
    if len(text) <= LONGEST:
        return text
    return blake2b(text.encode(), digest_size=16).hexdigest()


def clean(text: str) -> str:
    """Return a text without characters that break lines or cannot be written as UTF-8."""
    written = text.encode("utf-8", "replace").decode()
    shown = "".join(each if each.isprintable() else " " for each in written)
    return " ".join(shown.split())


def _event(message: Mapping[str, Any]) -> Event:
    kind = _text(message, "type")
    return Event(
        _HAPPENINGS.get(kind),
        id_of(_text(message, "id")),
        uri_of(_text(message, "peeruri")),
        clean(_text(message, "peerdisplayname"))[:LONGEST],
        _DIRECTIONS.get(_text(message, "direction")),
        kind in _LEAVING,
        kind == "CALL_RTCP" and _received(message) > 0,
    )


def _received(message: Mapping[str, Any]) -> int:
    """Return how many packets of sound had come from the far end."""
    found: Any = message
    for key in ("rtcp_stats", "rx", "sent"):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, int) else 0


def _text(message: Mapping[str, Any], key: str) -> str:
    value = message.get(key)
    return value if isinstance(value, str) else ""

"""What Twinkle says of a call in the environment of the program it runs at each event."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.addresses import read_address
from app.domain.beat import Beat
from app.domain.call_report import LONGEST, CallReport, Happening
from app.domain.event import Direction

TRIGGER = "TWINKLE_TRIGGER"
#: Of an incoming call alone Twinkle waits for what the program says.
INCOMING = "in_call"


class _Event(NamedTuple):
    what: Happening
    direction: Direction | None = None
    far: str = ""


# Who hung up says nothing of who called; the call is known by its id by then.
_EVENTS = {
    INCOMING: _Event(Happening.RING, Direction.INBOUND, "FROM"),
    "in_call_answered": _Event(Happening.START, Direction.INBOUND, "FROM"),
    "in_call_failed": _Event(Happening.END, Direction.INBOUND, "FROM"),
    "out_call": _Event(Happening.RING, Direction.OUTBOUND, "TO"),
    "out_call_answered": _Event(Happening.START, Direction.OUTBOUND, "TO"),
    "out_call_failed": _Event(Happening.END, Direction.OUTBOUND, "TO"),
    "local_release": _Event(Happening.END),
    "remote_release": _Event(Happening.END),
}


def report_of(environ: Mapping[str, str], at: Beat) -> CallReport | None:
    """Read the event, ``None`` where Twinkle reports none or one nobody knows.

    Twinkle runs a program for each event without waiting for the one before, so they may arrive in
    another order than they happened; the id holds them together.
    """
    event = _EVENTS.get(environ.get(TRIGGER, ""))
    if event is None:
        return None
    return CallReport(
        event.what,
        at,
        id=_told(environ, "SIP_CALL_ID"),
        number=_number(environ, event.far) if event.far else "",
        name=_display(_told(environ, f"SIP_{event.far}")) if event.far else "",
        direction=event.direction,
    )


def _told(environ: Mapping[str, str], name: str) -> str:
    """Return a variable as it can be kept; what is no text in UTF-8 reads as a question mark."""
    text = environ.get(name, "").encode("utf-8", "replace").decode()
    return "".join(each for each in text if each.isprintable()).strip()[:LONGEST]


def _number(environ: Mapping[str, str], far: str) -> str:
    """Return a number, or who it is as the call log of Twinkle is read: user@host."""
    user, host = _told(environ, f"SIP_{far}_USER"), _told(environ, f"SIP_{far}_HOST")
    if not user or not host or read_address(user).digits:
        return user
    return f"{user}@{host}"[:LONGEST]


def _display(header: str) -> str:
    """Return the name before an address, "" without one."""
    name, mark, _ = header.rpartition("<")
    return name.strip().strip('"').replace('\\"', '"').strip() if mark else ""

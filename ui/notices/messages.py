"""What goes to and from the thread that talks to the desktop's notification server."""

from dataclasses import dataclass
from typing import TypeAlias

from ui.notices.bell import Notice


@dataclass(frozen=True, slots=True)
class Picture:
    """A square of ``side`` px in red, green, blue and opacity, a byte each, row by row."""

    side: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Show:
    """Show a notice with its picture, painted where painting is allowed."""

    notice: Notice
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back what stands in a slot."""

    slot: str


@dataclass(frozen=True, slots=True)
class Wake:
    """Find the server, and tell whether somebody presents."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Take everything back and end."""


@dataclass(frozen=True, slots=True)
class Acted:
    """Somebody pressed a notice: an action's key, and a token for the window that comes up."""

    slot: str
    action: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """What stood in a slot was put away, has had its time, or is out of reach."""

    slot: str


@dataclass(frozen=True, slots=True)
class Unheard:
    """No server showed this."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether the server holds notices back because somebody presents."""

    presenting: bool


Wish: TypeAlias = Show | Withdraw | Wake | Stop
News: TypeAlias = Acted | Gone | Unheard | Presence

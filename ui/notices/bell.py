"""What rings: shows a notice outside the window, takes it back, and tells what was pressed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

LATER, QUIET = "later", "quiet"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to show.

    ``slot``: what it is about; a new one takes the place of that which still stands there.
    ``opens``: what a click does, in words. ``buttons``: the key and label of each. ``mark`` and
    ``ink``: the icon beside it.
    """

    slot: str
    title: str
    body: str
    opens: str
    buttons: tuple[tuple[str, str], ...] = ()
    mark: str = "mark"
    ink: str = "#2f7ff0"


class Bell(QObject):
    """Shows notices; this one is for a desktop that cannot show any, and does nothing.

    ``clicked`` carries a slot and what lets a window come to the front, "" where nothing is needed;
    ``pressed`` a slot and the key of a button; ``unheard`` a notice that this bell could not show,
    ``missed`` one that no bell could;
    ``gone`` a slot in which nothing stands any more that could be changed;
    ``known`` comes once :attr:`presenting` was found out, and when it changes.
    """

    clicked = Signal(str, str)
    pressed = Signal(str, str)
    unheard = Signal(object)
    missed = Signal(object)
    gone = Signal(str)
    known = Signal()

    @property
    def presenting(self) -> bool | None:
        """Whether somebody presents, as the desktop says; ``None`` before :meth:`wake`."""
        return False

    def wake(self) -> None:
        """Find out whether somebody presents."""

    def ring(self, notice: Notice) -> None:
        """Show a notice."""

    def withdraw(self, slot: str) -> None:
        """Take back what stands in a slot, if anything does."""

    def close(self) -> None:
        """Take everything back: nobody would answer a click any more."""

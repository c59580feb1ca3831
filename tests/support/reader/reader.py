"""A screen reader at one program: reads its windows, presses, and waits for what appears."""

import time
from collections.abc import Callable

from tests.support.reader.element import Element, Place, read_element
from tests.support.reader.wire import Heard, NoAnswerError, Wire

_ROOT = Place("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_REGISTRY = Place(_ROOT.program, "/org/a11y/atspi/registry")
_CHILDREN = "org.a11y.atspi.Accessible.GetChildren"
_ACTION = "org.a11y.atspi.Action"
_PATIENCE_SECONDS = 40.0


class Reader:
    """Knows the bus alone; the one program on it is the one that is read."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def windows(self) -> tuple[Element, ...]:
        """All windows and dialogs that can be seen now."""
        found: list[Element] = []
        for program in self.wire.ask(*_ROOT, _CHILDREN)[0]:
            windows = self.wire.ask(*program, _CHILDREN)[0]
            found += [read_element(self.wire, Place(*each)) for each in windows]
        return tuple(each for each in found if "showing" in each.states)

    def wait(self, until: Callable[[tuple[Element, ...]], bool]) -> tuple[Element, ...]:
        """Read until what is read fulfils a wish."""
        end = time.monotonic() + _PATIENCE_SECONDS
        seen: tuple[Element, ...] = ()
        while time.monotonic() < end:
            try:
                seen = self.windows()
            except NoAnswerError:
                continue
            if until(seen):
                return seen
        raise AssertionError(f"never appeared; there are: {self.told(seen)}")

    def listen(self, event: str) -> Heard:
        """Start to collect the events of a kind, "Announcement"; a program sends none unasked."""
        heard = self.wire.listen("org.a11y.atspi.Event.Object", event)
        self.wire.ask(*_REGISTRY, f"{_ROOT.program}.RegisterEvent", "s", f"object:{event.lower()}")
        return heard

    def press(self, element: Element) -> None:
        """Do what a click would do."""
        self.wire.ask(*element.place, f"{_ACTION}.DoAction", "i", 0)

    def told(self, windows: tuple[Element, ...]) -> list[str]:
        """What is there, a line each."""
        every = (each for window in windows for each in window.every())
        return [f"{each.role} {each.name!r}" for each in every]

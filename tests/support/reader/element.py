"""What a screen reader is told of one element, and of all that lies in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.support.reader.wire import NoAnswerError, Wire

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_VALUE = "org.a11y.atspi.Value"
_GET = "org.freedesktop.DBus.Properties.Get"

#: The places of the states a test asks for, in the 64 bits that an element answers.
_STATES = {
    1: "active",
    4: "checked",
    7: "editable",
    8: "enabled",
    11: "focusable",
    12: "focused",
    25: "showing",
    41: "checkable",
}


#: How many elements of one are read: the head and the first rows of a long table.
_MOST = 60


class Place(NamedTuple):
    """Where an element is asked: the program's name on the bus and a path in it."""

    program: str
    path: str


class Range(NamedTuple):
    """What the Value interface tells."""

    least: float
    now: float
    most: float


@dataclass(frozen=True, slots=True)
class Element:
    """One element; ``inside`` are the elements in it that can be seen."""

    place: Place
    role: str
    name: str
    description: str
    states: frozenset[str]
    value: Range | None
    inside: tuple["Element", ...] = field(repr=False)

    def every(self) -> Iterator["Element"]:
        """Itself and everything in it, in reading order."""
        yield self
        for each in self.inside:
            yield from each.every()

    def find(self, role: str, name: str = "") -> list["Element"]:
        """Those of a role whose name begins so."""
        return [e for e in self.every() if e.role == role and e.name.startswith(name)]


def read_element(wire: Wire, place: Place) -> Element:
    """Ask an element and everything in it; what goes away meanwhile is left out."""
    ask = _Asking(wire, place)
    interfaces = ask.call("GetInterfaces")
    return Element(
        place=place,
        role=str(ask.call("GetRoleName")),
        name=str(ask.get(_ACCESSIBLE, "Name")),
        description=str(ask.get(_ACCESSIBLE, "Description")),
        states=ask.states(),
        value=ask.value() if _VALUE in interfaces else None,
        inside=tuple(_seen(wire, [Place(*each) for each in ask.call("GetChildren")][:_MOST])),
    )


def _seen(wire: Wire, places: list[Place]) -> Iterator[Element]:
    for place in places:
        try:
            if "showing" in _Asking(wire, place).states():
                yield read_element(wire, place)
        except NoAnswerError:
            continue


class _Asking(NamedTuple):
    wire: Wire
    place: Place

    def call(self, method: str) -> Any:
        return self.wire.ask(*self.place, f"{_ACCESSIBLE}.{method}")[0]

    def get(self, interface: str, name: str) -> Any:
        return self.wire.ask(*self.place, _GET, "ss", interface, name)[0][1]

    def states(self) -> frozenset[str]:
        low, high = self.call("GetState")
        bits = low | high << 32
        return frozenset(name for place, name in _STATES.items() if bits >> place & 1)

    def value(self) -> Range:
        names = ("MinimumValue", "CurrentValue", "MaximumValue")
        return Range(*(float(self.get(_VALUE, name)) for name in names))

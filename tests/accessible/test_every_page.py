"""Every page as a screen reader gets it over the accessibility bus, in several states."""

import pytest

from tests.accessible.conftest import Start
from tests.support.reader.element import Element
from tests.support.reader.reader import Reader
from tests.support.reader.rules import faults

pytestmark = [pytest.mark.program, pytest.mark.timeout(240), pytest.mark.needs_tool("Xvfb")]

_STATES = {
    "empty": (),
    "near": ("demo", "--scenario", "near"),
    "billed": ("demo", "--scenario", "billed"),
    "calm": ("demo", "--scenario", "calm"),
}


@pytest.mark.parametrize("state", _STATES)
def test_every_page_can_be_read(start: Start, state: str) -> None:
    reader = start(*_STATES[state])
    window = furnished(reader)
    found = [f"menus: {each}" for each in faults(window)]
    for page in pages(window):
        seen = go_to(reader, page)
        found += [f"{page}: {each}" for each in faults(seen)]
    assert not found, "\n".join(sorted(set(found)))


def furnished(reader: Reader) -> Element:
    """Wait until the window has its pages, and return it."""
    (window, *_) = reader.wait(lambda seen: any(pages(each) for each in seen))
    return window


def pages(window: Element) -> list[str]:
    """The names in the rail."""
    return [each.name for each in window.find("radio button")]


def go_to(reader: Reader, page: str) -> Element:
    """Press a page in the rail and return the window once it rests there."""
    (window, *_) = reader.windows()
    reader.press(window.find("radio button", page)[0])
    before: list[str] = []

    def rests(seen: tuple[Element, ...]) -> bool:
        nonlocal before
        same, before = reader.told(seen) == before, reader.told(seen)
        chosen = [each for each in seen[0].find("radio button", page) if "checked" in each.states]
        return same and bool(chosen)

    return reader.wait(rests)[0]

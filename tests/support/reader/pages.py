"""The window's pages as a screen reader goes to them."""

from tests.support.reader.element import Element
from tests.support.reader.reader import Reader


def furnished(reader: Reader) -> Element:
    """Wait until the window has its pages, and return it."""
    return reader.wait(lambda seen: any(pages(each) for each in seen))[0]


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

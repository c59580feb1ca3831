"""What a screen reader cannot work with, found in what it was told."""

import re
from collections.abc import Iterator

from tests.support.reader.element import Element

_PRESSED = {"push button", "toggle button", "radio button", "check box", "button menu", "menu item"}
_FILLED = {"text", "password text", "entry", "combo box", "spin button", "slider"}
_WHOLE = {"table", "tree table", "list", "tree", "progress bar", "graphic"}
_WINDOWS = {"frame", "dialog", "window", "alert"}
#: Roles of mere ground; an element that says or does something needs a role of its own.
_GROUND = {"filler", "panel", "layered pane", "unknown", "invalid", "scroll pane", "viewport"}
_SHORT = {"", " ", "–"}
_REPEATED = re.compile(r"\b(button|table|check box|slider|chart|image|dialog)$", re.IGNORECASE)


def faults(window: Element) -> list[str]:
    """Everything wrong in a window, as sentences."""
    found = list(_of_window(window))
    for element in window.every():
        found += [f"{_told(element)} {fault}" for fault in _of_element(element)]
    return found


def _of_window(window: Element) -> Iterator[str]:
    if window.role not in _WINDOWS:
        yield f"{_told(window)} is no window"
    if window.name in _SHORT:
        yield f"{_told(window)} has no title"
    yield from (
        f"{_told(each)} is a window in a window"
        for each in list(window.every())[1:]
        if each.role in _WINDOWS
    )


def _of_element(element: Element) -> Iterator[str]:
    if element.role in _PRESSED | _FILLED | _WHOLE and element.name in _SHORT:
        yield "has no name"
    silent = element.role in _GROUND and not element.description
    if silent and element.name and "focusable" in element.states:
        yield "can be pressed, but has no role that says so"
    if element.role == "filler" and element.name:
        yield "says something, but has no role"
    if element.role == "push button" and not element.states & {"focusable", "unavailable"}:
        yield "is no button: the keyboard does not get there"
    if element.role in _WHOLE | _PRESSED and _REPEATED.search(element.name):
        yield "says its role twice"
    yield from _of_parts(element)
    yield from _of_value(element)


def _of_parts(element: Element) -> Iterator[str]:
    """A table tells what stands in its columns."""
    if element.role not in {"table", "tree table"}:
        return
    columns = [each for each in element.inside if each.role.endswith("column header")]
    if element.find("cell") and not columns:
        yield "has no headers"
    if columns and not any(each.name for each in columns):
        yield "has headers without names"


def _of_value(element: Element) -> Iterator[str]:
    if element.role == "progress bar" and element.value is None:
        yield "has no value"
    if element.value is not None and element.value.least > element.value.most:
        yield f"has no range: {element.value}"
    if element.role == "progress bar" and not re.search(r"[^\W\d_]{2}", element.name):
        yield "is a figure without its unit"


def _told(element: Element) -> str:
    return f"{element.role} {element.name!r}"

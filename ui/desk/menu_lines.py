"""The lines that stand in the menu bar of a window now, whoever put them there."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget


class MenuLine(NamedTuple):
    """A line: its key, words and shortcut as people read them, and the menus it stands in."""

    key: str
    text: str
    shortcut: str
    menus: tuple[str, ...]
    enabled: bool
    action: QAction


def menu_lines(window: QWidget) -> tuple[MenuLine, ...]:
    """Return every line of the menu bar in its order; none where there is no bar."""
    outside = window.window()
    bar = outside.menuWidget() if isinstance(outside, QMainWindow) else None
    if not isinstance(bar, QMenuBar):
        return ()
    return tuple(line for top in bar.actions() for line in _lines(top, ()))


def plain_words(text: str) -> str:
    """Return the words of a menu's line without their mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _lines(action: QAction, menus: tuple[str, ...]) -> Iterator[MenuLine]:
    # Typed, for the stubs name the base class.
    menu = action.menu()
    text = plain_words(action.text())
    if isinstance(menu, QMenu):
        for inside in menu.actions():
            yield from _lines(inside, (*menus, text))
    elif not action.isSeparator() and action.isVisible():
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        yield MenuLine(str(action.data() or ""), text, shortcut, menus, action.isEnabled(), action)

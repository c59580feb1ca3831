"""The sheet of keys, connected: opened by its line in the menu and by "?"."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QKeySequence, QShortcut

from ui.desk.menu_lines import MenuLine, menu_lines
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.keys.state import KeyGroup, KeyLine


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow


def wire_keys(desk: Desk, preferences: Preferences, theme: Theme) -> None:
    """Open the sheet where it is asked for; a field that takes signs takes "?" as well."""
    window = desk.window

    def show() -> None:
        # Here because the sheet is made when it is first wanted.
        from ui.keys.sheet import KeySheet
        from ui.keys.state import keys_state

        sheet = KeySheet(theme, keys_state(preferences.words, menu_keys(window)), window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    window.asked.connect(lambda key: show() if key == "keys" else None)
    QShortcut(QKeySequence("?"), window, show)


def menu_keys(window: MainWindow) -> "tuple[KeyGroup, ...]":
    """Return the lines of the menus that have a key, by the menu they stand in."""
    # Here for the same reason.
    from ui.keys.state import KeyGroup

    groups: dict[str, list[KeyLine]] = {}
    for line in menu_lines(window):
        if line.shortcut:
            groups.setdefault(line.menus[0], []).append(_key_line(line))
    return tuple(KeyGroup(title, tuple(lines)) for title, lines in groups.items())


def _key_line(line: MenuLine) -> "KeyLine":
    # Here for the same reason.
    from ui.keys.state import KeyLine

    keys = line.action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    return KeyLine((keys,), line.text.rstrip("…"))

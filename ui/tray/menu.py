"""The menu of the tray's icon, filled from its lines."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.tray.state import TrayLine


class TrayMenu(QMenu):
    """Shows lines; ``chosen`` carries the key of the one that was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[TrayLine, ...] = ()
        self._actions: list[QAction] = []
        self._groups: list[QMenu] = []

    def show_lines(self, lines: tuple[TrayLine, ...]) -> None:
        """Show other lines; where only their words differ an open menu stays as it is."""
        if lines == self._lines:
            return
        alike = [_place(each) for each in lines] == [_place(each) for each in self._lines]
        self._lines = lines
        if alike:
            for action, line in zip(self._actions, lines, strict=True):
                action.setText(line.text)
        else:
            self._fill()

    def _fill(self) -> None:
        self.clear()
        for group in self._groups:
            group.deleteLater()
        self._groups = []
        self._actions = [self._action(line) for line in self._lines]

    def _action(self, line: TrayLine) -> QAction:
        menu = self._group(line.group) if line.group else self
        action = QAction(line.text, menu)
        action.setSeparator(not line.key)
        action.setEnabled(line.enabled)
        # Or macOS would move a line to the menu of the program.
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda _=False, key=line.key: self.chosen.emit(key))
        menu.addAction(action)
        return action

    def _group(self, title: str) -> QMenu:
        for group in self._groups:
            if group.title() == title:
                return group
        self._groups.append(QMenu(title, self))
        self.addMenu(self._groups[-1])
        return self._groups[-1]


def _place(line: TrayLine) -> tuple[str, bool, str]:
    return line.key, line.enabled, line.group

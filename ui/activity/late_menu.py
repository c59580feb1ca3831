"""The menu of a filter, whose lines are made when it is first opened: there may be hundreds."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.activity.filters import FilterMenu


class LateMenu(QMenu):
    """``chosen`` carries the key of a line."""

    chosen = Signal(str)

    def __init__(self, menu: FilterMenu, parent: QWidget) -> None:
        super().__init__(f"{menu.name}: {menu.chosen}", parent)
        self._menu: FilterMenu | None = menu
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._on_line)

    def _fill(self) -> None:
        items = self._menu.items if self._menu is not None else ()
        self._menu = None
        for item in items:
            line = self.addAction(item.text)
            line.setCheckable(True)
            line.setChecked(item.checked)
            line.setData(item.key)

    def _on_line(self, line: QAction) -> None:
        self.chosen.emit(str(line.data()))

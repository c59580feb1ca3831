"""The menu bar, filled from its state; every line is news by its key."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.window.state import Menu, MenuItem

#: Where macOS expects a line, whatever menu it stands in.
_ROLES = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}


class Menus(QObject):
    """Fills a menu bar; ``chosen`` carries the key of the line that was chosen."""

    chosen = Signal(str)

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._shown: tuple[Menu, ...] = ()
        self._menus: list[QMenu] = []

    def show_menus(self, menus: tuple[Menu, ...]) -> None:
        """Show other menus; the same ones again leave an open menu alone."""
        if menus == self._shown:
            return
        self._shown = menus
        self._bar.clear()
        for old in self._menus:
            old.deleteLater()  # or its shortcuts would be ambiguous with the new ones
        self._menus = [self._bar.addMenu(menu.title) for menu in menus]
        for shown, menu in zip(self._menus, menus, strict=True):
            self._fill(shown, menu)

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        groups: dict[str, tuple[QMenu, QActionGroup]] = {}
        for item in menu.items:
            if not item.group:
                shown.addAction(self._action(item, shown))
                continue
            if item.group not in groups:
                submenu = shown.addMenu(item.group)
                groups[item.group] = submenu, QActionGroup(submenu)
            submenu, group = groups[item.group]
            action = self._action(item, submenu)
            group.addAction(action)
            submenu.addAction(action)

    def _action(self, item: MenuItem, parent: QObject) -> QAction:
        action = QAction(item.text, parent)
        action.setData(item.key)
        action.setMenuRole(_ROLES.get(item.key, QAction.MenuRole.NoRole))
        if item.shortcut:
            action.setShortcut(QKeySequence(item.shortcut))
        if item.checked is not None:
            action.setCheckable(True)
            action.setChecked(item.checked)
        action.triggered.connect(self._on_triggered)
        return action

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))

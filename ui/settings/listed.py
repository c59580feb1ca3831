"""The control of several written things: each can be taken away, and another one added."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.settings.controls import Part
from ui.settings.rows import Listed
from ui.settings.written import RoomLine
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.card import clear_layout, row
from ui.widgets.labels import label

_WIDE = 24


class ListedShown(Part):
    """Lines with a cross each, and a line to write another one.

    ``said`` carries ("add", what was written) or ("remove", what is kept).
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(QFrame())
        self.widget.setProperty("part", "clear")
        self._theme = theme
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        self._line = RoomLine()
        self._column.addLayout(self._items)
        self._column.addWidget(self._line)
        self._shown: Listed | None = None
        self._said = ""
        self._crosses: list[IconButton] = []
        self._line.editingFinished.connect(self._on_finished)

    @property
    @override
    def stop(self) -> QWidget:
        return self._line

    def show_control(self, control: Listed) -> None:
        """Show other lines; what is being written stays until it is among them."""
        before, self._shown = self._shown, control
        if before is None or (before.items, before.remove) != (control.items, control.remove):
            had_keyboard = any(cross.hasFocus() for cross in self._crosses)
            self._show_items(control)
            if had_keyboard:
                self._line.setFocus()
        if before is None or before.items != control.items:
            self._said = ""
            self._line.clear()
        self._line.setPlaceholderText(f"{control.add}…")
        # So that a cross stands near what it takes away.
        self.widget.setMaximumWidth(self._line.give_room(_WIDE))

    @override
    def set_name(self, name: str) -> None:
        add = self._shown.add if self._shown else ""
        self._line.setAccessibleName(f"{name}: {add}")
        self.widget.setAccessibleName(name)

    def _show_items(self, control: Listed) -> None:
        clear_layout(self._items)
        self._crosses = [self._cross(control, *item) for item in control.items]
        for (_, shown), cross in zip(control.items, self._crosses, strict=True):
            text = label(Role.BODY, wrap=True)
            text.setText(shown)
            line = row(spacing=4)
            line.addWidget(text, 1)
            line.addWidget(cross)
            self._items.addLayout(line)

    def _cross(self, control: Listed, kept: str, shown: str) -> IconButton:
        cross = IconButton(self._theme, "close")
        cross.set_name(control.remove.format(what=shown))
        cross.clicked.connect(lambda: self.said.emit(("remove", kept)))
        return cross

    def _on_finished(self) -> None:
        written = self._line.text().strip()
        if written and written != self._said:
            self._said = written
            self.said.emit(("add", written))

"""The control of what is written: told once the line is left or Enter is pressed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from ui.settings.controls import Part
from ui.settings.rows import Written
from ui.theme.fonts import Role
from ui.widgets.card import row
from ui.widgets.labels import label, set_text

#: As wide as so many digits.
_NARROW, _WIDE = 8, 24


class RoomLine(QLineEdit):
    """A line with room for so many digits, or for fewer where it has not that much."""

    def __init__(self) -> None:
        self._room = 0
        super().__init__()

    def give_room(self, digits: int) -> int:
        """Be as wide as so many digits, at most; return the width in px."""
        self._room = self.fontMetrics().horizontalAdvance("0") * digits + 24
        self.setMaximumWidth(self._room)
        self.updateGeometry()
        return self._room

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._room, super().sizeHint().height())


class WrittenLine(RoomLine):
    """A line that Escape brings back to what is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.kept:
            self.setText(self.kept)
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class WrittenShown(Part):
    """A line; what was not taken stays in it, so that it can be mended."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self.widget.setProperty("part", "clear")
        self._line = WrittenLine()
        self._unit = label(Role.BODY, ink="soft")
        inside = row(self._line, self._unit)
        self.widget.setLayout(inside)
        self._shown: Written | None = None
        self._said = ""
        self._among: tuple[str, ...] = ()
        self._line.editingFinished.connect(self._on_finished)

    @property
    @override
    def stop(self) -> QWidget:
        return self._line

    def show_control(self, control: Written) -> None:
        """Show another value; what is being written stays while the value is the same."""
        before, self._shown = self._shown, control
        if before is None or before.text != control.text:
            self._line.setText(control.text)
            self._line.kept = self._said = control.text
        self._line.setPlaceholderText(control.hint)
        self._line.setMaxLength(control.most)
        set_text(self._unit, control.unit)
        digits = _NARROW if control.narrow else _WIDE
        self._line.give_room(digits)
        if control.among != self._among:
            self._among = control.among
            completer = QCompleter(control.among, self._line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._line.setCompleter(completer)

    @override
    def set_name(self, name: str) -> None:
        unit = self._shown.unit if self._shown else ""
        super().set_name(f"{name}, {unit}" if unit else name)

    def _on_finished(self) -> None:
        # It comes with Enter, and once more when the line is left.
        if self._line.text() != self._said:
            self._said = self._line.text()
            self.said.emit(self._said)

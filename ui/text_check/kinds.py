"""The costly characters of a text, a line each, with a button to replace them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.text_check.state import KindLine
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label


class Kinds(QWidget):
    """Shows the lines; ``replaced`` carries the character whose button was pressed."""

    replaced = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._rows: list[tuple[QWidget, QLabel, QPushButton]] = []
        self._lines: tuple[KindLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons there are, from the first line to the last."""
        return [press for _, _, press in self._rows]

    def show_lines(self, lines: tuple[KindLine, ...]) -> None:
        """Show these lines and no others."""
        self._lines = lines
        while len(self._rows) < len(lines):
            self._add()
        for place, (line, words, press) in enumerate(self._rows):
            line.setVisible(place < len(lines))
            if place < len(lines):
                words.setText(lines[place].text)
                press.setText(lines[place].replace)
                press.setAccessibleName(lines[place].spoken)
                press.setVisible(bool(lines[place].replace))
        self.setVisible(bool(lines))

    def _add(self) -> None:
        line, words, press = QWidget(), label(Role.BODY, wrap=True), button()
        line.setProperty("part", "clear")
        inside = row(words, press)
        inside.setStretch(0, 1)
        line.setLayout(inside)
        press.clicked.connect(self._on_pressed)
        self._rows.append((line, words, press))
        self._column.addWidget(line)

    def _on_pressed(self) -> None:
        for place, (_, _, press) in enumerate(self._rows):
            if press is self.sender():
                self.replaced.emit(self._lines[place].char)
                return

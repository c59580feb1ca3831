"""Something to do as a row: icon, words and a button, which goes below where room is short."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.card import row
from ui.widgets.labels import label
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

#: Narrower than this a button stands below its words, in px.
_WIDE = 440


class OfferRow(QWidget):
    """Shows a title, a detail and a button, none where it is done; ``mark`` is its icon."""

    def __init__(
        self, theme: Theme, title: str, detail: str, *, mark: str, pressed: QPushButton | None
    ) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        icon = IconMark(theme, size=22)
        icon.set_mark(mark, Tone.PLAIN if pressed is None else None)
        self._halves = turning(self)
        line = row(spacing=14)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(_texts(title, detail), 1)
        self._halves.addLayout(line, 1)
        if pressed is not None:
            self._halves.addLayout(row(1, pressed))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._halves, wide=event.size().width() >= _WIDE)


def _texts(title: str, detail: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for text, role, ink in ((title, Role.STRONG, "text"), (detail, Role.SMALL, "soft")):
        part = label(role, ink=ink, wrap=True)
        part.setText(text)
        column.addWidget(part)
    return column

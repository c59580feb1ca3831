"""A box to tick, painted in the theme's inks, with a ring where the keyboard is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.marks import paint_focus

_SIDE = 18
_GAP = 9
_EDGE = 4
_WORDS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class TickBox(QCheckBox):
    """A check box whose words go on in the next line where room is short."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(font(Role.BODY))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        # Fixed, as check boxes are, it would be no taller than its words in one line.
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        # One more than measured, or a fraction of a pixel sends the last word into the next line.
        words = self.fontMetrics().horizontalAdvance(self.text()) + 1
        width = words + _SIDE + _GAP + 2 * _EDGE
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, _SIDE + 2 * _EDGE)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = self._room(QRectF(0, 0, width, 1_000)).toRect()
        words = self.fontMetrics().boundingRect(room, _WORDS, self.text())
        return max(words.height(), _SIDE) + 2 * _EDGE

    @override
    def hitButton(self, place: object) -> bool:
        """The words belong to the box."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, whole = self._theme.tokens, QRectF(self.rect())
        box = QRectF(_EDGE + 0.5, (whole.height() - _SIDE) / 2, _SIDE - 1, _SIDE - 1)
        ticked = self.isChecked()
        painter.setPen(QPen(QColor(tokens.accent if ticked else tokens.soft), 1.2))
        painter.setBrush(QColor(tokens.accent if ticked else tokens.card))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            paint_icon(painter, "tick", box.adjusted(2, 2, -2, -2), tokens.on_accent)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        painter.drawText(self._room(whole), _WORDS, self.text())
        if self.hasFocus():
            paint_focus(painter, whole, tokens.accent, radius=7)

    def _room(self, whole: QRectF) -> QRectF:
        return whole.adjusted(_EDGE + _SIDE + _GAP, 0, -_EDGE, 0)

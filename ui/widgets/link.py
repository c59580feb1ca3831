"""A link: words in the accent's ink that can be pressed, with an icon where it opens something."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.marks import paint_focus
from ui.widgets.shown import show_if

_ICON = 13
_SIDE = 3


class LinkButton(QAbstractButton):
    """A quiet button that looks like a link; underlined, so that the colour is not alone."""

    def __init__(self, theme: Theme, *, mark: str = "", folds: bool = False) -> None:
        """``folds``: it opens and closes something below it, and shows by an arrow which."""
        super().__init__()
        self._theme = theme
        self._mark = mark
        self._folds = folds
        self.setCheckable(folds)
        self.setFont(font(Role.SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say what it does; hidden while there is nothing to say."""
        self.setText(name)
        show_if(self, name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        icon = _ICON + 3 if self._icon() else 0
        width = metrics.horizontalAdvance(self.text()) + icon + 2 * _SIDE
        return QSize(width, metrics.height() + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, room = self._theme.tokens, self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        if icon := self._icon():
            top = (self.height() - _ICON) / 2
            square = QRectF(room.right() + 1 - _ICON, top, _ICON, _ICON)
            paint_icon(painter, icon, square, tokens.accent)
            room.setRight(room.right() - _ICON - 3)
        face = self.font()
        face.setUnderline(not self._folds)
        painter.setFont(face)
        painter.setPen(QColor(tokens.accent))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), tokens.accent, radius=5)

    def _icon(self) -> str:
        if self._folds:
            return "up" if self.isChecked() else "down"
        return self._mark

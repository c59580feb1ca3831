"""A page of cards below one another, with margins by its width."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.card import GAP

_MARGIN, _MARGIN_ABOVE = 22, 18
#: Narrower than this the page has narrow margins, in px.
_WIDE = 520


class CardPage(QWidget):
    """Lays cards into its ``column``; wider than ``most`` px it grows no more.

    ``above`` is for rows that come and go over the cards.
    """

    def __init__(self, *, most: int) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._most = most
        self.above = QVBoxLayout()
        self.column = QVBoxLayout(self)
        for layout in (self.above, self.column):
            layout.setSpacing(GAP)

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower than its parts would like: they elide, wrap and stack."""
        return QSize(300, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        side = _MARGIN if width >= _WIDE else GAP
        beside = max(side, (width - self._most) // 2)
        self.column.setContentsMargins(beside, min(side, _MARGIN_ABOVE), beside, _MARGIN_ABOVE)

    def insert_news(self, widget: QWidget) -> None:
        """Place a row above the cards, such as an import; it shows and hides itself."""
        self.above.addWidget(widget)

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard when the page comes to the front: nothing by itself."""
        return None

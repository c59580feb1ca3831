"""Columns that become one where room is short: cards stand side by side or stack."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.fonts import text_percent
from ui.widgets.card import GAP
from ui.widgets.shown import show_if


class Columns(QWidget):
    """Lays widgets out side by side, or in one column where one would get less than ``least`` px.

    ``least`` is as at 100 % text. ``shares`` are the widths of the columns in proportion; they
    also say how many columns there are at most.
    """

    def __init__(self, *, least: int, shares: tuple[int, ...]) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._least = least
        self._shares = shares
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._placed: tuple[int, tuple[QWidget, ...]] = (0, ())

    def set_widgets(self, *widgets: QWidget) -> None:
        """Show these widgets, in this order; the others of before are let go by their owner."""
        self._widgets = list(widgets)
        self._place()
        show_if(self, widgets)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one column, or they could never stack."""
        return QSize(min(self._least, 200), self._grid.minimumSize().height())

    def _place(self) -> None:
        """Lay out anew where the number of columns or the widgets changed."""
        fit = (self.width() + GAP) // (self._least * text_percent() // 100 + GAP)
        most = min(len(self._shares), len(self._widgets))
        count = most if 1 < most <= fit else 1
        wanted = (count, tuple(self._widgets))
        if wanted == self._placed:
            return
        for widget in self._placed[1]:
            # Not taken out by its item: one that Python holds keeps the heights it once learnt.
            self._grid.removeWidget(widget)
        self._placed = wanted
        for index, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, index // count, index % count)
        for column, share in enumerate(self._shares):
            self._grid.setColumnStretch(column, share if column < count else 0)

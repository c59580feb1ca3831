"""Parts side by side as long as there is room for them, else in several lines."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QSizePolicy
from typing_extensions import override

from ui.widgets.flow import Flow

_GAP = 8


class SideBySide(QFrame):
    """Holds parts in ``flow``; it would like to be as wide as all of them in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self.flow = Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        """One more px than all, or a fraction of one would begin another line."""
        hints = [self.flow.itemAt(place) for place in range(self.flow.count())]
        sizes = [each.sizeHint() for each in hints if each is not None and not each.isEmpty()]
        width = sum(size.width() for size in sizes) + _GAP * max(0, len(sizes) - 1) + 1
        return QSize(width, max((size.height() for size in sizes), default=0))

"""The gauge's value for screen readers: a button tells no figure, so one that does lies in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from ui.gauge.state import GaugeState


class GaugeLevel(QProgressBar):
    """How much is used of how much, in whole units; seen by nobody, as the arc shows the same."""

    def __init__(self, gauge: QWidget) -> None:
        super().__init__(gauge)
        self.setProperty("part", "level")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, state: GaugeState) -> None:
        """Tell the figures of a gauge; past the limit the whole is what was used."""
        self.setAccessibleName(state.level)
        self.setRange(0, max(state.whole, state.now, 1))
        self.setValue(state.now)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        return

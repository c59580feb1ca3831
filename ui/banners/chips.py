"""The chips of banners that queue or are folded: short, in order, each opens its banner."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.banners.state import BannerState
from ui.theme.theme import Theme
from ui.widgets.chip import PressChip
from ui.widgets.flow import Flow


class BannerChips(QWidget):
    """A line of chips that wraps; ``chosen`` carries the kind and the meter's id."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flow = Flow(self)
        self._chips: list[tuple[PressChip, str, str]] = []

    def show_chips(self, banners: tuple[BannerState, ...], hint: str) -> None:
        """Show a chip for each banner; ``hint`` says what pressing one does."""
        self._flow.clear()
        self._chips = [(self._chip(each, hint), each.kind, each.meter) for each in banners]
        self.setVisible(bool(banners))

    def _chip(self, banner: BannerState, hint: str) -> PressChip:
        chip = PressChip(self._theme)
        chip.show_chip(banner.chip, banner.tone, banner.mark)
        chip.setAccessibleDescription(hint)
        chip.setToolTip(f"{banner.headline} {banner.detail}")
        chip.clicked.connect(self._on_clicked)
        self._flow.addWidget(chip)
        return chip

    def _on_clicked(self) -> None:
        for chip, kind, meter in self._chips:
            if chip is self.sender():
                self.chosen.emit(kind, meter)
                return

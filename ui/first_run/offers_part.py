"""The second page of the first steps: how calls and texts come in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.first_run.state import Offer
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card, clear_layout, hairline
from ui.widgets.offer_row import OfferRow


class OffersPart(Card):
    """``asked`` carries the key of what is to be done."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Offer, ...] = ()
        self._buttons: list[QPushButton] = []
        self.column.setSpacing(12)

    def first_focus(self) -> QWidget | None:
        """Return the button of the first thing that is left to do."""
        return next(iter(self._buttons), None)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show what can be done; the same again leaves the keyboard where it is."""
        if offers == self._shown:
            return
        focused = next((each.objectName() for each in self._buttons if each.hasFocus()), "")
        self._shown, self._buttons = offers, []
        clear_layout(self.column)
        for place, offer in enumerate(offers):
            if place:
                self.column.addWidget(hairline())
            self._add(offer)
        for each in self._buttons:
            if each.objectName() == focused:
                each.setFocus()

    def _add(self, offer: Offer) -> None:
        # What was read or imported once may be again; what is connected is.
        again = offer.key == "import"
        pressed = self._button(offer) if again or not offer.done else None
        mark = "done" if offer.done else offer.mark
        detail = offer.done or offer.detail
        self.column.addWidget(
            OfferRow(self._theme, offer.title, detail, mark=mark, pressed=pressed)
        )

    def _button(self, offer: Offer) -> QPushButton:
        made = button()
        made.setText(offer.button)
        made.setObjectName(offer.key)
        made.setAccessibleDescription(offer.detail)
        made.clicked.connect(self._on_clicked)
        self._buttons.append(made)
        return made

    def _on_clicked(self) -> None:
        self.asked.emit(self.sender().objectName())

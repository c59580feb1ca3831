"""The buttons of a card: what can be done at once, and a menu with the rest."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.accounts.acts import Act
from ui.accounts.card_state import CardState, Offer
from ui.widgets.buttons import button
from ui.widgets.flow import Flow

_BUTTONS = (Act.SYNC, Act.RESUME, Act.PAUSE)


class OfferButtons(QWidget):
    """Shows what a card offers; ``asked`` carries an ``Act``."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._buttons = {act: button() for act in _BUTTONS}
        self._more = button()
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._shown: tuple[Offer, ...] = ()
        flow = Flow(self)
        for act, pressed in self._buttons.items():
            pressed.setObjectName(act)
            pressed.clicked.connect(self._on_pressed)
            flow.addWidget(pressed)
        flow.addWidget(self._more)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_sync_focused(self) -> bool:
        """Whether the keyboard is at the button that begins a round."""
        return self._buttons[Act.SYNC].hasFocus()

    def focus_first(self) -> None:
        """Hand the keyboard to the button that begins a round, else to the menu."""
        sync = self._buttons[Act.SYNC]
        (self._more if sync.isHidden() else sync).setFocus()

    def show_state(self, state: CardState) -> None:
        """Show the buttons; while a round runs there is nothing to sync or to test."""
        offered = {offer.act: offer.text for offer in state.offers}
        if state.round is not None:
            offered.pop(Act.SYNC, None)
        for act, pressed in self._buttons.items():
            pressed.setText(offered.get(act, ""))
            pressed.setAccessibleName(f"{offered.get(act, '')}, {state.title}")
            pressed.setVisible(act in offered)
        self._more.setText(f"{state.more_name} ▾")
        self._more.setAccessibleName(f"{state.more_name}, {state.title}")
        if state.more != self._shown:
            self._fill(state.more)

    def _fill(self, more: tuple[Offer, ...]) -> None:
        self._shown = more
        self._menu.clear()
        for offer in more:
            if offer.act is Act.REMOVE:
                self._menu.addSeparator()
            action = QAction(offer.text, self._menu)
            action.setData(str(offer.act))
            action.triggered.connect(self._on_chosen)
            self._menu.addAction(action)

    def _on_pressed(self) -> None:
        self.asked.emit(self.sender().objectName())

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(str(action.data()))

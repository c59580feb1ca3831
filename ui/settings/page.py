"""The Settings page: shows its state and passes on what people choose; nothing needs an OK."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.settings.card import SectionCard
from ui.settings.row import RowShown
from ui.settings.rows import SettingsState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.page import CardPage
from ui.widgets.reading_order import hands_keys_on

#: Wider than this the page grows no more, in px.
_MOST = 820
_ROOM = 24


class SettingsPage(CardPage):
    """The page; ``said`` carries a row's key and the answer, ``asked`` what is to be done."""

    said = Signal(str, object)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(most=_MOST)
        self._theme = theme
        self._title = ElidedLabel(Role.PAGE_TITLE)
        self._cards: dict[str, SectionCard] = {}
        self._stops: list[QWidget] = []
        self.column.addWidget(self._title)
        self.column.addLayout(self.above)
        self.column.addStretch(1)
        self._title.hide()  # until there is something to show

    def row(self, key: str) -> RowShown:
        """Return a row by its key; KeyError for one that is not shown."""
        return self._cards[key.partition(".")[0]].row(key)

    def show_state(self, state: SettingsState) -> None:
        """Show the page; what is being written stays."""
        self._title.setText(state.title)
        self._title.show()
        for section in state.sections:
            if section.key not in self._cards:
                self._add(section.key)
            self._cards[section.key].show_section(section)
        self._order_keys()

    def bring(self, key: str) -> None:
        """Scroll to a row, or to the first of a section, with the keyboard in it."""
        card = self._cards.get(key.partition(".")[0])
        if card is None or not card.keys:
            return
        row = card.row(key if key in card.keys else card.keys[0])
        row.control.stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Once it has its place: the page may just have come to the front.
        QTimer.singleShot(0, row, lambda: self._scroll_to(row))

    def _scroll_to(self, row: QWidget) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(row, 0, _ROOM)

    def _add(self, key: str) -> None:
        card = self._cards[key] = SectionCard(self._theme)
        card.said.connect(self.said)
        card.asked.connect(self.asked)
        self.column.insertWidget(self.column.count() - 1, card)

    def _order_keys(self) -> None:
        """Let Tab go down the rows: some are made after those that stand below them."""
        stops = [
            stop
            for card in self._cards.values()
            for key in card.keys
            for stop in _stops(card.row(key))
        ]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)


def _stops(row: RowShown) -> list[QWidget]:
    # Lists that a box opens are windows of their own.
    parts = [part for part in row.findChildren(QWidget) if part.window() is row.window()]
    return [part for part in parts if _is_stop(part)]


def _is_stop(part: QWidget) -> bool:
    takes_tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes_tab) and not hands_keys_on(part)

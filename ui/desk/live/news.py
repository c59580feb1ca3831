"""Rows on the overview about softphones and unsure ends, until they are settled or put off."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.beat import Beat
from app.domain.cycle import local_day
from ui.desk.live.desk import LiveDesk
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.card import GAP

if TYPE_CHECKING:
    from datetime import date

    from ui.widgets.acting_row import ActingRow
    from ui.widgets.acting_row_state import ActingRowState


class LiveNews(QObject):
    """Tells what live calls leave to decide.

    ``length_asked`` carries an UnsureEnd, ``settings_asked`` nothing. ``rows`` belongs on a page,
    and shows and hides itself.
    """

    length_asked = Signal(object)
    settings_asked = Signal()

    def __init__(
        self, live: LiveDesk, theme: Theme, preferences: Preferences, look: Callable[[], Beat]
    ) -> None:
        super().__init__(live)
        self._live, self._theme, self._preferences, self._look = live, theme, preferences, look
        self.rows = QWidget()
        self.rows.setProperty("part", "clear")
        self._column = QVBoxLayout(self.rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._made: list[ActingRow] = []
        #: Entries that are not to be asked about again on a day.
        self._later: dict[int, date] = {}
        self.rows.hide()
        live.shown.connect(self.show_again)
        preferences.watch(lambda _: self.show_again())

    def show_again(self) -> None:
        """Show what there is to tell now."""
        shown = self._states()
        while len(self._made) < len(shown):
            self._made.append(self._row())
        for place, row in enumerate(self._made):
            row.show_state(shown[place] if place < len(shown) else None)
        self.rows.setVisible(bool(shown))

    def _states(self) -> "list[ActingRowState]":
        live, now = self._live, self._look().wall
        zone = self._preferences.machine_zone
        today = local_day(now, zone)
        unsure = [each for each in live.seen.unsure if self._later.get(each.entry) != today]
        news = tuple(live.sources.news.values())
        if not unsure and not news and live.intake.trouble is None:
            return []
        # Here because most windows never tell of a softphone.
        from ui.softphones.state import PhonesTold, phone_rows

        calling = {call.source for call in live.seen.calls}
        told = PhonesTold(unsure, news, calling, live.sources.problems, live.intake.trouble)
        return phone_rows(self._preferences.words, told, now, zone)

    def _row(self) -> "ActingRow":
        # Here for the same reason.
        from ui.widgets.acting_row import ActingRow

        row = ActingRow(self._theme)
        row.asked.connect(self._on_asked)
        self._column.addWidget(row)
        return row

    def _on_asked(self, about: str, key: str) -> None:
        if key == "right":
            self._live.settle(int(about))
        elif key == "correct":
            self._ask_length(int(about))
        elif key == "later":
            zone = self._preferences.machine_zone
            self._later[int(about)] = local_day(self._look().wall, zone)
            self.show_again()
        elif key == "take_back":
            self._live.sources.take_back(about)
        else:
            self.settings_asked.emit()

    def _ask_length(self, entry: int) -> None:
        end = next((each for each in self._live.seen.unsure if each.entry == entry), None)
        if end is not None:
            self.length_asked.emit(end)

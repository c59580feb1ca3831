"""Changes of plan from the company, told on the overview until they are put away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.instant import Instant
from app.wording.words import Words
from ui.theme.theme import Theme
from ui.widgets.card import GAP

if TYPE_CHECKING:
    from app.domain.plan_page import PlanNews
    from ui.plan_page.news import NewsRow
    from ui.plan_page.news_state import NewsState

#: More than these are told on the Plan page.
_MOST = 2


class PlanNewsRows(QObject):
    """Shows them; ``put_away`` carries the ids of what is not to be told any more.

    ``rows`` belongs on a page, and shows and hides itself.
    """

    put_away = Signal(object)

    def __init__(
        self,
        parent: QObject,
        theme: Theme,
        words: Callable[[], Words],
        now: Callable[[], Instant],
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._now = theme, words, now
        self.rows = QWidget()
        self.rows.setProperty("part", "clear")
        self._column = QVBoxLayout(self.rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._made: list[NewsRow] = []
        self._told: tuple[PlanNews, ...] = ()
        self.rows.hide()

    def tell(self, news: "tuple[PlanNews, ...]") -> None:
        """Tell these and no others."""
        if news != self._told:
            self._told = news
            self._show()

    def speak(self) -> None:
        """Tell them in another language."""
        self._show()

    def _show(self) -> None:
        shown = self._states()[:_MOST]
        while len(self._made) < len(shown):
            self._made.append(self._row())
        for place, row in enumerate(self._made):
            row.show_state(shown[place] if place < len(shown) else None)
        self.rows.setVisible(bool(shown))

    def _row(self) -> "NewsRow":
        # Here because most windows never tell of a change.
        from ui.plan_page.news import NewsRow

        row = NewsRow(self._theme)
        row.put_away.connect(self.put_away)
        self._column.addWidget(row)
        return row

    def _states(self) -> "tuple[NewsState, ...]":
        if not self._told:
            return ()
        # Here for the same reason.
        from ui.plan_page.news_state import news_states

        return news_states(self._words(), self._told, self._now())

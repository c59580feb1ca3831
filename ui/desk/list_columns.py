"""The columns of the list: shown, moved, widened, and kept once they rest."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.activity.columns import ColumnChoice
from ui.activity.page import ActivityPage
from ui.desk.preferences import Preferences

#: How long a column rests before its width is kept, so that a drag is one writing.
_REST_MS = 350


class ListColumns(QObject):
    """Holds the columns of one page; ``changed`` when others are to be shown."""

    changed = Signal()

    def __init__(self, page: ActivityPage, preferences: Preferences) -> None:
        super().__init__(page)
        self._preferences = preferences
        self.choice = preferences.activity_columns
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._keep)
        page.column_toggled.connect(self._on_toggled)
        page.table.heads.moved_to.connect(self._on_moved)
        page.table.heads.widened.connect(self._on_widened)

    def close(self) -> None:
        """Keep what has not rested yet."""
        if self._rest.isActive():
            self._rest.stop()
            self._preferences.keep_activity_columns(self.choice)

    def _on_toggled(self, key: str) -> None:
        self.choice = self.choice.toggled(key) if key else ColumnChoice()
        self._keep()

    def _on_moved(self, keys: tuple[str, ...]) -> None:
        # Shown as it is; the choice follows, and the list is laid out anew when the hand is off.
        self.choice = self.choice.moved(keys)
        self._rest.start()

    def _on_widened(self, key: str, width: int) -> None:
        self.choice = self.choice.with_width(key, width)
        self._rest.start()

    def _keep(self) -> None:
        self._rest.stop()
        self._preferences.keep_activity_columns(self.choice)
        self.changed.emit()

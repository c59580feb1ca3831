"""What a page needs, made while nobody waits for it: a little in each turn of the main thread."""

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

#: The first page is to rest before, and between two pieces frames are to pass.
_FIRST_MS, _NEXT_MS = 300, 10
#: From the bottom up, so that none of them brings many others with it.
MODULES = (
    "app.wording.duplicates",
    "ui.text.entry",
    "ui.activity.rows",
    "ui.activity.columns",
    "ui.activity.filters",
    "ui.activity.summary",
    "ui.activity.state",
    "ui.activity.model",
    "ui.activity.paint",
    "ui.activity.heads",
    "ui.activity.table",
    "ui.activity.bar",
    "ui.activity.page",
    "ui.desk.list_requests",
    "ui.desk.list_columns",
    "ui.desk.chosen_entries",
    "ui.desk.activity",
    "app.domain.plan_page",
    "ui.widgets.link",
    "ui.widgets.table_state",
    "ui.plan_page.allowance_state",
    "ui.plan_page.connect_state",
    "ui.plan_page.people_state",
    "ui.plan_page.state",
    "ui.widgets.table",
    "ui.plan_page.people",
    "ui.plan_page.page",
    "ui.desk.company.planning",
    "ui.accounts.state",
    "ui.accounts.page",
    "ui.desk.accounts.view",
)


class Ahead(QObject):
    """Loads what the later pages are made of, then makes the Activity page with ``make``."""

    def __init__(
        self,
        make: Callable[[], object],
        parent: QObject,
        *,
        first_ms: int = _FIRST_MS,
        next_ms: int = _NEXT_MS,
    ) -> None:
        super().__init__(parent)
        self._first_ms, self._next_ms = first_ms, next_ms
        self._pieces = _pieces(make)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin soon."""
        self._timer.start(self._first_ms)

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._timer.stop()

    def _on_turn(self) -> None:
        piece = next(self._pieces, None)
        if piece is not None:
            piece()
            self._timer.start(self._next_ms)


def _pieces(make: Callable[[], object]) -> Iterator[Callable[[], object]]:
    for name in MODULES:
        yield lambda name=name: import_module(name)  # type: ignore[misc]  # bound now
    yield make

"""What is asked for on the overview, and what becomes of it."""

from typing import Protocol

from PySide6.QtCore import QObject

from ui.banners.banner import Snooze
from ui.desk import requests
from ui.desk.books import Books
from ui.desk.figures import Figures
from ui.desk.imports import Imports
from ui.desk.plans import Plans
from ui.desk.preferences import Preferences
from ui.desk.receipts import Receipts
from ui.live.start import StartedCall
from ui.window.window import MainWindow


class OverviewWishes(QObject):
    """Answers the overview: why, quiet, folded, a call by hand begun and ended."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        *,
        books: Books,
        figures: Figures,
        receipts: Receipts,
        plans: Plans,
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._figures = figures
        self._receipts = receipts
        self._plans = plans
        self._books = books

    def say_why(self, meter_id: str) -> None:
        """Open the receipt of a meter."""
        status = self._figures.view.status if self._figures.view else None
        for meter in status.meters if status else ():
            if status and status.key(meter) == meter_id:
                self._receipts.why(status, meter)
                return

    def snooze(self, snooze: Snooze) -> None:
        """Let a banner sleep."""
        self._preferences.snooze(snooze.kind, snooze.meter, snooze.until)
        self._figures.snooze(self._preferences.snoozes)

    def fold(self, kind: str) -> None:
        """Fold a banner to a chip."""
        self._figures.fold(kind, folded=True)

    def unfold(self, kind: str) -> None:
        """Unfold a banner."""
        self._figures.fold(kind, folded=False)

    def start_call(self, started: StartedCall) -> None:
        """Begin a call by hand."""
        self._plans.change(requests.start_call(self._books, started))

    def end_call(self, call_id: str) -> None:
        """End a call."""
        self._plans.change(requests.end_call(self._books, call_id))


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    figures: Figures
    imports: Imports
    receipts: Receipts
    plans: Plans
    wishes: OverviewWishes

    def show_sample(self) -> None:
        """Open a window with a sample month."""


def make_wishes(desk: Desk, preferences: Preferences, books: Books) -> OverviewWishes:
    """Make what answers the overview of a desk."""
    return OverviewWishes(
        desk.window,
        preferences,
        books=books,
        figures=desk.figures,
        receipts=desk.receipts,
        plans=desk.plans,
    )


def wire_overview(desk: Desk) -> None:
    """Connect the overview and the row of an import."""
    page, row, wishes = desk.window.page, desk.window.import_row, desk.wishes
    page.why_asked.connect(wishes.say_why)
    page.receipt_asked.connect(desk.receipts.open)
    page.snoozed.connect(wishes.snooze)
    page.folded.connect(wishes.fold)
    page.unfolded.connect(wishes.unfold)
    page.call_started.connect(wishes.start_call)
    page.call_ended.connect(wishes.end_call)
    page.sample_asked.connect(desk.show_sample)
    page.who_asked.connect(desk.plans.ask_who)
    row.cancelled.connect(desk.imports.cancel)
    row.put_away.connect(desk.imports.put_away)
    row.refusals_asked.connect(desk.imports.show_refusals)

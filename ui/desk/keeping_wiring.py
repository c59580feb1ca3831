"""Who lets go of the ledger while it is kept safe, and who reads another folder afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from ui.desk.accounts.side import AccountsSide
from ui.desk.company.side import CompanySide
from ui.desk.imports import Imports
from ui.desk.keeping import Keeping
from ui.desk.live.side import LiveSide
from ui.desk.notices import Notices
from ui.desk.pages import Pages
from ui.desk.palette import Palettes
from ui.desk.schedule import Schedule
from ui.desk.told import Told
from ui.window.window import MainWindow


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    keeping: Keeping
    schedule: Schedule
    told: Told
    palette: Palettes
    notices: Notices
    accounts: AccountsSide
    pages: Pages
    company: CompanySide
    imports: Imports
    live: LiveSide


def wire_keeping(desk: Desk) -> None:
    """Connect safe keeping with the menus and with everybody who has the ledger open."""
    keeping, told = desk.keeping, desk.told
    desk.window.keeping_asked.connect(keeping.ask)
    keeping.told.connect(told.sentence)
    keeping.failed.connect(told.problem)
    keeping.moved.connect(lambda folder: _move(desk, folder))
    keeping.let_go = lambda then: _let_go(desk, then)
    desk.schedule.failed.connect(told.problem)


def _let_go(desk: Desk, then: Callable[[], None]) -> None:
    desk.palette.let_go(lambda: _let_go_of_pages(desk, then))


def _let_go_of_pages(desk: Desk, then: Callable[[], None]) -> None:
    desk.live.hold()
    desk.notices.begin_again()
    # Accounts first, so that nothing reads them meanwhile.
    desk.accounts.let_go(lambda: desk.pages.let_go(lambda: desk.company.let_go(then)))


def _move(desk: Desk, folder: Path) -> None:
    """Read another data folder from now on, everywhere."""
    for part in (desk.pages, desk.palette, desk.company, desk.accounts):
        part.move(folder)
    desk.imports.folder = folder

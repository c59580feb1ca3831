"""Who hears of files that are read, of plans that change and of receipts."""

from typing import Protocol

from ui.desk.figures import Figures
from ui.desk.imports import Imports
from ui.desk.mapping import Mappings
from ui.desk.plans import Plans
from ui.desk.receipts import Receipts
from ui.desk.told import Told
from ui.window.window import MainWindow


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    figures: Figures
    imports: Imports
    mappings: Mappings
    plans: Plans
    receipts: Receipts
    told: Told


def wire_imports(desk: Desk) -> None:
    """Connect the row of an import, whose entries they are, and what fails of all this."""
    window, imports, plans = desk.window, desk.imports, desk.plans
    imports.shown.connect(window.show_import)
    imports.people_found.connect(plans.ask_who)
    plans.changed.connect(desk.figures.refresh)
    plans.rested.connect(lambda: window.show_import(imports.row))
    for failing in (desk.receipts, plans, desk.mappings):
        failing.failed.connect(desk.told.problem)

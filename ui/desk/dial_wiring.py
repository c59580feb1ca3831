"""Which part of a desk hears what "Before you dial" asks for."""

from typing import TYPE_CHECKING, Protocol

from ui.desk.dial import Dial
from ui.desk.overview import OverviewWishes
from ui.desk.pages import Pages
from ui.desk.receipts import Receipts
from ui.desk.settings import SettingsDesk
from ui.desk.told import Told

if TYPE_CHECKING:
    from ui.live.start import StartedCall


class Desk(Protocol):
    """The parts that are connected here."""

    dial: Dial
    pages: Pages
    receipts: Receipts
    settings: SettingsDesk
    told: Told
    wishes: OverviewWishes


def wire_dial(desk: Desk) -> None:
    """Connect the page: a call that is under way is followed on the overview."""
    desk.pages.serve("dial", desk.dial)
    desk.dial.failed.connect(desk.told.problem)
    desk.dial.receipt_asked.connect(desk.receipts.open)
    desk.dial.started.connect(lambda started: _start(desk, started))
    desk.dial.dialler_asked.connect(lambda: _choose_dialler(desk))


def _start(desk: Desk, started: "StartedCall") -> None:
    desk.wishes.start_call(started)
    desk.pages.go_to("overview")


def _choose_dialler(desk: Desk) -> None:
    desk.pages.go_to("settings")
    desk.settings.bring("dialling.dialler")

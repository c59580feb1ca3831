"""Which parts of a desk the notices hear, and what they ask of it."""

import os
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from ui.desk.company.side import CompanySide
from ui.desk.figures import Figures
from ui.desk.notices import Notices
from ui.desk.overview import OverviewWishes
from ui.desk.pages import Pages
from ui.desk.pausing import Pausing
from ui.desk.preferences import Preferences
from ui.desk.raising import bring_up
from ui.desk.settings import SettingsDesk
from ui.desk.told import Told
from ui.notices.usual import usual_bell
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.tray import Tray


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    figures: Figures
    pages: Pages
    company: CompanySide
    wishes: OverviewWishes
    pausing: Pausing
    tray: "Tray"
    settings: SettingsDesk
    told: Told
    notices: Notices


def make_notices(desk: Desk, preferences: Preferences, parent: QObject) -> Notices:
    """Make the notices of a desk; its tray may come later."""

    def icon() -> QSystemTrayIcon:
        return desk.tray.icon

    def account() -> str:
        around = desk.company.around
        return around.name if around else ""

    return Notices(
        preferences,
        usual_bell(icon, parent),
        parent,
        figures=desk.figures,
        account=account,
        is_paused=desk.pausing.paused,
    )


def wire_notices(desk: Desk, preferences: Preferences) -> None:
    """Connect the notices: what may change them, and what a click opens."""
    notices = desk.notices
    desk.figures.read.connect(notices.follow)
    desk.pausing.changed.connect(notices.look)
    desk.company.known.connect(notices.look)  # before what a first round brings is read
    preferences.watch(lambda _: notices.look())
    notices.snoozed.connect(desk.wishes.snooze)
    notices.why_asked.connect(desk.wishes.say_why)
    desk.settings.shows_samples = True
    desk.settings.asked.connect(lambda key: notices.show_sample() if key == "sample" else None)
    notices.sample_missed.connect(desk.told.sentence)
    notices.wanted_page.connect(lambda page, token: _open(desk, page, token))


def _open(desk: Desk, page: str, token: str) -> None:
    """Bring the window to the front with a page; ``token`` lets it on desktops that ask for one."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it with the next activation
    bring_up(desk.window)
    desk.pages.go_to(page)

"""Who hears of newer versions, and who asks about them."""

from typing import Protocol

from app.domain.problem import Problem
from ui.desk.figures import Figures
from ui.desk.pausing import Pausing
from ui.desk.settings import SettingsDesk
from ui.desk.tray import Tray
from ui.desk.updates import Updates


class Desk(Protocol):
    """The parts that are connected here."""

    figures: Figures
    pausing: Pausing
    settings: SettingsDesk
    tray: Tray
    updates: Updates


def wire_updates(desk: Desk) -> None:
    """Connect the settings and the tray; neither a pause nor a call is disturbed."""
    updates, settings, tray = desk.updates, desk.settings, desk.tray
    updates.is_paused = desk.pausing.is_paused
    updates.is_calling = lambda: _is_calling(desk.figures)
    settings.updates = updates.seen
    tray.newer_version = lambda: updates.version
    settings.opened.connect(updates.read)
    updates.changed.connect(settings.show_again)
    updates.changed.connect(tray.show_again)
    desk.figures.read.connect(lambda _: updates.show_again())
    updates.refused.connect(lambda problem: _refuse(settings, problem))


def _is_calling(figures: Figures) -> bool:
    return figures.view is not None and bool(figures.view.status.live)


def _refuse(settings: SettingsDesk, problem: Problem) -> None:
    settings.refuse("updates.newest", problem)

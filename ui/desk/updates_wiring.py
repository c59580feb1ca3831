"""Who hears of newer versions and of updates, and who asks about them."""

from typing import Protocol

from app.domain.problem import Problem
from ui.desk.figures import Figures
from ui.desk.pausing import Pausing
from ui.desk.settings import SettingsDesk
from ui.desk.tray import Tray
from ui.desk.updated import Updated
from ui.desk.updates import Updates


class Desk(Protocol):
    """The parts that are connected here."""

    figures: Figures
    pausing: Pausing
    settings: SettingsDesk
    tray: Tray
    updated: Updated
    updates: Updates


def wire_updates(desk: Desk) -> None:
    """Connect the settings and the tray; neither a pause nor a call is disturbed."""
    updates, settings, tray = desk.updates, desk.settings, desk.tray
    updates.is_paused = desk.pausing.is_paused
    # Who has a newer version on the disk already needs no way to it.
    updates.is_quiet = lambda: _is_calling(desk.figures) or desk.updated.is_told
    settings.updates = updates.seen
    tray.newer_version = lambda: updates.version
    settings.opened.connect(updates.read)
    updates.changed.connect(settings.show_again)
    updates.changed.connect(tray.show_again)
    desk.figures.read.connect(lambda _: updates.show_again())
    updates.refused.connect(lambda problem: _refuse(settings, problem))
    _wire_updated(desk)


def _wire_updated(desk: Desk) -> None:
    """Look at the program as each minute begins: the figures are read then."""
    updated = desk.updated
    updated.is_calling = lambda: _is_calling(desk.figures)
    updated.changed.connect(desk.updates.show_again)
    desk.figures.read.connect(lambda _: updated.look())


def _is_calling(figures: Figures) -> bool:
    return figures.view is not None and bool(figures.view.status.live)


def _refuse(settings: SettingsDesk, problem: Problem) -> None:
    settings.refuse("updates.newest", problem)

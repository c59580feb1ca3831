"""Who hears of live calls."""

from typing import Protocol

from ui.desk.figures import Figures
from ui.desk.live.side import LiveSide
from ui.desk.pages import Pages
from ui.desk.settings import SettingsDesk
from ui.desk.told import Told
from ui.window.window import MainWindow


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    figures: Figures
    pages: Pages
    settings: SettingsDesk
    told: Told
    live: LiveSide


def wire_live(desk: Desk) -> None:
    """Let live calls move the figures, and their rows stand on the overview."""
    live = desk.live
    desk.window.page.insert_news(live.news.rows)
    desk.figures.read.connect(live.calls.follow)
    live.calls.stored.connect(desk.figures.refresh)
    live.calls.sources.broke.connect(desk.told.fault)
    live.choices.told.connect(desk.told.sentence)
    for failing in (live.calls, live.choices):
        failing.failed.connect(desk.told.problem)
    live.news.length_asked.connect(live.lengths.ask)
    live.news.settings_asked.connect(lambda: _show_settings(desk))


def _show_settings(desk: Desk) -> None:
    desk.pages.go_to("settings")
    desk.settings.bring("live")

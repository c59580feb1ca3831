"""Who hears of the call logs of softphones, and who asks for another one."""

from typing import Protocol

from ui.desk.figures import Figures
from ui.desk.files import FileQuestions
from ui.desk.keeping import Keeping
from ui.desk.live.side import LiveSide
from ui.desk.preferences import Preferences
from ui.desk.settings import SettingsDesk
from ui.desk.told import Told
from ui.settings.call_logs_state import ADD
from ui.window.window import MainWindow


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    figures: Figures
    keeping: Keeping
    settings: SettingsDesk
    told: Told
    live: LiveSide

    def renew(self) -> None:
        """Read everything again."""


def wire_call_logs(desk: Desk, preferences: Preferences) -> None:
    """Begin once the figures were read, and show how the logs stand among the settings."""
    logs, files = desk.live.logs, FileQuestions()
    logs.may_read = lambda: not desk.keeping.is_alone
    desk.figures.read.connect(lambda _: logs.follow())
    logs.changed.connect(desk.renew)
    logs.failed.connect(desk.told.problem)
    desk.settings.logs = lambda: logs.seen
    desk.settings.opened.connect(logs.look)
    logs.shown.connect(desk.settings.show_again)

    def add() -> None:
        path = files.which_log(desk.window, preferences.words)
        if path is not None:
            logs.add(path)

    desk.settings.asked.connect(lambda key: add() if key == ADD else None)

"""The live side of the desk: what listens to softphones, what tells of them, and their settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.beat import Beat
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.call_logs import CallLogs
from ui.desk.live.choices import LiveChoices
from ui.desk.live.desk import LiveDesk
from ui.desk.live.lengths import Lengths
from ui.desk.live.makes import usual_makes
from ui.desk.live.news import LiveNews
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.machine.secrets import Secrets


class Computer(NamedTuple):
    """What live calls need of the computer: a look at its clocks, and its secrets."""

    look: Callable[[], Beat]
    secrets: "Callable[[], Secrets]"


class LiveSide:
    """Holds the parts of one window: ``calls``, ``news``, ``choices``, the call ``logs``."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        preferences: Preferences,
        computer: Computer,
        *,
        books: Books,
        lane: Lane,
    ) -> None:
        look, secrets = computer
        makes = usual_makes(preferences, secrets, look)
        self.calls = LiveDesk(preferences, makes, window, books=books, lane=lane, look=look)
        self.news = LiveNews(self.calls, theme, preferences, look)
        self.lengths = Lengths(window, theme, preferences, self.calls, look)
        self.choices = LiveChoices(self.calls, preferences, secrets)
        self.logs = CallLogs(preferences, window, books, lane)

    def hold(self) -> None:
        """The ledger is let go of."""
        self.logs.hold()
        self.calls.hold()

    def speak(self) -> None:
        """Say everything in another language."""
        self.news.show_again()

    def close(self) -> None:
        """Listen no more."""
        self.choices.close()
        self.logs.close()
        self.calls.close()

"""What the Settings page shows and does about live calls: lines taken back, the local address."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.call_report import Happening
from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.live.desk import LiveDesk
from ui.desk.preferences import Preferences
from ui.settings.seen import Phones

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.actions.hook_address import HookAddress
    from app.machine.secrets import Secrets

#: A keyring may ask its person for a password; a window that closes does not wait for that.
_PATIENCE_SECONDS = 2.0


class LiveChoices(QObject):
    """Answers the section; ``changed`` when :meth:`phones` says something else.

    ``told`` carries a sentence, ``failed`` a Problem.
    """

    changed = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, live: LiveDesk, preferences: Preferences, secrets: "Callable[[], Secrets]"
    ) -> None:
        super().__init__(live)
        self._live, self._preferences, self._secrets = live, preferences, secrets
        self._lane: Lane | None = None
        self._token = ""
        live.shown.connect(self.changed)

    def phones(self) -> Phones:
        """Return how softphones stand."""
        sources = self._live.sources
        return Phones(tuple(sources.news.values()), dict(sources.problems), self._token)

    def act(self, what: str) -> None:
        """Do what a button says: "take.SOURCE", "copy", "show" or "new_token"."""
        if what.startswith("take."):
            self._live.sources.take_back(what.partition(".")[2])
        elif what == "show" and self._token:
            self._show("")
        elif what == "show":
            self._ask(lambda address: self._show(address.token))
        elif what == "copy":
            self._ask(self._copy)
        else:
            self._ask(self._on_renewed, new=True)

    def close(self) -> None:
        """Wait for what is under way, but not for a keyring that does not answer."""
        if self._lane is not None:
            self._lane.close()

    def _ask(self, done: "Callable[[HookAddress], None]", *, new: bool = False) -> None:
        if self._lane is None:
            self._lane = Lane(self, name="hook-address", patience_seconds=_PATIENCE_SECONDS)
        folder, port = self._preferences.folder, self._live.choice.hook_port

        def work() -> "HookAddress":
            # Here because only who connects a softphone needs it.
            from app.actions.hook_address import hook_address, new_hook_token

            wanted = new_hook_token if new else hook_address
            return wanted(self._secrets(), folder, port)

        self._lane.run(work, done, self._on_failed)

    def _show(self, token: str) -> None:
        self._token = token
        self.changed.emit()

    def _copy(self, address: "HookAddress") -> None:
        QGuiApplication.clipboard().setText(address.of(Happening.START))
        self.told.emit(self._preferences.words.say("The address is copied. It holds the token."))

    def _on_renewed(self, address: "HookAddress") -> None:
        if self._token:
            self._show(address.token)
        self._live.sources.renew("hook")
        words = self._preferences.words
        self.told.emit(words.say("There is a new token. Give your softphone the new address."))

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

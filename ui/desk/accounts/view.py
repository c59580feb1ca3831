"""The Accounts page connected: what was read of the connections, and the rounds that run."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.accounts import AccountShown
from app.machine.settings import NEVER
from ui.accounts.page import AccountsPage
from ui.accounts.round_state import RoundState, round_state, waiting_state
from ui.accounts.state import AccountsState, CompanySeen, accounts_state, with_rounds
from ui.desk.accounts.requests import Seen
from ui.desk.accounts.rounds import Rounds
from ui.desk.preferences import Preferences

if TYPE_CHECKING:
    from ui.desk.company.side import CompanySide


class AccountsView(QObject):
    """Shows one page; what it asks for goes to whoever connects its signals."""

    def __init__(
        self,
        page: AccountsPage,
        preferences: Preferences,
        rounds: Rounds,
        company: "CompanySide",
    ) -> None:
        super().__init__(page)
        self.page = page
        self._preferences, self._rounds, self._company = preferences, rounds, company
        self._seen: Seen | None = None
        #: What was shown last, and what all of it but the rounds was made of.
        self._state: AccountsState | None = None
        self._made_of: tuple[object, ...] = ()
        #: Keys that are being tried, each a line on its card.
        self._testing: set[int] = set()
        rounds.changed.connect(self.show_again)

    def show_seen(self, seen: Seen) -> None:
        """Show what was read."""
        self._seen = seen
        self.show_again()

    def show_again(self) -> None:
        """Show the same anew: a round is further, or the language is another."""
        if self._seen is None:
            return
        seen, words = self._seen, self._preferences.words
        around = self._company.around
        syncing = around is not None and around.syncing
        lines = {**self._tests(), **self._lines(seen)}
        paused = self._preferences.settings.paused_until if self._rounds.is_paused() else NEVER
        made_of = (seen, words.language, frozenset(lines), syncing, paused)
        if self._state is not None and made_of == self._made_of:
            # Ten times a second while a round runs, and the lines of users are many.
            self._state = with_rounds(self._state, lines)
        else:
            self._made_of = made_of
            self._state = accounts_state(
                words,
                seen.page,
                zone=self._preferences.machine_zone,
                rounds=lines,
                company=CompanySeen(seen.company, syncing),
                paused_until=paused,
            )
        self.page.show_state(self._state)

    def show_testing(self, connection_id: int, *, testing: bool) -> None:
        """Show that a key is being tried, or no longer."""
        (self._testing.add if testing else self._testing.discard)(connection_id)
        self.show_again()

    def _tests(self) -> Mapping[int, RoundState]:
        text = self._preferences.words.say("Testing the key…")
        return {each: RoundState(text) for each in self._testing}

    def _lines(self, seen: Seen) -> Mapping[int, RoundState]:
        shown = {each.connection.id: each for each in seen.page.accounts}
        lines = {each: waiting_state(self._preferences.words) for each in self._rounds.waiting}
        if (running := self._rounds.running) in shown:
            lines[running] = self._running(shown[running])
        return lines

    def _running(self, shown: AccountShown) -> RoundState:
        return round_state(
            self._preferences.words,
            shown.connection.provider,
            self._rounds.progress,
            stopping=self._rounds.is_stopping,
        )

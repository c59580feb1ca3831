"""What the window shows of the figures: its page, and the words around it as things stand."""

from typing import Protocol

from ui.desk.accounts.side import AccountsSide
from ui.desk.company.side import CompanySide
from ui.desk.look import View
from ui.desk.pausing import Pausing
from ui.desk.preferences import Preferences
from ui.desk.snapshot import Shown
from ui.theme.theme import Theme
from ui.window.state import Around, window_state


class Desk(Protocol):
    """The parts that are asked."""

    company: CompanySide
    accounts: AccountsSide
    pausing: Pausing


def shown_now(desk: Desk, view: View, preferences: Preferences, theme: Theme) -> Shown:
    """Return the page of a reading, and what stands around it by now."""
    around = Around(
        desk.company.around,
        desk.accounts.has_accounts,
        desk.pausing.until,
        desk.accounts.rounds.running is not None,
    )
    window = window_state(
        preferences.words,
        view.status,
        theme=theme.choice.value,
        language=preferences.language,
        around=around,
        zone=preferences.machine_zone,
    )
    return Shown(view.state, window)

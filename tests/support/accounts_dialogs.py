"""The dialogs of the Accounts page in their states, for pictures."""

from collections.abc import Callable

from app.domain.connection import AccountFound, Right
from app.wording.words import Words
from tests.support.accounts_pages import hubspot, pages, twilio
from ui.accounts.connect import ConnectDialog
from ui.accounts.connect_state import connect_state, found_state, who_state
from ui.accounts.dialog_states import (
    new_key_state,
    options_state,
    other_person_state,
    remove_state,
    rename_state,
)
from ui.accounts.naming import NameDialog
from ui.accounts.new_key import NewKeyDialog
from ui.accounts.options import OptionsDialog
from ui.accounts.removing import RemoveDialog
from ui.theme.theme import Theme
from ui.widgets.form import FormDialog

Make = Callable[[Theme, Words], FormDialog]
_PLANS = (("hubspot-professional", "HubSpot Professional"),)


def _connect(theme: Theme, words: Words) -> FormDialog:
    return ConnectDialog(theme, connect_state(words))


def _refused(theme: Theme, words: Words) -> FormDialog:
    dialog = ConnectDialog(theme, connect_state(words), "twilio")
    trouble = pages()["signed_out"].accounts[0].trouble
    dialog.show_refused(words.problem(trouble) if trouble else "")
    return dialog


def _testing(theme: Theme, words: Words) -> FormDialog:
    dialog = ConnectDialog(theme, connect_state(words), "aircall")
    dialog.show_testing()
    return dialog


def _found(theme: Theme, words: Words) -> FormDialog:
    dialog = ConnectDialog(theme, connect_state(words))
    found = AccountFound("4711", "Example Works", "Europe/Berlin", "EUR", (Right.PEOPLE,))
    dialog.show_found(found_state(words, hubspot().connection, found, kept_for_run=True))
    dialog.show_who(who_state(words, hubspot().people))
    return dialog


def _removing(theme: Theme, words: Words) -> FormDialog:
    dialog = RemoveDialog(theme, remove_state(words, hubspot()))
    dialog.show_removing(40, 100)
    return dialog


def dialogs() -> dict[str, Make]:
    """Every dialog by a name for its picture."""
    return {
        "connect": _connect,
        "connect_refused": _refused,
        "connect_testing": _testing,
        "connect_found": _found,
        "new_key": lambda t, w: NewKeyDialog(t, new_key_state(w, twilio().connection)),
        "rename": lambda t, w: NameDialog(t, rename_state(w, hubspot().connection)),
        "person": lambda t, w: NameDialog(t, other_person_state(w, "Omar")),
        "options": lambda t, w: OptionsDialog(t, options_state(w, hubspot().connection, _PLANS)),
        "options_twilio": lambda t, w: OptionsDialog(t, options_state(w, twilio().connection, ())),
        "remove": lambda t, w: RemoveDialog(t, remove_state(w, hubspot())),
        "removing": _removing,
    }

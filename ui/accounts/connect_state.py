"""What the dialog shows that connects an account, before and after; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.accounts import Known
from app.domain.connection import AccountFound, Connection, Provider
from app.wording.accounts import account_name, provider_name
from app.wording.key_help import lacking_text
from app.wording.units import joined
from app.wording.words import Words
from ui.accounts.key_state import KeyState, key_state


@dataclass(frozen=True, slots=True)
class ConnectState:
    """The words of the dialog; ``forms``: what each provider asks for."""

    title: str
    about: str
    provider: str
    forms: tuple[tuple[str, KeyState], ...]
    name: str
    name_note: str
    behind: str
    more: str
    address: str
    address_note: str
    connect: str
    testing: str
    cancel: str
    close: str


@dataclass(frozen=True, slots=True)
class FoundState:
    """What is said once an account is connected; ``cautions`` tell what lacks."""

    title: str
    done: str
    next: str
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoState:
    """Which of the users one is: id and name of each."""

    question: str
    users: tuple[tuple[str, str], ...]
    choose: str
    later: str


def connect_state(words: Words) -> ConnectState:
    """Make the dialog's words."""
    return ConnectState(
        title=words.say("Connect an account"),
        about=words.say("The key stays in the keyring of this computer and is shown to nobody."),
        provider=words.say("Provider"),
        forms=tuple((provider_name(each), key_state(words, each)) for each in Provider),
        name=words.say("Name (may stay empty)"),
        name_note=words.say("What the account is called here; without one, as the provider does."),
        behind=words.say("This is the account behind Twilio Connect: its calls count as billed"),
        more=words.say("More"),
        address=words.say("Address of a gateway (may stay empty)"),
        address_note=words.say("Only where your company reaches the provider another way."),
        connect=words.say("Test and connect"),
        testing=words.say("Asking the provider…"),
        cancel=words.say("Cancel"),
        close=words.say("Close"),
    )


def found_state(
    words: Words, connection: Connection, found: AccountFound, *, kept_for_run: bool
) -> FoundState:
    """Make what is said of an account that was just connected."""
    provider = connection.provider
    cautions = [lacking_text(words, provider, right) for right in found.lacking]
    if kept_for_run:
        cautions.append(
            words.say(
                "The keyring of this computer cannot keep the key. It is kept until Talktally is "
                "closed; after that it is asked for again."
            )
        )
    return FoundState(
        title=words.say("{name} is connected", name=connection.name),
        done=joined(account_name(words, connection), found.zone, found.currency),
        next=words.say(
            "What is new is being read now, newest first. You can close this window; the page "
            "shows how far it is."
        ),
        cautions=tuple(cautions),
    )


def who_state(words: Words, users: Sequence[Known]) -> WhoState:
    """Ask which of the users one is."""
    return WhoState(
        question=words.say("Which of these is you?"),
        users=tuple((each.external_id, each.agent or each.external_id) for each in users),
        choose=words.say("This is me"),
        later=words.say("Later"),
    )

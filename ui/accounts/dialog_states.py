"""What the small dialogs of a connection ask: a new key, a name, options, its removal; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.accounts import AccountShown
from app.domain.connection import Connection, Options, Provider
from app.wording.words import Words
from ui.accounts.key_state import KeyState, key_state

_VERSIONS = ("v3", "2026-03", "2026-09")


@dataclass(frozen=True, slots=True)
class NewKeyState:
    """The words of the dialog that takes a new key; ``account``: the one it must open."""

    title: str
    about: str
    form: KeyState
    account: str
    keep: str
    testing: str
    cancel: str


@dataclass(frozen=True, slots=True)
class NameState:
    """The words of a dialog that asks for one name; ``name`` stands in its field at first."""

    title: str
    about: str
    field: str
    name: str
    keep: str
    cancel: str


@dataclass(frozen=True, slots=True)
class OptionsState:
    """The words of the dialog; choices are values and their names, () where nothing is asked.

    ``before`` holds until something else is chosen.
    """

    title: str
    before: Options
    toward: str
    toward_note: str
    plans: tuple[tuple[str, str], ...]
    version: str
    versions: tuple[tuple[str, str], ...]
    behind: str
    subaccounts: str
    keep: str
    cancel: str


@dataclass(frozen=True, slots=True)
class RemoveState:
    """The words of the dialog; ``entries`` "" where there are none to remove."""

    title: str
    about: str
    entries: str
    entries_note: str
    remove: str
    removing: str
    cancel: str
    stop: str


def new_key_state(words: Words, connection: Connection) -> NewKeyState:
    """Make the words of the dialog that takes a new key."""
    return NewKeyState(
        title=words.say("New key for {name}", name=connection.name),
        about=words.say("It must open the same account: {account}.", account=connection.account),
        form=key_state(words, connection.provider),
        account=connection.account if connection.provider is Provider.TWILIO else "",
        keep=words.say("Test and keep"),
        testing=words.say("Asking the provider…"),
        cancel=words.say("Cancel"),
    )


def rename_state(words: Words, connection: Connection) -> NameState:
    """Make the words of the dialog that calls a connection otherwise."""
    return NameState(
        title=words.say("Rename {name}", name=connection.name),
        about=words.say("The name stands here and in commands. The provider does not see it."),
        field=words.say("Name"),
        name=connection.name,
        keep=words.say("Rename"),
        cancel=words.say("Cancel"),
    )


def other_person_state(words: Words, user: str) -> NameState:
    """Make the words of the dialog that asks who a user is."""
    return NameState(
        title=words.say("Who is {user}?", user=user),
        about=words.say(
            "Their calls and texts count for this person, those read already, too. Write a name "
            "that is known here, or a new one."
        ),
        field=words.say("Name"),
        name="",
        keep=words.say("Choose"),
        cancel=words.say("Cancel"),
    )


def options_state(
    words: Words, connection: Connection, plans: Sequence[tuple[str, str]]
) -> OptionsState:
    """Make the words of the dialog; ``plans``: those that records can count toward."""
    twilio = connection.provider is Provider.TWILIO
    usual = (("", words.say("as the plans say")), ("none", words.say("toward no plan")))
    return OptionsState(
        title=words.say("Options of {name}", name=connection.name),
        before=connection.options,
        toward=words.say("Its calls and texts count"),
        toward_note=words.say("What was read already counts anew by what is chosen here."),
        plans=(*usual, *plans),
        version=words.say("Version of HubSpot’s API"),
        versions=_versions(words, connection),
        behind=words.say("This is the account behind Twilio Connect: its calls count as billed")
        if twilio
        else "",
        subaccounts=words.say("Read the subaccounts, too") if twilio else "",
        keep=words.say("Save"),
        cancel=words.say("Cancel"),
    )


def remove_state(words: Words, shown: AccountShown) -> RemoveState:
    """Make the words of the dialog that removes a connection."""
    count = sum(part.entries for part in shown.parts)
    entries = words.say_many("Remove its {n} entry, too", "Remove its {n} entries, too", count)
    return RemoveState(
        title=words.say("Remove {name}?", name=shown.connection.name),
        about=words.say(
            "Nothing more is read from it, and its key leaves the keyring. At the provider "
            "nothing changes. What was read stays and goes on counting."
        ),
        entries=entries if count else "",
        entries_note=words.say(
            "Then no figure counts them any more. Only connecting again brings them back."
        ),
        remove=words.say("Remove"),
        removing=words.say("Removing…"),
        cancel=words.say("Cancel"),
        stop=words.say("Stop"),
    )


def _versions(words: Words, connection: Connection) -> tuple[tuple[str, str], ...]:
    if connection.provider is not Provider.HUBSPOT:
        return ()
    chosen = connection.options.version
    known = (*_VERSIONS, *((chosen,) if chosen and chosen not in _VERSIONS else ()))
    return (("", words.say("the usual one")), *((each, each) for each in known))

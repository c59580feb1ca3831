"""What is asked of a person for the key of one provider, and how they come by it; Qt-free."""

from dataclasses import dataclass

from app.domain.connection import Provider
from app.wording.accounts import provider_name, provider_note
from app.wording.key_help import KeyFields, key_fields, key_help, reads_only
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class KeyState:
    """The fields of a key and the steps to it.

    ``page`` is the address that ``open_page`` opens. ``rights``: what the key must be able to
    read. ``account`` "" where the key alone tells which account it is.
    """

    provider: Provider
    steps_title: str
    steps: tuple[str, ...]
    open_page: str
    page: str
    rights_title: str
    rights: tuple[str, ...]
    who: str
    note: str
    fields: KeyFields
    show: str
    hide: str


def key_state(words: Words, provider: Provider) -> KeyState:
    """Make what is asked for a key of a provider."""
    helped, name = key_help(words, provider), provider_name(provider)
    return KeyState(
        provider=provider,
        steps_title=words.say("How to get a key at {provider}", provider=name),
        steps=helped.steps,
        open_page=words.say("Open {provider}", provider=name),
        page=helped.page,
        rights_title=words.say("What the key must be able to read"),
        rights=helped.rights,
        who=" ".join((helped.who, reads_only(words))),
        note=provider_note(words, provider),
        fields=key_fields(words, provider),
        show=words.say("Show"),
        hide=words.say("Hide"),
    )

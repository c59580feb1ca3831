"""The page before anything is connected: what connecting brings, and where to begin."""

from dataclasses import dataclass

from app.domain.connection import Provider
from app.wording.accounts import provider_name
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class Tile:
    """A provider to begin with, and what is read there."""

    provider: Provider
    name: str
    brings: str
    spoken: str


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What stands there instead of cards; ``files`` names the button that imports files."""

    title: str
    sentence: str
    tiles: tuple[Tile, ...]
    otherwise: str
    files: str


def empty_state(words: Words) -> EmptyState:
    """Make what stands on a page without connections."""
    return EmptyState(
        title=words.say("Connect once, and the ledger keeps itself"),
        sentence=words.say(
            "With a key of your account, new calls and texts come in every few minutes, and the "
            "figures are never older than that. Talktally only reads, and the key stays in the "
            "keyring of this computer."
        ),
        tiles=tuple(_tile(words, provider) for provider in Provider),
        otherwise=words.say("Or bring in what you have as files, now or later."),
        files=words.say("Import files…"),
    )


def _tile(words: Words, provider: Provider) -> Tile:
    brings = {
        Provider.HUBSPOT: words.say("calls and logged texts"),
        Provider.AIRCALL: words.say("calls"),
        Provider.TWILIO: words.say("calls, texts and what they cost"),
    }[provider]
    name = provider_name(provider)
    spoken = words.say("Connect {provider}: {brings}", provider=name, brings=brings)
    return Tile(provider, name, brings, spoken)

"""A round that runs, as its connection's card shows it: how far it is, or what it waits for."""

from dataclasses import dataclass

from app.domain.connection import Progress, Provider
from app.wording.accounts import part_name, provider_name
from app.wording.sync_progress import waiting_line
from app.wording.words import Words
from ui.text.cycle import share


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round under way.

    ``filled`` in thousandths, ``None`` where nobody knows how much there is. ``waits``: it stands
    still. ``stop`` names the button that ends it between two pages, "" once it was pressed.
    """

    text: str
    filled: int | None = None
    waits: bool = False
    stop: str = ""


def round_state(
    words: Words, provider: Provider, progress: Progress | None, *, stopping: bool = False
) -> RoundState:
    """Make the line of a round; ``progress`` is ``None`` before its first page came."""
    if stopping:
        return RoundState(words.say("Stopping after this page…"))
    stop = words.say("Stop")
    if progress is None:
        return RoundState(words.say("Looking for what is new…"), stop=stop)
    filled = None if progress.total is None else share(progress.read, progress.total)
    if progress.waiting is not None:
        return RoundState(waiting_line(words, provider, progress.waiting), filled, True, stop)
    return RoundState(_read(words, provider, progress), filled, stop=stop)


def waiting_state(words: Words) -> RoundState:
    """Make the line of a round that begins when another one has ended."""
    return RoundState(words.say("Waits for its turn…"), waits=True, stop=words.say("Stop"))


def _read(words: Words, provider: Provider, progress: Progress) -> str:
    part = f"{provider_name(provider)} · {part_name(words, progress.part)}"
    if progress.total is None:
        return words.say_many("{part}: {n} read", "{part}: {n} read", progress.read, part=part)
    return words.say(
        "{part}: {read} of {total}", part=part, read=progress.read, total=progress.total
    )

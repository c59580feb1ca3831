"""What a row that tells something says, and what can be done about it; Qt-free."""

from dataclasses import dataclass

from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class ActingRowState:
    """One row: ``about`` is the key of what it tells of, ``acts`` are keys and names."""

    about: str
    headline: str
    detail: str
    acts: tuple[tuple[str, str], ...]
    mark: str
    tone: Tone = Tone.PLAIN

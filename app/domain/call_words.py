"""Words that records use for directions, yes and no, and the state of a call."""

from enum import Enum, auto
from functools import lru_cache

from app.domain.durations import duration
from app.domain.event import Direction
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord


class State(Enum):
    """Where a call or text has got to."""

    DONE = auto()
    UNANSWERED = auto()
    OPEN = auto()


_OUTBOUND = "outbound out outgoing placed dialed dialled ausgehend gesendet sent sortant in-uscita"
_INBOUND = "inbound in incoming received missed eingehend empfangen entrant in-entrata"
_UNANSWERED = (
    "busy failed no-answer noanswer canceled cancelled missed rejected declined unanswered "
    "besetzt fehlgeschlagen keine-antwort abgebrochen verpasst storniert congestion"
)
_OPEN = (
    "queued ringing in-progress initiated initial connecting calling-crm-user hold "
    "in-warteschlange klingelt wird-ausgeführt verbindung-wird-hergestellt gehalten"
)
_YES = "yes y true 1 answered ja oui si sì sí"
_NO = "no n false 0 unanswered nein non no-answer missed"

_DIRECTIONS = {plain(word): Direction.INBOUND for word in _INBOUND.split()} | {
    plain(word): Direction.OUTBOUND for word in _OUTBOUND.split()
}
_STATES = {plain(word): State.UNANSWERED for word in _UNANSWERED.split()} | {
    plain(word): State.OPEN for word in _OPEN.split()
}
_ANSWERS = {plain(word): True for word in _YES.split()} | {
    plain(word): False for word in _NO.split()
}


def direction(text: str, default: Direction) -> Direction:
    """Read a direction; ``default`` where the record has none, UnreadableRecord where unknown."""
    found = _DIRECTIONS.get(text) or _DIRECTIONS.get(plain(text))
    if found is None and text.strip():
        raise UnreadableRecord(mark("“{value}” is not a direction"), text)
    return found or default


def state(text: str) -> State:
    """Tell where a call has got to; a word nobody knows is no reason to doubt its duration."""
    return _STATES.get(plain(text), State.DONE)


def answered(text: str) -> bool | None:
    """Read yes or no, ``None`` for anything else."""
    return _ANSWERS.get(plain(text))


@lru_cache(maxsize=16_384)
def talk(status: str, length: str, unit: int) -> int:
    """Work out the talk time in microseconds from a call's status and duration.

    Raises UnreadableRecord while the call is not over: it is read once it is.
    """
    match state(status):
        case State.OPEN:
            raise UnreadableRecord(mark("The call is not finished yet ({value})"), status)
        case State.UNANSWERED:
            return 0
        case State.DONE:
            return duration(length, unit)

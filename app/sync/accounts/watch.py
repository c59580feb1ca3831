"""How whoever wants a round watches it: told how far it is, and able to end it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.connection import Progress
from app.domain.instant import Instant
from app.remote.pages import Wait


def _untold(_progress: Progress) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """What a round is given beside the account.

    ``told`` hears of each page and each wait, perhaps from a thread that fetches ahead, but never
    twice at once. ``cancelled`` is asked between pages and while waiting. ``wait``: unless waits
    last as long as they say. ``jitter``, from 0 to 1, keeps the next rounds of computers apart.
    """

    now: Callable[[], Instant]
    told: Callable[[Progress], None] = _untold
    cancelled: Callable[[], bool] = _never
    wait: Wait | None = None
    jitter: float = 0.0

"""What came of a round with an account at a provider."""

from dataclasses import dataclass, field

from app.domain.connection import Connection
from app.domain.instant import Instant
from app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class AccountOutcome:
    """A round that ended at ``at``; what was done before a ``problem`` stays done.

    ``read``: records that came, ``new`` and ``changed``: those that said something new, ``gone``:
    those the provider deleted since, ``refused``: those not taken that were unknown before.
    ``next_in``: seconds until the next round is due, ``None`` where none is, because the connection
    was paused or removed.
    """

    connection: Connection
    at: Instant
    problem: Problem | None = None
    read: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    refused: int = 0
    next_in: int | None = None


@dataclass(slots=True)
class Counts:
    """What a round has done so far.

    ``parts``: how far each part is, with the rounds before where its first reading goes on.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    parts: dict[str, int] = field(default_factory=dict)

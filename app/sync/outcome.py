"""What came of a round with the plan server."""

from dataclasses import dataclass, field

from app.domain.company import Role
from app.domain.instant import Instant
from app.domain.plan_page import PlanNews
from app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """A round that ended at ``at``; what was done before a ``problem`` stays done.

    ``sent``: counts the server acknowledged. ``new_book``: another plan book was taken up.
    """

    at: Instant
    problem: Problem | None = None
    news: tuple[PlanNews, ...] = ()
    sent: int = 0
    new_book: bool = False


@dataclass(slots=True)
class Done:
    """What a round has done so far; ``role``: mine, once the server said it."""

    news: list[PlanNews] = field(default_factory=list)
    sent: int = 0
    new_book: bool = False
    role: Role | None = None

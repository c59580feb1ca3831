"""One round with the company's plan server, and when the next one is due."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.actions.company_here import company_here
from app.actions.reaching import peers_of
from app.domain.instant import Instant
from app.domain.plan_page import PlanNews
from app.domain.problem import Problem
from app.sync.schedule import next_round_in

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.http import Peers


@dataclass(frozen=True, slots=True)
class Synced:
    """How a round went; what was done before a ``problem`` stays done.

    ``sent``: days of counts the server took. ``next_in``: seconds until the next round is due.
    """

    at: Instant
    problem: Problem | None
    news: tuple[PlanNews, ...]
    sent: int
    next_in: int
    new_book: bool = False


def sync_now(
    ledger: "Ledger",
    secrets: "Secrets",
    *,
    now: Callable[[], Instant],
    cancelled: Callable[[], bool] = lambda: False,
    peers: "Peers | None" = None,
) -> Synced:
    """Send my counts, then fetch plan and pool; trouble on the way is told, not raised.

    It may take a minute, and the keyring may ask for its password: not for the main thread.
    UsageProblem where no company is joined.
    """
    # Here because it brings httpx and pydantic: a third of a second that most starts never need.
    from app.sync.round import plan_round

    outcome = plan_round(ledger, secrets, peers or peers_of(ledger), now, cancelled)
    jitter = random.random()  # noqa: S311 - it only keeps computers apart
    last_good = _last_good(ledger)
    next_in = next_round_in(outcome.problem, at=outcome.at, last_good=last_good, jitter=jitter)
    return Synced(
        outcome.at, outcome.problem, outcome.news, outcome.sent, next_in, outcome.new_book
    )


def _last_good(ledger: "Ledger") -> Instant | None:
    return company_here(ledger).synced

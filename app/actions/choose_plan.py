"""Choose plans of the catalogue by name."""

from collections.abc import Sequence

from app.actions.put_in_force import InForce, PlanWish, put_in_force
from app.domain.instant import Instant
from app.ledger.ledger import Ledger
from app.machine.catalogue import plan_named


def choose_plans(
    ledger: Ledger, names: Sequence[str], wish: PlanWish, *, now: Instant, machine_zone: str
) -> tuple[InForce, ...]:
    """Put plans of the catalogue in force; UsageProblem, which lists them, for an unknown name."""
    plans = [plan_named(name) for name in names]
    return put_in_force(ledger, plans, wish, now=now, machine_zone=machine_zone)

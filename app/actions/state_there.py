"""Plans and seats stated where they hold: on this computer, or by an owner for a whole company."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from app.actions.change_company_plan import changes_of, rehearse, send_changes
from app.actions.company_here import check_owner, company_joined
from app.actions.company_member import member_named
from app.actions.put_in_force import InForce, PlanWish, check_wish, offers_connect, put_in_force
from app.actions.set_seats import Seated, SeatWish, set_seats
from app.actions.share_plan import can_share_plan, share_plan
from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Plan

if TYPE_CHECKING:
    from app.ledger.company.joined import CompanyState
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.plan_server.changes import Change

_What = TypeVar("_What")


@dataclass(frozen=True, slots=True)
class Stated(Generic[_What]):
    """What was stated; ``company``: for whom, "" where it holds on this computer alone."""

    what: _What
    company: str = ""


def state_plans_there(
    ledger: "Ledger",
    secrets: "Secrets",
    plans: Sequence[Plan],
    wish: PlanWish,
    *,
    now: Instant,
    machine_zone: str,
) -> Stated[tuple[InForce, ...]]:
    """Put plans in force as :func:`put_in_force` does; problems also as for ``send_changes``."""
    state = company_joined(ledger)
    if state is None:
        found = put_in_force(ledger, plans, wish, now=now, machine_zone=machine_zone)
        return Stated(found)
    check_owner(state)
    check_wish(plans, wish)
    _give_own_first(ledger, secrets, now)
    member = ""
    if wish.linked:
        member = member_named(ledger, secrets, state, wish.agent or "", now)
    unlinked = replace(wish, linked=False, agent=None)
    found, stated, seen = rehearse(
        ledger,
        lambda where: put_in_force(where, plans, unlinked, now=now, machine_zone=machine_zone),
    )
    changes = changes_of(stated, dated=wish.start is not None)
    if member:
        changes += _links(found, member, dated=wish.start is not None)
        found = tuple(_as_linked(each, wish, state) for each in found)
    send_changes(ledger, secrets, changes, now=now, seen=seen)
    return Stated(found, state.company)


def state_seats_there(
    ledger: "Ledger", secrets: "Secrets", wish: SeatWish, *, now: Instant, machine_zone: str
) -> Stated[Seated]:
    """State seats as :func:`set_seats` does; problems also as for ``send_changes``."""
    state = company_joined(ledger)
    if state is None:
        return Stated(set_seats(ledger, wish, now=now, machine_zone=machine_zone))
    check_owner(state)
    _give_own_first(ledger, secrets, now)
    seated, stated, seen = rehearse(
        ledger,
        lambda where: set_seats(where, wish, now=now, machine_zone=machine_zone),
    )
    changes = changes_of(stated, dated=wish.start is not None)
    send_changes(ledger, secrets, changes, now=now, seen=seen)
    return Stated(seated, state.company)


def _give_own_first(ledger: "Ledger", secrets: "Secrets", now: Instant) -> None:
    """Give a company without a plan the one that holds here: else its other parts would be gone."""
    if can_share_plan(ledger):
        share_plan(ledger, secrets, now=now)


def _links(found: Sequence[InForce], member: str, *, dated: bool) -> "list[Change]":
    # Here because it brings pydantic, which most starts never need.
    from app.remote.plan_server.changes import state_link

    return [
        state_link(member, linked=True, since=_since(each, dated=dated))
        for each in found
        if offers_connect(each.plan)
    ]


def _since(found: InForce, *, dated: bool) -> Instant | None:
    """Return from when on a link holds that was said with a plan: as long as the plan does."""
    if found.first:
        return BEGINNING
    return found.start if dated else None


def _as_linked(found: InForce, wish: PlanWish, state: "CompanyState") -> InForce:
    if not offers_connect(found.plan):
        return found
    said = (wish.agent or "me").strip()
    return replace(found, linked=state.member if said.casefold() == "me" else said)

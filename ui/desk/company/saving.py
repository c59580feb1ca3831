"""Saving an edit of the plan, here or on the server, as a request for the network lane."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.domain.company import Licence
from app.domain.instant import Instant
from app.domain.plan_edit import PlanEdit
from app.domain.problem import Problem
from ui.desk.company.plan_requests import Offered, offered_of
from ui.plan.edit_state import EditAsked

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from ui.desk.company.network import Request

#: Before the first calling plan of any provider.
_ALWAYS = date(1970, 1, 1)


class Refused(NamedTuple):
    """Why an edit was not saved as a whole, and what holds since."""

    problem: Problem
    offered: Offered


def save(
    asked: EditAsked, now: Callable[[], Instant], machine_zone: str
) -> "Request[Refused | None]":
    """Save an edit, and mark me as linked with Twilio Connect from then on where that was ticked.

    With the first plan the link covers all history, as the plan does. A company without a plan gets
    the one entered here first: it is the one the dialog showed, and may have left as it is.
    """

    def request(ledger: "Ledger", secrets: "Secrets") -> Refused | None:
        try:
            _save(ledger, secrets, asked, now(), machine_zone)
        except Problem as problem:
            # Read at once, before a round brings something that nobody was told of.
            return Refused(problem, offered_of(ledger, now()))
        return None

    return request


def _save(
    ledger: "Ledger", secrets: "Secrets", asked: EditAsked, now: Instant, machine_zone: str
) -> None:
    # Here because they bring SQLAlchemy, and with a company httpx: a start does without.
    from app.actions.change_company_plan import save_edit
    from app.actions.mark_linked import mark_linked
    from app.actions.share_plan import can_share_plan, share_plan

    edit = asked.edit
    if _is_of_plans(edit) and can_share_plan(ledger):
        share_plan(ledger, secrets, now=now)
        edit = replace(edit, seen=None)  # it is what was shared just now
    if edit != PlanEdit():
        save_edit(ledger, secrets, edit, now=now, machine_zone=machine_zone)
    if asked.linked:
        since = _ALWAYS if asked.first else edit.start
        mark_linked(ledger, secrets, "", linked=True, now=now, since=since)


def _is_of_plans(edit: PlanEdit) -> bool:
    return edit != PlanEdit(profile=edit.profile, contract=edit.contract)


def mark(name: str, now: Callable[[], Instant], *, linked: bool) -> "Request[None]":
    """Mark a person as linked with Twilio Connect, or no longer, from now on."""

    def request(ledger: "Ledger", secrets: "Secrets") -> None:
        # Here for the same reason.
        from app.actions.mark_linked import mark_linked

        mark_linked(ledger, secrets, name, linked=linked, now=now())

    return request


def share(now: Callable[[], Instant]) -> "Request[None]":
    """Give a company without a plan the one entered here."""

    def request(ledger: "Ledger", secrets: "Secrets") -> None:
        # Here for the same reason.
        from app.actions.share_plan import share_plan

        share_plan(ledger, secrets, now=now())

    return request


def seat(name: str, licence: Licence, now: Callable[[], Instant]) -> "Request[None]":
    """Say which seat a person sits on."""

    def request(ledger: "Ledger", secrets: "Secrets") -> None:
        # Here for the same reason.
        from app.actions.state_licence import state_licence

        state_licence(ledger, secrets, name, licence, now=now())

    return request

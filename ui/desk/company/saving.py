"""Saving an edit of the plan, here or on the server, as a request for the network lane."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.company import Licence
from app.domain.instant import Instant
from app.domain.plan_edit import PlanEdit
from ui.plan.edit_state import EditAsked

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from ui.desk.company.network import Request

#: Before the first calling plan of any provider.
_ALWAYS = date(1970, 1, 1)


def save(asked: EditAsked, now: Callable[[], Instant], machine_zone: str) -> "Request[None]":
    """Save an edit, and mark me as linked with Twilio Connect from then on where that was ticked.

    With the first plan the link covers all history, as the plan does. A company without a plan gets
    the one entered here first: it is the one the dialog showed, and may have left as it is.
    """

    def request(ledger: "Ledger", secrets: "Secrets") -> None:
        # Here because they bring SQLAlchemy, and with a company httpx: a start does without.
        from app.actions.change_company_plan import save_edit
        from app.actions.mark_linked import mark_linked
        from app.actions.share_plan import can_share_plan, share_plan

        if _is_of_plans(asked.edit) and can_share_plan(ledger):
            share_plan(ledger, secrets, now=now())
        if asked.edit != PlanEdit():
            save_edit(ledger, secrets, asked.edit, now=now(), machine_zone=machine_zone)
        if asked.linked:
            since = _ALWAYS if asked.first else asked.edit.start
            mark_linked(ledger, secrets, "", linked=True, now=now(), since=since)

    return request


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

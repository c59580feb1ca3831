"""The ledger that a company is joined in; commands about a company make none."""

from typing import TYPE_CHECKING

from app.actions.company_here import company_here
from app.assembly import Workplace
from app.domain.problem import UsageProblem, mark

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger

_NO_COMPANY = mark("No company is joined here. Join one with: talktally company join")


def company_ledger(workplace: Workplace) -> "Ledger":
    """Open the ledger; UsageProblem where no company is joined."""
    ledger = workplace.existing_ledger()
    if ledger is None:
        raise UsageProblem(_NO_COMPANY)
    company_here(ledger)
    return ledger

"""The ledger whose connections are meant; commands about connections make none."""

from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.domain.problem import UsageProblem, mark

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger

NOT_CONNECTED = mark("No account is connected here. Connect one with: talktally account add")


def connected_ledger(workplace: Workplace) -> "Ledger":
    """Open the ledger; UsageProblem where there is none."""
    ledger = workplace.existing_ledger()
    if ledger is None:
        raise UsageProblem(NOT_CONNECTED)
    return ledger

"""The plan server this desktop is signed in at, as pages tell it."""

from app.domain.plan_page import Connected
from app.ledger.company.joined import CompanyState
from app.ledger.company.outgoing import counts_waiting
from app.ledger.snapshot import Snapshot


def connected_of(snapshot: Snapshot, company: CompanyState | None) -> Connected | None:
    """Tell where and as whom it is signed in, and what is wrong with that; ``None``: nowhere."""
    if company is None:
        return None
    trouble = company.trouble
    return Connected(
        server=company.server, company=company.company, member=company.member, role=company.role,
        synced=company.synced, trouble=str(trouble) if trouble else "",
        kept_for_run=company.kept_for_run, waiting=counts_waiting(snapshot), problem=trouble,
    )  # fmt: skip

"""A leg whose number was erased stays without it, however its call is reported again."""

from pathlib import Path

from app.actions.erase_contact import erase_contact
from app.actions.verify import verify
from app.domain.event import Call, Leg
from app.domain.instant import MINUTE
from tests.support.connections import AT_TWILIO
from tests.support.ledgers import FAR, NOW, OWN, call, keep, ledger_with, receipts

_THIRD = "+14155550177"


def _row(sid: str, far: str) -> Call:
    """Report one leg as Twilio does: with its own ends, under the id of the call."""
    legs = (Leg(MINUTE, OWN, far, sid),)
    return call(source=AT_TWILIO, external_id="parent", far=far, legs=legs)


def test_a_leg_that_is_reported_again_brings_no_erased_number_back(tmp_path: Path) -> None:
    parent, child = _row("parent", FAR), _row("child", _THIRD)
    with ledger_with(tmp_path) as ledger:
        keep(ledger, parent, child, call(far=FAR))
        erase_contact(ledger, FAR, NOW)
        keep(ledger, parent)
        told = str([receipt.fact for receipt in receipts(ledger)])
        assert FAR not in told
        assert _THIRD in told
        assert verify(ledger).ok

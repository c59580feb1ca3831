"""Finish an erasing that was broken off: by a crash, a full disk, or a file somebody had open."""

from app.actions.erase_contact import Erased, erase_contact
from app.actions.erasing_order import broken_off, forget_order, keep_order
from app.actions.keep_numbers import erase_old
from app.domain.instant import Instant
from app.ledger.cleaning import clean
from app.ledger.ledger import Ledger


def finish_erasing(ledger: Ledger, now: Instant) -> Erased | None:
    """Go on with what was agreed to earlier; ``None`` where nothing was left to do."""
    folder = ledger.path.parent
    order = broken_off(folder)
    if order is None:
        return None
    if order.typed:
        return erase_contact(ledger, order.typed, now, known=order)
    keep_order(folder, order)
    if order.before is not None:
        done = erase_old(ledger, order.before, now)
        if done.uncleaned:
            return done
    if not clean(ledger.path):
        return Erased(0, (ledger.path.name,))
    forget_order(folder)
    return Erased(0)

"""What goes on: the calls that are open, and those whose end nobody heard."""

from typing import NamedTuple

from app.actions.status import ALL, status_of
from app.actions.unsure_ends import unsure_ends
from app.domain.beat import Beat
from app.domain.call_report import UnsureEnd
from app.domain.meter import LiveCall
from app.ledger.glance import Readable


class LiveNow(NamedTuple):
    """The open calls, those that ring last; ``unsure``: the latest first."""

    calls: tuple[LiveCall, ...] = ()
    unsure: tuple[UnsureEnd, ...] = ()


def live_now(ledger: Readable, at: Beat) -> LiveNow:
    """Read the calls that are open at a moment, and the ends that nobody looked at yet."""
    with ledger.reading() as snapshot:
        status = status_of(snapshot, at.wall, ALL, beat=at)
        return LiveNow((*status.live, *status.ringing), unsure_ends(snapshot))

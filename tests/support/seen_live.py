"""Calls as a live source tells them, in the few words a test is about."""

from app.actions.follow_call import Followed, take_report
from app.domain.beat import Beat
from app.domain.call_report import CallReport, Happening
from app.domain.event import Direction, Method
from app.domain.instant import SECOND, Instant
from app.ledger.ledger import Ledger

FAR = "+15550100"


def beat(seconds: float) -> Beat:
    """Look at the clocks of a computer that never sleeps, at a time in seconds since 1970."""
    at = Instant(round(seconds * SECOND))
    return Beat(at, "boot-1", at, at)


def tell(
    ledger: Ledger,
    what: Happening,
    seconds: float,
    call_id: str = "",
    *,
    source: str = "hook",
    number: str = FAR,
    direction: Direction = Direction.OUTBOUND,
    method: Method | None = None,
) -> Followed:
    """Take in one report of a live source."""
    return take_report(
        ledger, CallReport(what, beat(seconds), source, call_id, number, "", direction, method)
    )


def see(
    ledger: Ledger,
    rang: float,
    answered: float | None,
    ended: float,
    call_id: str = "",
    *,
    source: str = "hook",
    number: str = FAR,
    direction: Direction = Direction.OUTBOUND,
) -> Followed:
    """See a whole call live, from its ringing to its end."""
    for what, when in ((Happening.RING, rang), (Happening.START, answered)):
        if when is not None:
            tell(ledger, what, when, call_id, source=source, number=number, direction=direction)
    return tell(
        ledger, Happening.END, ended, call_id, source=source, number=number, direction=direction
    )

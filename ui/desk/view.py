"""What the window shows of figures that were read, made without the ledger."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.beat import Beat
from app.domain.live import status_at
from app.domain.meter import Status
from ui.desk.look import Look, View
from ui.meters.connect_state import Destination
from ui.overview.state import Beside, CycleUse, overview_state
from ui.welcome.state import Sources

if TYPE_CHECKING:
    from app.actions.overview import Overview
    from app.domain.instant import Instant
    from app.ledger.cycle_use import CycleUse as Use


def view_of(
    overview: "Overview", look: Look, now: "Instant", use: "Use | None", *, at: "Instant"
) -> View:
    """Make the page of figures that were read at ``now``, as it is at an instant since."""
    sources = Sources(joined=overview.joined, accounts=overview.accounts)
    beside = Beside(_page_use(use), sources, overview.people)
    state = overview_state(
        look.words, overview.status, overview.latest, at, beside=beside, folded=look.folded
    )
    return View(now, overview, state, use)


def status_of(view: View, look: Look, at: Beat) -> Status:
    """Return the figures of a view with its open calls as they are at a moment."""
    return look.snoozes.quiet(status_at(view.status, at), at.wall)


def view_at(view: View, look: Look, at: Beat) -> View:
    """Return a view with its open calls as they are at a moment, and what follows from them."""
    overview = replace(view.overview, status=status_of(view, look, at))
    return view_of(overview, look, view.now, view.use, at=at.wall)


def _page_use(use: "Use | None") -> CycleUse:
    if use is None:
        return CycleUse()
    destinations = tuple(
        Destination(d.region, d.calls, d.minutes, d.rate, d.amount) for d in use.destinations
    )
    return CycleUse(use.second_leg, destinations)

"""Reading for the window, on the worker: figures settled against the last ones, as states."""

from collections.abc import Callable
from dataclasses import replace

from app.actions.overview import read_cycle_use, read_overview
from app.domain.banner import banners
from app.domain.instant import Instant
from app.domain.level import settle
from app.domain.meter import Meter, Status
from app.ledger.cycle_use import CycleUse as Use
from app.ledger.glance import Readable
from ui.desk.look import Look, View
from ui.meters.connect_state import Destination
from ui.overview.state import Beside, CycleUse, overview_state
from ui.welcome.state import Sources


def read_view(ledger: Readable, clock: Callable[[], Instant], look: Look) -> View:
    """Read the ledger and make the page; called on the worker."""
    now = clock()
    overview = read_overview(ledger, now, look.outlooks.at(now))
    status = look.snoozes.quiet(settled(overview.status, look.before), now)
    status = replace(status, zone=look.zone())
    use = read_cycle_use(ledger, status, now) if look.whole else look.use
    sources = Sources(joined=overview.joined, accounts=overview.accounts)
    beside = Beside(_page_use(use), sources, overview.people)
    state = overview_state(
        look.words, status, overview.latest, now, beside=beside, folded=look.folded
    )
    return View(now, replace(overview, status=status), state, use)


def settled(status: Status, before: tuple[Meter, ...]) -> Status:
    """Return a status as an open window shows it, which remembers where a level would flicker."""
    earlier = {(meter.id, meter.agent): meter for meter in before}
    meters = tuple(settle(earlier.get((m.id, m.agent)), m) for m in status.meters)
    told = banners(meters, status.live, status.trust, status.first_reading)
    return replace(status, meters=meters, banners=told)


def _page_use(use: Use | None) -> CycleUse:
    if use is None:
        return CycleUse()
    destinations = tuple(
        Destination(d.region, d.calls, d.minutes, d.rate, d.amount) for d in use.destinations
    )
    return CycleUse(use.second_leg, destinations)

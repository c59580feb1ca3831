"""Reading for the window, on the worker: figures settled against the last ones, as states."""

from collections.abc import Callable
from dataclasses import replace

from app.actions.overview import read_cycle_use, read_overview
from app.domain.banner import banners
from app.domain.instant import Instant
from app.domain.level import settle
from app.domain.meter import Meter, Status
from app.ledger.glance import Readable
from ui.desk.look import Look, View
from ui.desk.view import view_of


def read_view(ledger: Readable, clock: Callable[[], Instant], look: Look) -> View:
    """Read the ledger and make the page; called on the worker."""
    now = clock()
    beat = look.beat() if look.beat is not None else None
    overview = read_overview(ledger, now, look.outlooks.at(now), beat)
    status = look.snoozes.quiet(settled(overview.status, look.before), now)
    status = replace(status, zone=look.zone())
    use = read_cycle_use(ledger, status, now) if look.whole else look.use
    return view_of(replace(overview, status=status), look, now, use, at=now)


def settled(status: Status, before: tuple[Meter, ...]) -> Status:
    """Return a status as an open window shows it, which remembers where a level would flicker."""
    earlier = {(meter.id, meter.agent): meter for meter in before}
    meters = tuple(settle(earlier.get((m.id, m.agent)), m) for m in status.meters)
    told = banners(meters, status.live, status.trust, status.first_reading)
    return replace(status, meters=meters, banners=told)

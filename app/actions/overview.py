"""Overview: status, the last entries and what a cycle's calls cost, read as of one state."""

from dataclasses import dataclass

from app.actions.status import status_of
from app.domain.beat import Beat
from app.domain.instant import Instant
from app.domain.meter import Status
from app.domain.outlook import Outlook
from app.domain.plan import MeterKind
from app.domain.receipt import Receipt
from app.ledger.company.rounds import rounds_of
from app.ledger.connections.rounds import has_connections
from app.ledger.cycle_use import CycleUse, cycle_use
from app.ledger.glance import Readable
from app.ledger.lists.entries import latest

_LATEST = 8
_USUAL = Outlook()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page is made of; ``use`` is ``None`` where no plan has minutes.

    ``joined``: a company's plan server is connected. ``accounts``: so are accounts at providers.
    ``people``: those among whom I am still to be found.
    """

    status: Status
    latest: tuple[Receipt, ...]
    use: CycleUse | None = None
    joined: bool = False
    accounts: bool = False
    people: tuple[str, ...] = ()


def read_overview(
    ledger: Readable, now: Instant, outlook: Outlook = _USUAL, beat: Beat | None = None
) -> Overview:
    """Read the figures, and the last entries of those whose meters are shown."""
    with ledger.reading() as snapshot:
        status = status_of(snapshot, now, outlook=outlook, beat=beat)
        shown = {meter.agent for meter in status.meters if meter.agent}
        return Overview(
            status,
            tuple(latest(snapshot, now, _LATEST, shown)),
            joined=rounds_of(snapshot.connection) is not None,
            accounts=has_connections(snapshot.connection),
            people=snapshot.people.not_yet_me(),
        )


def read_cycle_use(ledger: Readable, status: Status, now: Instant) -> CycleUse | None:
    """Read what a status does not carry of my running cycle of minutes, up to an instant."""
    meter = next((m for m in status.meters if m.kind is MeterKind.MINUTES), None)
    if meter is None:
        return None
    with ledger.reading() as snapshot:
        return cycle_use(snapshot, meter, now)

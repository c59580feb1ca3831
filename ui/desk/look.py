"""How the window looks at the ledger, and what a look gives it; light enough for a first frame."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.beat import Beat
from app.domain.instant import Instant
from app.domain.meter import Meter, Status
from app.machine.outlooks import Outlooks
from app.machine.settings import Settings
from app.wording.words import Words
from ui.desk.snoozes import Snoozes
from ui.overview.state import OverviewState

if TYPE_CHECKING:
    from app.actions.overview import Overview
    from app.ledger.cycle_use import CycleUse


@dataclass(frozen=True, slots=True)
class View:
    """What one look at the ledger gives the window."""

    now: Instant
    overview: "Overview"
    state: OverviewState
    use: "CycleUse | None" = None

    @property
    def status(self) -> Status:
        """The figures the states were made of."""
        return self.overview.status


def _usual() -> Outlooks:
    return Outlooks(Settings())


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks at the ledger: language, quiet banners, folded ones, the last figures.

    ``outlooks``: how the settings want figures judged, asked on the worker. ``whole``: also read
    what a running cycle's calls cost, which takes a little longer. ``zone``: this computer's, asked
    on the worker each time; "" for the plan's. ``beat``: looks at all clocks; ``None`` where only
    the wall clock is known.
    """

    words: Words
    snoozes: Snoozes
    outlooks: Outlooks = field(default_factory=_usual)
    folded: frozenset[str] = frozenset()
    before: tuple[Meter, ...] = ()
    whole: bool = False
    use: "CycleUse | None" = None
    zone: Callable[[], str] = lambda: ""
    beat: Callable[[], Beat] | None = None

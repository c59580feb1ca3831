"""How the window looks at the ledger, and what a look gives it; light enough for a first frame."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.instant import Instant
from app.domain.meter import Meter, Status
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


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks at the ledger: language, quiet banners, folded ones, the last figures.

    ``whole``: also read what a running cycle's calls cost, which takes a little longer.
    """

    words: Words
    snoozes: Snoozes
    folded: frozenset[str] = frozenset()
    before: tuple[Meter, ...] = ()
    whole: bool = False
    use: "CycleUse | None" = None

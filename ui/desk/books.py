"""The ledger as the window's worker uses it: opened at the first reading, closed on the worker."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.beat import Beat
from app.domain.instant import MINUTE, Instant
from app.domain.problem import LedgerProblem, mark
from app.machine.paths import make_folder

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger

_AWAY = mark("The ledger is being restored or moved. Try again when that is done.")


class Books:
    """Holds the ledger; every method but the constructor is called on the worker."""

    def __init__(
        self, folder: Path, now: Callable[[], Instant], beat: Callable[[], Beat] | None = None
    ) -> None:
        self.folder = folder
        self.now = now
        self.beat = beat or (lambda: Beat(now()))
        self._ledger: Ledger | None = None
        self._changes = -1
        self._given = False

    def ledger(self) -> "Ledger":
        """Open the ledger, made when there is none; a Problem when that cannot be.

        LedgerProblem after :meth:`give`, until :meth:`take_back`.
        """
        if self._given:
            raise LedgerProblem(_AWAY)
        if self._ledger is None:
            make_folder(self.folder)
            # Here because SQLAlchemy would delay the first frame, which needs no ledger.
            from app.ledger.ledger import Ledger, ledger_path

            self._ledger = Ledger(ledger_path(self.folder))
            self._changes = self._ledger.changes()
        return self._ledger

    def has_news(self, *, since: Instant) -> bool:
        """Tell whether anybody wrote since last asked, or a minute began since an instant."""
        changes = self.ledger().changes()
        written, self._changes = changes != self._changes, changes
        return written or self.now() // MINUTE != since // MINUTE

    def write_quietly(self, write: "Callable[[Ledger], bool]") -> bool:
        """Write what changes no figure, so that nobody reads them anew; return whether it did.

        What others write meanwhile stays news.
        """
        ledger = self.ledger()
        others, is_read = ledger.others(), ledger.changes() == self._changes
        changed = write(ledger)
        changes = ledger.changes()
        if is_read and not changed and ledger.others() == others:
            self._changes = changes
        return changed

    def close(self) -> None:
        """Close the ledger."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def give(self) -> None:
        """Close the ledger and leave it to another process, which needs it for itself."""
        self.close()
        self._given = True

    def take_back(self) -> None:
        """Use the ledger again, in the folder where it is by now."""
        self._given = False

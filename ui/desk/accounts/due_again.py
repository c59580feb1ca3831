"""When the Accounts page is to be read again because a round that it tells of should have begun.

Another program on this ledger may do that round; where it finds nothing, no figure changes.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.instant import MINUTE, Instant
from app.domain.next_round import is_due
from ui.desk.due import sleep_ms

if TYPE_CHECKING:
    from app.domain.accounts import AccountsPage

#: Whoever does the round writes down when the next one is within a few seconds.
_OVERDUE_MS = 5_000


class DueAgain(QObject):
    """``due``: what the page tells of the next round holds no more, or may not."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)

    @property
    def wait_ms(self) -> int | None:
        """For how long is waited, ``None`` for nothing."""
        return self._timer.interval() if self._timer.isActive() else None

    def know(self, page: "AccountsPage", now: Instant, *, rests: bool) -> None:
        """Learn what the page tells; ``rests``: what is due stays so, as a round runs or none may.

        A connection that was never read is not waited for: its first round is begun here.
        """
        planned = [each.due for each in page.accounts if not each.connection.paused]
        due = min((each for each in planned if each is not None), default=None)
        if due is None:
            self._timer.stop()
        elif not is_due(due, now):
            self._timer.start(sleep_ms(due, now))
        else:
            self._timer.start(sleep_ms(Instant(now + MINUTE), now) if rests else _OVERDUE_MS)

    def rest(self) -> None:
        """Nobody looks at the page."""
        self._timer.stop()

"""Try a ledger out: a new one with an invented month is written, read, checked and closed."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from app.actions.make_sample import make_sample
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.instant import Instant
from app.domain.problem import LedgerProblem, mark
from app.ledger.ledger import Ledger, ledger_path

_DIFFERS = mark("The totals of an invented month differ from its entries. Install Talktally again.")
_EMPTY = mark("An invented month was written, but nothing can be read. Install Talktally again.")


class LedgerTried(NamedTuple):
    """How many ``entries`` and ``meters`` a trial had, and by which version of SQLite."""

    entries: int
    meters: int
    sqlite: str


def try_ledger(folder: Path, now: Instant, zone: str) -> LedgerTried:
    """Make a ledger in an empty folder and leave it there, closed; Problem when anything fails."""
    with Ledger(ledger_path(folder)) as ledger:
        make_sample(ledger, folder, now, zone)
    # Opened again, so that it is read from the disk.
    with Ledger(ledger_path(folder)) as ledger:
        checked, status = verify(ledger), read_status(ledger, now)
    if not checked.ok:
        raise LedgerProblem(_DIFFERS)
    if not checked.entries or not status.meters:
        raise LedgerProblem(_EMPTY)
    return LedgerTried(checked.entries, len(status.meters), sqlite3.sqlite_version)

"""Keeping a ledger safe: a backup beside a plain copy of the file, a check beside a plain look."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median

from app.actions.backup import back_up
from app.actions.verify import verify
from app.ledger.ledger import FILE_NAME, Ledger
from tests.bench.ledgers import LARGE, copy_of
from tests.bench.processes import ROOT
from tests.bench.rounds import clocked, in_turn
from tests.bench.row import Measured, Row
from tests.support.ledgers import NOW

_ROUNDS = 3
_TABLES = ("fact", "leg", "charge", "total", "crossing", "identity")


def backup() -> Measured:
    """Back a ledger up and copy its file, in turn; both until the disk has it."""
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as scratch:
        folder = copy_of(LARGE, Path(scratch) / "data")
        target, plain = Path(scratch) / "backup.db", Path(scratch) / "plain.db"

        def ours() -> None:
            target.unlink(missing_ok=True)
            back_up(folder, NOW, target)

        def against() -> None:
            shutil.copyfile(folder / FILE_NAME, plain)
            with plain.open("rb+") as written:
                os.fsync(written.fileno())

        against()  # the file is read from the disk once
        found, beside = map(median, in_turn(clocked(ours), clocked(against), _ROUNDS))
        return Measured(f"{found:.2f} s", f"{beside:.2f} s", found / beside)


def check() -> Measured:
    """Verify a ledger and read every row of it, in turn."""
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as scratch:
        folder = copy_of(LARGE, Path(scratch) / "data")
        with Ledger(folder / FILE_NAME) as ledger:

            def ours() -> None:
                if not verify(ledger).ok:
                    raise AssertionError("the ledger is not sound")

            found = clocked(ours)()
        beside = clocked(lambda: _look(folder / FILE_NAME))()
        return Measured(
            f"{LARGE / found:,.0f} entries/s", f"{LARGE / beside:,.0f} entries/s", found / beside
        )


def _look(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for table in _TABLES:
            for _ in raw.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own names
                pass


BACKUP = Row(
    "backup", f"backup, checked, {LARGE:,} entries", "a plain copy of the file", 2.0, 1.5,
    f"Both sides write to the same disk and wait for it; the median of {_ROUNDS} rounds, in turn. "
    "Ours is a backup as it is made unless asked otherwise: every page of the copy is looked at "
    "and what it holds compared; `--thorough` checks every row too.", backup,
)  # fmt: skip
VERIFY = Row(
    "verify", f"`verify`, {LARGE:,} entries", "every row read through plain `sqlite3`", 30, 15,
    "Ours rates every entry again by the rules, adds up every total and compares. The other side "
    "only turns the rows into Python values.", check,
)  # fmt: skip

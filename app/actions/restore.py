"""Restore: a copy of a ledger takes its place, once it is checked; the one before is kept."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.actions.backup import Progress
from app.disk.leftovers import remove, sweep, unfinished
from app.disk.whole import put_in_place, told_as_problem
from app.domain.instant import Instant
from app.domain.problem import LedgerProblem, UsageProblem, mark
from app.ledger.backups.comparing import Comparison, compared
from app.ledger.backups.contents import Contents
from app.ledger.backups.copies import before_restore, made_at
from app.ledger.backups.copying import bring_copy, checked, copy_pages, reading_copy
from app.ledger.backups.holding import held, overwrite
from app.ledger.engine import explained
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.schema import VERSION, known_version
from app.machine.paths import make_folder

_MISSING = mark("{file} is not there. Choose the file of a backup.")
_ITSELF = mark("{file} is the ledger itself. Choose the file of a backup.")
_SIDES = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore changes.

    ``made``: when the backup was made, where its name tells. ``now`` is ``None`` where there is no
    ledger, or a damaged one (``damaged``), of which nobody can tell what would be lost.
    """

    file: Path
    made: Instant | None
    then: Contents
    now: Comparison | None
    damaged: bool


class Candidate:
    """A copy that was brought into the data folder, checked and upgraded, and may take over."""

    def __init__(self, folder: Path, copy: Path, preview: Preview) -> None:
        self.preview = preview
        self._path = ledger_path(folder)
        self._copy = copy

    def take_over(self, now: Instant, progress: Progress = lambda *_: None) -> Path | None:
        """Replace the ledger; returns where the one before is kept, ``None`` if there was none.

        At any moment the ledger is the old one or the new one, whole. LedgerProblem when another
        process has it open.
        """
        with told_as_problem(self._path):
            if not self._path.exists():
                put_in_place(self._copy, self._path)
                return None
            kept = before_restore(self._path.parent, now)
            try:
                self._overwrite(kept, progress)
            except LedgerProblem as problem:
                if not _is_damage(problem):
                    raise
                self._replace_damaged(kept)
            return kept

    def _overwrite(self, kept: Path, progress: Progress) -> None:
        with held(self._path) as ledger, closing(reading_copy(self._copy)) as copy:
            part = unfinished(kept.parent, kept.name)
            try:
                copy_pages(ledger, part, progress)
                put_in_place(part, kept)
            finally:
                remove(part)
            overwrite(ledger, copy, progress)

    def _replace_damaged(self, kept: Path) -> None:
        """Put the copy in place of a file that SQLite cannot even lock, which is kept as it is."""
        part = unfinished(kept.parent, kept.name)
        for side in (*_SIDES, ""):
            old = self._path.with_name(f"{self._path.name}{side}")
            if old.exists():
                shutil.copyfile(old, part)
                part.chmod(0o600)
                put_in_place(part, kept.with_name(f"{kept.name}{side}"))
        # What lies beside a ledger is applied to it, and would not fit the new one.
        for side in (*_SIDES, "-shm"):
            self._path.with_name(f"{self._path.name}{side}").unlink(missing_ok=True)
        put_in_place(self._copy, self._path)


@contextmanager
def candidate(
    folder: Path, file: Path, progress: Progress = lambda *_: None
) -> Iterator[Candidate]:
    """Bring a copy into the data folder, check it, upgrade it if it is older, and compare.

    Nothing has changed when this ends but what was asked of the candidate. LedgerProblem says what
    is wrong with the file.
    """
    path = ledger_path(folder)
    if not file.is_file():
        raise UsageProblem(_MISSING, file=file)
    if path.exists() and path.samefile(file):
        raise UsageProblem(_ITSELF, file=file)
    make_folder(folder)
    sweep(folder)
    work = unfinished(folder, "restore")
    with told_as_problem(path):
        work.mkdir(mode=0o700)
        try:
            copy = ledger_path(work)
            then = _upgraded(copy, bring_copy(file, copy, progress))
            yield Candidate(folder, copy, _preview(file, then, copy, path))
        finally:
            remove(work)


def _upgraded(copy: Path, found: Contents) -> Contents:
    if found.version == VERSION:
        return found
    with Ledger(copy):
        pass
    with held(copy):  # one file again, without a log
        pass
    return checked(copy)


def _preview(file: Path, then: Contents, copy: Path, path: Path) -> Preview:
    made = made_at(file)
    if not path.exists():
        return Preview(file, made, then, None, damaged=False)
    try:
        with explained(path):
            now = compared(path, copy) if known_version(path) else None
            return Preview(file, made, then, now, damaged=False)
    except LedgerProblem as problem:
        if not _is_damage(problem):
            raise
        return Preview(file, made, then, None, damaged=True)


def _is_damage(problem: LedgerProblem) -> bool:
    """Tell damage from a file that is locked, newer, or out of reach, which have other classes."""
    return type(problem.__cause__) is sqlite3.DatabaseError

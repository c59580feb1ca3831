"""A copy of the server's SQLite database while the server goes on."""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from app.disk.leftovers import unfinished_ending
from app.disk.whole import put_in_place, told_as_problem
from app.domain.problem import EnvironmentProblem, Problem, mark
from app.server.store.database import Database

_NOT_HERE = mark(
    "This copies SQLite databases alone. Back a PostgreSQL database up with its own pg_dump."
)
_THERE = mark("There is a file {file} already. Choose another name; nothing was overwritten.")
_UNSOUND = mark("The copy is not sound, so it was not kept. Check the disk, then: server verify")


def copy_database(database: Database, target: Path) -> None:
    """Write a checked copy, readable by its owner alone; Problem for a file that is there."""
    source = database.file
    if source is None:
        raise Problem(_NOT_HERE)
    if target.exists():
        raise Problem(_THERE, file=target)
    with told_as_problem(target):
        descriptor, name = tempfile.mkstemp(dir=target.parent, suffix=unfinished_ending())
        os.close(descriptor)
        try:
            _copy(source, Path(name))
            put_in_place(Path(name), target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
        # A copy stands alone: without the side files of the original.
        here.execute("PRAGMA journal_mode=DELETE")
        if here.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise EnvironmentProblem(_UNSOUND)

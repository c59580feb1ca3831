"""A copy of a ledger: one state of it, page by page, while others go on writing."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from app.disk.whole import keep_content
from app.domain.problem import LedgerProblem, mark
from app.ledger.backups.contents import Contents, contents
from app.ledger.engine import BUSY_MS
from app.ledger.schema import APPLICATION_ID, VERSION

#: Told after each step: pages copied, and pages in all.
Progress = Callable[[int, int], None]
#: Pages in one step, 8 MB: often enough for a bar, too seldom to cost anything.
_PAGES = 2_000
#: Bytes of a ledger that are mapped into memory while it is copied; the rest is read as usual.
_MAPPED = 1 << 30
#: Beside a file that a program has open, or had when it broke off.
_LOG, _JOURNAL = "-wal", "-journal"

_NOT_OURS = mark("{name} is no copy of a Talktally ledger. Choose another file.")
_DAMAGED = mark("{name} is damaged and cannot be used: {reason}. Choose another copy.")
_NEWER = mark(
    "{name} was written by a newer Talktally (its version is {found}, this one knows {known}). "
    "Update Talktally first."
)
_UNEQUAL = mark("The copy {name} is not what was copied. Check the disk and try again.")


def copy_ledger(
    path: Path, target: Path, progress: Progress = lambda *_: None, *, thorough: bool = False
) -> Contents:
    """Copy the state a ledger is in now into a new file, readable by its owner alone, and check it.

    A reading transaction holds that state for as long as it takes: writers go on, and nothing of
    theirs comes into the copy. Every page of every tree is looked at; ``thorough``: every row too.
    sqlite3.Error when the machine refuses or the ledger is damaged, LedgerProblem when the copy is
    not as it should be. The copy is one file, without a log beside it.
    """
    with closing(_reading(path)) as source:
        # Read in place rather than page by page: a third of the copy's own work.
        source.execute(f"PRAGMA mmap_size={_MAPPED}")
        source.execute("BEGIN")
        before = contents(source)
        copy_pages(source, target, progress)
    # The disk takes its time, and a look at the pages needs none of it.
    with ThreadPoolExecutor(1) as beside:
        reached = beside.submit(keep_content, target)
        after = checked(target) if thorough else _walked(target)
        reached.result()
    if after != before:
        raise LedgerProblem(_UNEQUAL, name=target.name)
    return before


def bring_copy(file: Path, target: Path, progress: Progress = lambda *_: None) -> Contents:
    """Copy a file that may be a copy of a ledger into a new one, and check it.

    The file itself is not written. LedgerProblem, which names it, when it is anything else.
    """
    with _about_copy(file.name), closing(reading_copy(file)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copy_pages(source, target, progress)
    return checked(target, called=file.name)


def copy_pages(
    source: sqlite3.Connection, target: Path, progress: Progress = lambda *_: None
) -> None:
    """Copy what a connection sees into a new file, unchecked and not yet forced to the disk."""
    target.touch(mode=0o600)
    target.chmod(0o600)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        # Nothing to come back to: a copy that breaks off is thrown away.
        copy.execute("PRAGMA locking_mode=EXCLUSIVE")
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(
            copy, pages=_PAGES, progress=lambda _, left, total: progress(total - left, total)
        )
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        # A file that asks for no log can be read where nothing can be written.
        copy.execute("PRAGMA journal_mode=DELETE")


def checked(path: Path, *, called: str = "") -> Contents:
    """Check a whole copy: that it is ours, known to this program, and sound; return what it holds.

    Nothing is written, not even beside it. LedgerProblem says what is wrong, by the name the file
    is called.
    """
    name = called or path.name
    with _about_copy(name), closing(reading_copy(path)) as copy:
        (application,) = copy.execute("PRAGMA application_id").fetchone()
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise LedgerProblem(_NOT_OURS, name=name)
        if version > VERSION:
            raise LedgerProblem(_NEWER, name=name, found=version, known=VERSION)
        (told,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if told != "ok":
            raise LedgerProblem(_DAMAGED, name=name, reason=told)
        return contents(copy)


def reading_copy(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to, without leaving anything beside it."""
    written = any(path.with_name(f"{path.name}{end}").exists() for end in (_LOG, _JOURNAL))
    return _connect(path, "mode=ro" if written else "immutable=1")


def _walked(path: Path) -> Contents:
    """Look at every page of every table and index, as far as counting needs it."""
    with closing(reading_copy(path)) as copy:
        copy.execute("PRAGMA cell_size_check=ON")
        trees = copy.execute(
            "SELECT tbl_name, CASE type WHEN 'index' THEN 'INDEXED BY \"' || name || '\"' "
            "ELSE 'NOT INDEXED' END FROM sqlite_master "
            "WHERE rootpage > 0 AND (type = 'table' OR coalesce(sql, '') NOT LIKE '% WHERE %')"
        )
        for table, how in trees.fetchall():
            copy.execute(f'SELECT count(*) FROM "{table}" {how}')  # noqa: S608 - names of the file
        return contents(copy)


def _reading(path: Path) -> sqlite3.Connection:
    return _connect(path, "mode=ro")


def _connect(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None
    )
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    return connection


@contextmanager
def _about_copy(name: str) -> Iterator[None]:
    """Tell SQLite's errors as trouble with this file, of which it is no matter whose it is."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        if "not a database" in said:
            raise LedgerProblem(_NOT_OURS, name=name) from error
        raise LedgerProblem(_DAMAGED, name=name, reason=said) from error


def copy_entries(path: Path) -> int | None:
    """Count the entries of a copy without checking it; ``None`` when it cannot be read."""
    try:
        with closing(reading_copy(path)) as copy:
            return contents(copy).entries
    except sqlite3.Error:
        return None

"""Move the data folder: copied, checked, switched over, and only then removed."""

import filecmp
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from app.actions.backup import existing
from app.disk.leftovers import remove, sweep, unfinished
from app.disk.whole import keep_names, put_in_place, told_as_problem, write_private
from app.domain.problem import EnvironmentProblem, LedgerProblem, UsageProblem, mark
from app.ledger.backups.contents import contents
from app.ledger.backups.copying import checked, copy_pages
from app.ledger.backups.holding import held, retire
from app.ledger.ledger import FILE_NAME, ledger_path
from app.machine.own_files import own_files, size_of
from app.machine.paths import POINTER, make_folder, moved_to, usual_folder

#: In the new folder until the old one is empty: names the old one.
MARKER = "moved-from"
_MEGABYTE = 1_000_000
_SAME = mark("{folder} is the data folder already. Choose another one.")
_INSIDE = mark("{folder} lies inside the data folder. Choose one outside of it.")
_TAKEN = mark("{folder} holds files of Talktally already. Choose an empty folder.")
_NO_ROOM = mark(
    "{folder} has {free} MB of free space, and {needed} MB are needed. Free some or choose another."
)
_UNEQUAL = mark("The copy of {file} is not what was copied. Check the disk and try again.")

#: Told under way: bytes copied, and bytes in all.
Progress = Callable[[int, int], None]


def move_folder(
    folder: Path,
    target: Path,
    environ: Mapping[str, str],
    progress: Progress = lambda *_: None,
) -> Path:
    """Move everything of ours into another folder, and return that one.

    Later starts find it through a pointer in the old folder. Until that is written the old folder
    is in force and whole, from then on the new one. LedgerProblem while another process has the
    ledger open; Problem when the target will not do.
    """
    path, target = existing(folder), target.absolute()
    finish_move(folder)
    _refuse(folder, target)
    with told_as_problem(target / FILE_NAME):
        make_folder(target)
        sweep(target)
        _clear_broken_off(folder, target)
        with held(path) as ledger:
            _copy_all(ledger, folder, target, progress)
            _switch(folder, target, environ)
            retire(ledger)
    finish_move(target)
    return target


def finish_move(folder: Path) -> bool:
    """Remove what a move into this folder left in the old one; tells whether there was anything.

    What cannot be removed now is tried again the next time.
    """
    old = _moved_from(folder)
    if old is None or moved_to(old) != folder:
        return False
    for path in own_files(old):
        remove(path)
    for each in (old, folder):
        sweep(each)
    if not list(own_files(old)):
        remove(folder / MARKER)
    return True


def _refuse(folder: Path, target: Path) -> None:
    old, new = folder.resolve(), target.resolve()
    if old == new:
        raise UsageProblem(_SAME, folder=target)
    if new.is_relative_to(old):
        raise UsageProblem(_INSIDE, folder=target)
    ours = target.is_dir() and any(own_files(target))
    if ours and _moved_from(target) != folder:
        raise UsageProblem(_TAKEN, folder=target)
    place = next(each for each in (new, *new.parents) if each.exists())
    needed = sum(map(size_of, own_files(folder)))
    free = shutil.disk_usage(place).free
    if free < needed + _MEGABYTE:
        told = {"free": free // _MEGABYTE, "needed": needed // _MEGABYTE + 1}
        raise EnvironmentProblem(_NO_ROOM, folder=target, **told)


def _clear_broken_off(folder: Path, target: Path) -> None:
    """Remove copies of an earlier move of the same folder that was broken off before the switch."""
    for path in own_files(target):
        remove(path)
    write_private(target / MARKER, f"{folder}\n")


def _copy_all(ledger: sqlite3.Connection, folder: Path, target: Path, progress: Progress) -> None:
    others = [path for path in own_files(folder) if not path.name.startswith(FILE_NAME)]
    sizes = [size_of(path) for path in others]
    first = size_of(ledger_path(folder))
    total = first + sum(sizes) or 1
    with _work(target) as work:
        _copy_ledger(
            ledger, ledger_path(work), lambda done, of: progress(first * done // of, total)
        )
        for number, path in enumerate(others):
            _copy_checked(path, work / path.name)
            progress(first + sum(sizes[: number + 1]), total)
        for path in others:
            (work / path.name).replace(target / path.name)
        # The ledger comes last: a folder without one is nobody's.
        put_in_place(ledger_path(work), ledger_path(target))


@contextmanager
def _work(target: Path) -> Iterator[Path]:
    work = unfinished(target, "move")
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        remove(work)


def _copy_ledger(ledger: sqlite3.Connection, copy: Path, progress: Progress) -> None:
    copy_pages(ledger, copy, progress)
    if checked(copy) != contents(ledger):
        raise LedgerProblem(_UNEQUAL, file=FILE_NAME)


def _copy_checked(path: Path, copy: Path) -> None:
    if path.is_dir():
        copy.mkdir(mode=0o700)
        for each in sorted(path.iterdir()):
            _copy_checked(each, copy / each.name)
        return
    shutil.copy2(path, copy)
    copy.chmod(0o600)
    if not filecmp.cmp(path, copy, shallow=False):
        raise LedgerProblem(_UNEQUAL, file=path.name)


def _switch(folder: Path, target: Path, environ: Mapping[str, str]) -> None:
    """Let every start that came here go there from now on."""
    (target / POINTER).unlink(missing_ok=True)
    keep_names(target)
    write_private(folder / POINTER, f"{target}\n")
    usual = usual_folder(environ)
    if moved_to(usual) == folder:
        write_private(usual / POINTER, f"{target}\n")


def _moved_from(folder: Path) -> Path | None:
    try:
        return Path((folder / MARKER).read_text(encoding="utf-8").rstrip("\n"))
    except (OSError, ValueError):
        return None

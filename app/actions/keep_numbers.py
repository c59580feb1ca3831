"""Keep numbers for so many months: older entries lose them, in the ledger and in its copies."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.actions.erase_contact import Erased, Progress
from app.actions.erase_files import copies_that, erase_in_copies, forget_pictures
from app.actions.erasing_order import Order, forget_order, keep_order
from app.disk.leftovers import remove
from app.domain.change import ChangeKind
from app.domain.cycle import local_day
from app.domain.instant import SECOND, Instant, instant
from app.ledger.changes import begin_change, note_entries
from app.ledger.cleaning import clean, holds_older
from app.ledger.erasing import finish_erasing
from app.ledger.ledger import Ledger
from app.ledger.retention import Place, count_older, erase_older

#: Entries in one transaction: a few seconds of work, then others get their turn.
CHUNK = 50_000
_MONTHS = 12


def months_ago(now: Instant, months: int, zone: str) -> Instant:
    """Return the midnight of a zone that begins the day so many whole months ago.

    A month without that day counts from its last one.
    """
    today = local_day(now, zone)
    years, month = divmod(today.year * _MONTHS + today.month - 1 - months, _MONTHS)
    first = today.replace(year=years, month=month + 1, day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = first.replace(day=min(today.day, last.day))
    return instant(datetime.combine(day, time(), ZoneInfo(zone)))


def count_old(ledger: Ledger, before: Instant) -> int:
    """Count the entries that would lose their numbers."""
    with ledger.reading() as snapshot:
        return count_older(snapshot.connection, before)


def erase_old(
    ledger: Ledger, before: Instant, now: Instant, progress: Progress = lambda *_: None
) -> Erased:
    """Erase numbers, names, notes and tags of older entries; counts, totals and amounts stay.

    Part by part, so that others get their turn; what is broken off is gone on with later.
    """
    folder = ledger.path.parent
    total = count_old(ledger, before)
    copies = list(copies_that(folder, _holds(before)))
    if not total and not any(readable for _, readable in copies) and not _old_lists(folder, before):
        return Erased(0, damaged=tuple(path.name for path, _ in copies))
    keep_order(folder, Order(before=before))
    entries = erase_in_ledger(ledger, before, now, lambda done: progress(done, total + len(copies)))
    left, damaged = erase_in_copies(
        folder, _holds(before), lambda copy: erase_in_ledger(copy, before, now, lambda _: None)
    )
    for path in _old_lists(folder, before):
        remove(path)
    forget_pictures(folder)
    if total and not clean(ledger.path):
        left = [*left, ledger.path.name]
    if not left:
        forget_order(folder)
    return Erased(entries, tuple(left), tuple(damaged))


def erase_in_ledger(
    ledger: Ledger, before: Instant, now: Instant, told: Callable[[int], None]
) -> int:
    """Erase in one ledger file; returns in how many entries."""
    entries, change = 0, 0
    place: Place | None = Place()
    while place is not None:
        with ledger.writing(durable=False) as writing:
            done, place = erase_older(writing, before, place, CHUNK)
            if done:
                change = change or begin_change(writing.connection, ChangeKind.ERASE, {}, now)
                note_entries(writing.connection, change, done)
        entries += done
        told(entries)
    with ledger.writing() as writing:
        finish_erasing(writing)
    return entries


def _holds(before: Instant) -> Callable[[Path], bool]:
    return lambda path: holds_older(path, before)


def _old_lists(folder: Path, before: Instant) -> list[Path]:
    """Find lists of refused lines that are as old: they hold pieces of what was read."""
    place = folder / "refused"
    if not place.is_dir():
        return []
    oldest = before / SECOND
    return [path for path in sorted(place.iterdir()) if path.stat().st_mtime < oldest]

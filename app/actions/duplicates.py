"""Duplicates: entries that may be of one call shown, decided, and looked for again."""

from collections.abc import Callable, Sequence

from app.domain.change import Change, ChangeKind
from app.domain.duplicates import Alike, Duplicates
from app.domain.event import Call
from app.domain.instant import Instant
from app.domain.problem import Problem, mark
from app.domain.twins import State
from app.ledger.changes import last_change
from app.ledger.duplicates import (
    begin_deciding,
    decide,
    duplicates,
    ids_alike,
    match_entries,
    possible_count,
)
from app.ledger.ledger import Ledger
from app.ledger.lists.entries import entry_count, receipt

#: Entries or pairs in one transaction, so that others get their turn.
CHUNK = 4_000
_POSSIBLE = (State.POSSIBLE,)
_EVERY = (State.MATCHED, State.POSSIBLE, State.CONFIRMED)
_NO_ENTRY = mark("There is no entry {id}. The ids are in the column entry of an export.")
_TEXT = mark("Entry {id} is a text. Only calls come from several sources.")
_ONE = mark("Both are entry {id}. Name two entries.")
_NOTHING_SAID = mark("Nothing was said of duplicates that could be undone.")
#: Told after every chunk: done, and how many in all.
Progress = Callable[[int, int], None]


def list_duplicates(ledger: Ledger, *, most: int = 200, settled: bool = False) -> Duplicates:
    """Read the latest pairs to decide; ``settled``: also those that no one need look at."""
    with ledger.reading() as snapshot:
        return duplicates(snapshot, _EVERY if settled else _POSSIBLE, most)


def count_possible(ledger: Ledger) -> int:
    """Return how many pairs a person should look at."""
    with ledger.reading() as snapshot:
        return possible_count(snapshot)


def alike_pairs(ledger: Ledger, alike: Alike) -> list[tuple[int, int]]:
    """Return every pair to decide that has the providers and the reason of one in common."""
    with ledger.reading() as snapshot:
        return ids_alike(snapshot, alike)


def check_pair(ledger: Ledger, one: int, other: int) -> tuple[int, int]:
    """Return two entries as a pair in their present versions; Problem where they are none."""
    with ledger.reading() as snapshot:
        found = []
        for entry_id in (one, other):
            entry = receipt(snapshot, entry_id)
            if entry is None:
                raise Problem(_NO_ENTRY, id=entry_id)
            if not isinstance(entry.fact, Call):
                raise Problem(_TEXT, id=entry_id)
            found.append(int(entry.id))
    if found[0] == found[1]:
        raise Problem(_ONE, id=one)
    return found[0], found[1]


def decide_pairs(
    ledger: Ledger,
    pairs: Sequence[tuple[int, int]],
    now: Instant,
    *,
    apart: bool,
    progress: Progress | None = None,
) -> tuple[int, int]:
    """Say of pairs that they are one call, or two; returns the change and how many were decided.

    What is said holds until it is undone or said otherwise, whatever sources report later.
    """
    change_id = done = 0
    for start in range(0, len(pairs), CHUNK):
        part = pairs[start : start + CHUNK]
        with ledger.writing() as writing:
            change_id = change_id or begin_deciding(writing, now, apart=apart)
            done += decide(writing, change_id, part, apart=apart)
        if progress:
            progress(start + len(part), len(pairs))
    return change_id, done


def last_decision(ledger: Ledger) -> Change:
    """Return what was said of pairs last and still holds; Problem where there is nothing."""
    with ledger.reading() as snapshot:
        change = last_change(snapshot.connection, (ChangeKind.SAME, ChangeKind.APART))
    if change is None:
        raise Problem(_NOTHING_SAID)
    return change


def find_duplicates(
    ledger: Ledger,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Look at every call again by the rules of today; returns how many pairs are to decide.

    When cancelled, what was looked at stays so; the same again does the rest.
    """
    with ledger.reading() as snapshot:
        total = entry_count(snapshot)
    last, seen = 0, 0
    while not cancelled():
        with ledger.writing(durable=False) as writing:
            last, count = match_entries(writing, last, CHUNK)
        seen += count
        if not last:
            break
        if progress:
            progress(min(seen, total), total)
    if progress:
        progress(total, total)
    return count_possible(ledger)

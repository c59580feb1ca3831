"""Correct: entries changed by a person, chunk by chunk, each kept whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.actions.collection import collection_put_off
from app.actions.explain import no_such_entry
from app.domain.correction import LONGEST_NAME, LONGEST_NOTE, Wish
from app.domain.instant import Instant
from app.domain.problem import UsageProblem, mark
from app.ledger.changes import begin_change, kind_of, said_of
from app.ledger.changing import correct, present_of
from app.ledger.ledger import Ledger

#: Entries in one transaction: about half a second of work, then others get their turn.
CHUNK = 4_000
_LOOKED_FOR = 10_000
_NOTHING = mark("Say what to change, such as a method, a note or a tag.")
_LONG_NAME = mark("A name has at most {most} characters.")
_LONG_NOTE = mark("A note has at most {most} characters.")
#: Told after each chunk: entries done and entries in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of it: ``entries`` are otherwise now; ``change_id`` is 0 where none is.

    ``cancelled``: the entries done until then stay changed.
    """

    change_id: int
    entries: int
    cancelled: bool = False


def correct_entries(
    ledger: Ledger,
    ids: Sequence[int],
    wish: Wish,
    now: Instant,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Corrected:
    """Change entries as wished, all of them as one change that can be undone.

    UsageProblem for a wish that says nothing or too much.
    """
    _check(wish)
    change_id = entries = 0
    for start in range(0, len(ids), CHUNK):
        if cancelled():
            return Corrected(change_id, entries, cancelled=True)
        part = ids[start : start + CHUNK]
        last = start + CHUNK >= len(ids)
        with collection_put_off(), ledger.writing(durable=last) as writing:
            number = change_id or begin_change(
                writing.connection, kind_of(wish), said_of(wish), now
            )
            entries += correct(writing, number, part, wish)
        change_id = number if entries else 0
        if progress:
            progress(start + len(part), len(ids))
    return Corrected(change_id, entries)


def check_existing(ledger: Ledger, ids: Sequence[int]) -> None:
    """Raise Problem for the first of these entries that does not exist; of very many none is."""
    if len(ids) > _LOOKED_FOR:
        return
    with ledger.reading() as snapshot:
        known = present_of(snapshot.connection, ids)
    for each in ids:
        if each not in known:
            raise no_such_entry(str(each))


def _check(wish: Wish) -> None:
    if not wish.fields:
        raise UsageProblem(_NOTHING)
    if len(wish.name or "") > LONGEST_NAME:
        raise UsageProblem(_LONG_NAME, most=LONGEST_NAME)
    if len(wish.note or "") > LONGEST_NOTE:
        raise UsageProblem(_LONG_NOTE, most=LONGEST_NOTE)

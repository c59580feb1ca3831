"""Erase a contact: from the ledger, from every copy of it, and from every other file of ours."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.actions.erase_files import (
    copies_that,
    erase_in_copies,
    forget_pictures,
    strike_texts,
    texts_that_say,
)
from app.actions.erasing_order import Order, forget_order, keep_order
from app.domain.change import ChangeKind
from app.domain.instant import Instant
from app.domain.problem import UsageProblem, mark
from app.domain.striking import striking
from app.ledger import contacts
from app.ledger.changes import begin_change, note_entries
from app.ledger.cleaning import clean, holds_contact
from app.ledger.contacts import Contact, contact_of, find_contact
from app.ledger.ledger import Ledger

_OURS = mark("{contact} is a number of yours and nobody's contact, so it is not erased.")
_NOBODY = mark("Say whom to erase: a number or a name of at least three characters.")
_SHORTEST = 3
_STEPS = 4

#: Told under way: steps done, and steps in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What there is of a contact; ``damaged``: copies that nobody can look into."""

    entries: int
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    shared: tuple[str, ...]
    files: tuple[str, ...]
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of it; ``uncleaned``: files to be tried again at the next start."""

    entries: int
    uncleaned: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


def preview_contact(ledger: Ledger, typed: str) -> Preview:
    """Find what erasing a contact would erase; UsageProblem for a number of one's own."""
    folder, contact = ledger.path.parent, _contact(typed)
    with ledger.reading() as snapshot:
        found = find_contact(snapshot.connection, contact)
    if found.is_ours:
        raise UsageProblem(_OURS, contact=typed)
    copies = list(copies_that(folder, lambda path: holds_contact(path, found.strike)))
    texts = [path.name for path in texts_that_say(folder, found.strike)]
    return Preview(
        found.entries, found.numbers, found.names, found.shared,
        (*(path.name for path, readable in copies if readable), *texts),
        tuple(path.name for path, readable in copies if not readable),
    )  # fmt: skip


def erase_contact(
    ledger: Ledger,
    typed: str,
    now: Instant,
    progress: Progress = lambda *_: None,
    known: Order | None = None,
) -> Erased:
    """Erase a contact for good; counts, totals and amounts stay as they are.

    Once the ledger has let go, the rest follows, at the next start if need be. ``known``: what was
    to be erased when that was broken off. UsageProblem for a number of one's own.
    """
    folder, contact = ledger.path.parent, _contact(typed)
    order = _order(ledger, contact, known or Order(typed))
    keep_order(folder, order)
    try:
        entries = _erase_in_ledger(ledger, contact, now)
    except Exception:
        if known is None:
            forget_order(folder)
        raise
    progress(1, _STEPS)
    left, damaged = _erase_beside(folder, contact, order)
    progress(_STEPS - 1, _STEPS)
    if not clean(ledger.path):
        left = [*left, ledger.path.name]
    _finish(folder, left, ledger.path.name)
    progress(_STEPS, _STEPS)
    return Erased(entries, tuple(left), tuple(damaged))


def _order(ledger: Ledger, contact: Contact, known: Order) -> Order:
    with ledger.reading() as snapshot:
        found = find_contact(snapshot.connection, contact)
    if found.is_ours:
        raise UsageProblem(_OURS, contact=known.typed)
    numbers, names = ({*known.numbers, *found.numbers}, {*known.names, *found.names})
    return replace(known, numbers=tuple(sorted(numbers)), names=tuple(sorted(names)))


def _erase_in_ledger(ledger: Ledger, contact: Contact, now: Instant) -> int:
    with ledger.writing() as writing:
        change = begin_change(writing.connection, ChangeKind.ERASE, {}, now)
        found = contacts.erase_contact(writing, contact)
        note_entries(writing.connection, change, found.entries)
    return found.entries


def _erase_beside(folder: Path, contact: Contact, order: Order) -> tuple[list[str], list[str]]:
    whom = [contact, *(Contact(number=n) for n in order.numbers if n != contact.number)]
    strike = striking(order.numbers, order.names)

    def erase(copy: Ledger) -> None:
        for each in whom:
            with copy.writing() as writing:
                contacts.erase_contact(writing, each)

    left, damaged = erase_in_copies(folder, lambda path: holds_contact(path, strike), erase)
    left += strike_texts(folder, strike)
    forget_pictures(folder)
    return left, damaged


def _finish(folder: Path, left: list[str], ledger: str) -> None:
    """Keep only what the next start needs: where all but the ledger is clean, that is no number."""
    if not left:
        forget_order(folder)
    elif left == [ledger]:
        keep_order(folder, Order())


def _contact(typed: str) -> Contact:
    contact = contact_of(typed)
    if len(contact.number or contact.name) < _SHORTEST:
        raise UsageProblem(_NOBODY)
    return contact

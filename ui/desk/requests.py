"""What the window asks the ledger to do, as work for the lane; imports stay inside.

Each function returns work to be run on the worker. The actions are imported there because they
bring SQLAlchemy with them, and the first frame does without.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from app.domain.call_report import CallReport, Happening
from app.domain.event import Direction, Method
from ui.desk.books import Books
from ui.live.start import StartedCall

if TYPE_CHECKING:
    from app.actions.entry_history import EntryHistory
    from app.domain.receipt import Receipt

#: The word on the record of a call that a person started and ended in the window.
_HAND = "hand"

Work = Callable[[], object]
Explained: TypeAlias = "tuple[Receipt, EntryHistory]"


def receipt_of(books: Books, entry_id: str) -> "Callable[[], Explained]":
    """Work that reads the receipt of an entry, and its history."""

    def work() -> "Explained":
        from app.actions.entry_history import entry_history
        from app.actions.explain import explain

        return explain(books.ledger(), entry_id), entry_history(books.ledger(), entry_id)

    return work


def contact_of_entry(books: Books, entry_id: str) -> Callable[[], str]:
    """Work that finds by what an entry's contact is known: a number, else a name, else ""."""

    def work() -> str:
        from app.actions.explain import explain
        from app.domain.erased import is_erased
        from app.domain.numbers import tail_of

        fact = explain(books.ledger(), entry_id).fact
        return fact.far if tail_of(fact.far) and not is_erased(fact.far) else fact.name

    return work


def start_call(books: Books, started: StartedCall) -> Work:
    """Work that opens a call a person says they are on."""

    def work() -> object:
        from app.actions.follow_call import take_report

        report = CallReport(
            Happening.START, books.beat(), _HAND, number=started.number,
            direction=Direction(started.direction), method=Method(started.method),
        )  # fmt: skip
        return take_report(books.ledger(), report)

    return work


def end_call(books: Books, call_id: str) -> Work:
    """Work that ends an open call and records it."""

    def work() -> object:
        from app.actions.follow_call import take_report

        report = CallReport(Happening.END, books.beat(), _HAND, id=call_id)
        return take_report(books.ledger(), report)

    return work


def name_me(books: Books, name: str) -> Work:
    """Work that says which of the people in the records is me."""

    def work() -> object:
        from app.actions.mark_me import MeWish, mark_me

        return mark_me(books.ledger(), MeWish(name=name))

    return work

"""What the window asks about possible duplicates, as work for the lane; imports stay inside."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.duplicates import Alike, Duplicates
from ui.desk.books import Books

if TYPE_CHECKING:
    from app.domain.change import Change

#: The change that was made, and how many pairs it was said of.
Decided = tuple[int, int]


def count(books: Books) -> Callable[[], int]:
    """Work that counts the pairs a person should look at."""

    def work() -> int:
        # Here, as below, because an action brings SQLAlchemy, and the first frame does without.
        from app.actions.duplicates import count_possible

        return count_possible(books.ledger())

    return work


def pairs(books: Books, most: int) -> Callable[[], Duplicates]:
    """Work that reads the latest pairs to decide."""

    def work() -> Duplicates:
        from app.actions.duplicates import list_duplicates

        return list_duplicates(books.ledger(), most=most)

    return work


def decide(books: Books, pair: tuple[int, int], *, apart: bool) -> Callable[[], Decided]:
    """Work that says of one pair that it is one call, or two."""

    def work() -> Decided:
        from app.actions.duplicates import check_pair, decide_pairs

        chosen = check_pair(books.ledger(), *pair)
        return decide_pairs(books.ledger(), [chosen], books.now(), apart=apart)

    return work


def decide_alike(books: Books, alike: Alike, *, apart: bool) -> Callable[[], Decided]:
    """Work that says the same of every pair that can be decided together."""

    def work() -> Decided:
        from app.actions.duplicates import alike_pairs, decide_pairs

        chosen = alike_pairs(books.ledger(), alike)
        return decide_pairs(books.ledger(), chosen, books.now(), apart=apart)

    return work


def undo(books: Books, change_id: int) -> "Callable[[], Change]":
    """Work that takes back what was said."""

    def work() -> "Change":
        from app.actions.undo_change import undo_change

        return undo_change(books.ledger(), change_id, books.now())[0]

    return work

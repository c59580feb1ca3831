"""What the window asks about changes of entries, as work for the lane; imports stay inside."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.domain.correction import Common, Preview, Wish
from ui.desk.books import Books

if TYPE_CHECKING:
    from app.actions.correct_entries import Corrected
    from app.domain.change import Change


def look(books: Books, ids: Sequence[int]) -> Callable[[], Common]:
    """Work that reads what entries have in common."""

    def work() -> Common:
        # Here, as below, because an action brings SQLAlchemy, and the first frame does without.
        from app.actions.look_at_entries import look_at_entries

        return look_at_entries(books.ledger(), ids)

    return work


def preview(books: Books, ids: Sequence[int], wish: Wish) -> Callable[[], Preview | None]:
    """Work that finds out what a wish would do."""

    def work() -> Preview | None:
        from app.actions.look_at_entries import preview_correction

        return preview_correction(books.ledger(), ids, wish)

    return work


def correct(books: Books, ids: Sequence[int], wish: Wish) -> "Callable[[], Corrected]":
    """Work that changes entries."""

    def work() -> "Corrected":
        from app.actions.correct_entries import correct_entries

        return correct_entries(books.ledger(), ids, wish, books.now())

    return work


def undo(books: Books, change_id: int | None, most: int) -> "Callable[[], Change | int]":
    """Work that takes a change back; of more entries than ``most`` it only finds its number."""

    def work() -> "Change | int":
        from app.actions.undo_change import change_to_undo, undo_change

        change = change_to_undo(books.ledger(), change_id)
        if change.entries > most:
            return change.id
        return undo_change(books.ledger(), change.id, books.now())[0]

    return work


def options(wish: Wish) -> list[str]:
    """Write a wish as the options of the command that does the same."""
    said = {
        "method": wish.method and wish.method.value,
        "agent": wish.agent,
        "counts-toward": wish.counts_toward,
        "name": wish.name,
        "note": wish.note,
        "tags": wish.tags,
        "add-tag": wish.add_tags or None,
        "remove-tag": wish.remove_tags or None,
    }
    written = [f"--{name}={value}" for name, value in said.items() if value is not None]
    return [*written, *(f"--as-reported={name}" for name in sorted(wish.as_reported))]

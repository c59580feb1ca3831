"""What "Before you dial" asks of the ledger, as work for its lane."""

from typing import TYPE_CHECKING

from ui.desk.books import Books

if TYPE_CHECKING:
    from app.domain.number_card import RecentNumber
    from app.domain.own_warnings import OwnWarnings
    from ui.dial.state import Found


def offers(books: Books) -> "tuple[RecentNumber, ...]":
    """Read the numbers to offer while one is typed."""
    # Here because the actions bring the database with them.
    from app.actions.look_at_number import numbers_to_offer

    return numbers_to_offer(books.ledger(), books.now())


def look_at(books: Books, written: str, language: str) -> "Found":
    """Read all that is known of a number; UsageProblem when it is no phone number."""
    # Here for the same reason; the tables of places are for this alone.
    from app.actions.look_at_number import look_at_number
    from app.domain.places import local_time, town_of, zones_of
    from ui.dial.state import Found

    beat = books.beat()
    now = beat.wall
    card = look_at_number(books.ledger(), written, now, beat=beat)
    number = card.first.number
    return Found(card, town_of(number, language), local_time(zones_of(number), now), now)


def needs_no_question(found: "Found", own: "OwnWarnings") -> bool:
    """Tell whether the call is included beyond doubt and wakes nobody up."""
    # Here because few let a number go on without a question.
    from app.domain.hand_over import needs_no_question

    return needs_no_question(found.card, found.local, own)

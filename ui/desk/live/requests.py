"""What live calls ask of the ledger, as work for the lane; imports stay inside.

The actions are imported there because they bring SQLAlchemy with them, and the first frame does
without.
"""

from collections.abc import Callable
from typing import NamedTuple

from app.domain.beat import Beat
from app.domain.call_report import CallList, CallReport, UnsureEnd
from app.domain.open_call import OpenCall
from ui.desk.books import Books
from ui.desk.live.intake import Entry


class Glance(NamedTuple):
    """The calls that go on, and those whose end nobody heard."""

    calls: tuple[OpenCall, ...] = ()
    unsure: tuple[UnsureEnd, ...] = ()


def glance(books: Books) -> Callable[[], Glance]:
    """Work that looks which calls go on, and which ends are unsure."""

    def work() -> Glance:
        from app.actions.unsure_ends import unsure_ends
        from app.ledger.live import open_calls

        with books.ledger().reading() as snapshot:
            return Glance(tuple(open_calls(snapshot.connection)), unsure_ends(snapshot))

    return work


def said(heard: CallReport | CallList) -> Entry:
    """Take in what a source said of one call, or of all its calls."""

    def entry(books: Books) -> bool:
        from app.actions.follow_call import take_report
        from app.actions.live_calls import compare

        if isinstance(heard, CallReport):
            take_report(books.ledger(), heard)
        else:
            compare(books.ledger(), heard)
        return True

    return entry


def out_of_sight(source: str, at: Beat) -> Entry:
    """Nobody can tell how the calls of a source stand."""

    def entry(books: Books) -> bool:
        from app.actions.live_calls import out_of_sight

        out_of_sight(books.ledger(), source, at)
        return True

    return entry


def gone(source: str, at: Beat) -> Entry:
    """The calls of a source have lost it for good at a moment."""

    def entry(books: Books) -> bool:
        from app.actions.live_calls import gone

        gone(books.ledger(), source, at)
        return True

    return entry


def heartbeat(at: Beat, listening: frozenset[str]) -> Entry:
    """The calls of these sources still go on, which changes nothing that is shown."""

    def entry(books: Books) -> bool:
        from app.actions.live_calls import heartbeat

        return books.write_quietly(lambda ledger: bool(heartbeat(ledger, at, listening).ended))

    return entry


def settled(books: Books, entry: int, talk_us: int | None) -> Callable[[], int]:
    """Work that keeps an estimated end as right, or says how long the call was."""

    def work() -> int:
        from app.actions.unsure_ends import settle_end

        return settle_end(books.ledger(), entry, talk_us)

    return work

"""Takes what a source tells into a ledger, in order, as the window does."""

from contextlib import suppress

from app.actions.follow_call import take_report
from app.actions.live_calls import compare, gone, out_of_sight
from app.domain.call_report import CallList, CallReport, Contact, Heard, SourceNews
from app.domain.event import Call
from app.domain.open_call import OpenCall
from app.domain.problem import Problem
from app.ledger.ledger import Ledger
from app.ledger.live import open_calls
from tests.support.ledgers import receipts

SECOND = 1_000_000


def fold(ledger: Ledger, heard: Heard) -> None:
    """Take in one thing that was heard."""
    if isinstance(heard, CallReport):
        with suppress(Problem):  # an end of which no beginning was heard
            take_report(ledger, heard)
    elif isinstance(heard, CallList):
        compare(ledger, heard)
    else:
        _fold_news(ledger, heard)


def _fold_news(ledger: Ledger, news: SourceNews) -> None:
    if news.gone:
        gone(ledger, news.source, news.at)
    elif news.contact in {Contact.LOST, Contact.TAKEN}:
        out_of_sight(ledger, news.source, news.at)


def recorded(ledger: Ledger) -> list[Call]:
    """Return the calls in a ledger, the oldest first."""
    return [each.fact for each in receipts(ledger) if isinstance(each.fact, Call)]


def still_open(ledger: Ledger) -> list[OpenCall]:
    with ledger.reading() as snapshot:
        return open_calls(snapshot.connection)

"""The company that is joined, and its changes of plan that were not put away yet."""

from app.domain.instant import Instant
from app.domain.plan_page import PlanNews
from app.ledger.book import news_open, put_news_away
from app.ledger.company import CompanyState, company_of
from app.ledger.ledger import Ledger


def read_company(ledger: Ledger) -> tuple[CompanyState | None, tuple[PlanNews, ...]]:
    """Read the company, ``None`` where none is joined, and what it wants told, newest first."""
    with ledger.reading() as snapshot:
        return company_of(snapshot.connection), news_open(snapshot.connection)


def put_away(ledger: Ledger, news_id: int, *, now: Instant) -> None:
    """Tell a change no more."""
    with ledger.writing() as writing:
        put_news_away(writing, news_id, now)

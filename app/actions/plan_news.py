"""The company that is joined, and its changes of plan that were not put away yet."""

from collections.abc import Iterable

from app.actions.share_plan import can_share_plan
from app.domain.instant import Instant
from app.domain.plan_page import PlanNews
from app.ledger.company.book import news_open, put_news_away
from app.ledger.company.joined import CompanyState, company_of
from app.ledger.ledger import Ledger


def read_company(ledger: Ledger) -> tuple[CompanyState | None, tuple[PlanNews, ...], bool]:
    """Read the company, ``None`` where none is joined, and what it wants told, newest first.

    The last is whether it could be given the plan entered here.
    """
    with ledger.reading() as snapshot:
        state, news = company_of(snapshot.connection), news_open(snapshot.connection)
    return state, news, state is not None and can_share_plan(ledger)


def put_away(ledger: Ledger, news_ids: Iterable[int], *, now: Instant) -> None:
    """Tell changes no more."""
    with ledger.writing() as writing:
        for news_id in news_ids:
            put_news_away(writing, news_id, now)

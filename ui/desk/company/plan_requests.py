"""What the plan page and its dialogs ask of the ledger, as work for a lane; imports stay inside.

The actions are imported there because they bring SQLAlchemy, and the first frame does without.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.domain.instant import Instant
from app.machine.outlooks import Outlooks
from ui.desk.books import Books

if TYPE_CHECKING:
    from app.domain.plan import Plan
    from app.domain.plan_edit import EditPreview, PlanEdit, PlanSeen
    from app.domain.plan_page import PlanNews, PlanPage
    from app.domain.what_if import Replay, WhatIf
    from app.ledger.company.joined import CompanyState
    from app.ledger.ledger import Ledger


class Offered(NamedTuple):
    """The page, what an edit made from it has seen, and the plans to choose from.

    ``zone``: of a connected account, "" where no provider tells one.
    """

    page: "PlanPage"
    seen: "PlanSeen"
    plans: "list[Plan]"
    zone: str = ""


class CompanyNow(NamedTuple):
    """The company that is joined, ``None`` for none, and changes of plan that are to be told.

    ``to_share``: it has no plan yet, and could be given the one entered here.
    """

    state: "CompanyState | None"
    news: "tuple[PlanNews, ...]"
    to_share: bool = False


def read_page(outlooks: Outlooks) -> "Callable[[Books], PlanPage]":
    """Work that reads the plan page as of now."""

    def work(books: Books) -> "PlanPage":
        from app.actions.read_plan_page import read_plan_page

        now = books.now()
        return read_plan_page(books.ledger(), now, outlook=outlooks.at(now))

    return work


def read_page_if_new(outlooks: Outlooks, since: Instant) -> "Callable[[Books], PlanPage | None]":
    """Work that reads the page again, ``None`` while nobody wrote and no minute began."""
    read = read_page(outlooks)

    def work(books: Books) -> "PlanPage | None":
        return read(books) if books.has_news(since=since) else None

    return work


def read_offered(books: Books) -> Offered:
    """Read the page and the catalogue."""
    return offered_of(books.ledger(), books.now())


def offered_of(ledger: "Ledger", now: Instant) -> Offered:
    """Read what can be edited, as of one state of a ledger."""
    from app.actions.read_plan_page import read_to_edit
    from app.ledger.connections.accounts import zone_told
    from app.machine.catalogue import plan_named, plan_names

    with ledger.reading() as snapshot:
        zone = zone_told(snapshot.connection)
    plans = [plan_named(name) for name in plan_names()]
    return Offered(*read_to_edit(ledger, now), plans, zone)


def preview_of(edit: "PlanEdit", zone: str) -> "Callable[[Books], EditPreview]":
    """Work that says what saving an edit would change."""

    def work(books: Books) -> "EditPreview":
        from app.actions.preview_edit import preview_edit

        return preview_edit(books.ledger(), edit, books.now(), zone)

    return work


def plan_of(file: Path) -> "Callable[[Books], Plan]":
    """Work that reads a plan of one's own."""

    def work(_: Books) -> "Plan":
        from app.actions.edit_plan import plan_in_file

        return plan_in_file(file)

    return work


def replay_of(
    wish: "WhatIf",
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> "Callable[[Books], Replay]":
    """Work that counts past cycles again."""

    def work(books: Books) -> "Replay":
        from app.actions.replay import replay

        return replay(
            books.ledger(),
            wish,
            books.now(),
            progress=progress,
            cancelled=cancelled,
        )

    return work


def read_company(books: Books) -> Callable[[], CompanyNow]:
    """Work that reads which company is joined, and what it wants told."""

    def work() -> CompanyNow:
        from app.actions.plan_news import read_company

        return CompanyNow(*read_company(books.ledger()))

    return work


def put_news_away(books: Books, news_ids: tuple[int, ...]) -> Callable[[], None]:
    """Work that puts some away."""

    def work() -> None:
        from app.actions.plan_news import put_away

        put_away(books.ledger(), news_ids, now=books.now())

    return work

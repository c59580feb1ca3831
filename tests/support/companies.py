"""A company's plan server as a ledger sees it: joined, and its book, for tests."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.book import Book, PooledUse
from app.domain.company import Profile, Role
from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line, MeterKind
from app.domain.plan_page import PlanNews
from app.domain.pool import SeatStatement
from app.domain.timeline import PlanEntry
from app.ledger.company.book import take_up
from app.ledger.company.joined import SignedInAs, join
from app.ledger.company.pooled import keep_pooled
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW, plan

ADA = SignedInAs("https://plans.example", "c1", "Lovelace Ltd", "m1", "Ada", Role.AGENT)
_POOLED = PooledUse(
    Line.TEXTS, MeterKind.SMS, date(2026, 11, 1), date(2026, 11, 30), counted=0, outside=0, mine=0,
    reporting=2, members=2,
)  # fmt: skip


def joined(ledger: Ledger, **said: Any) -> None:
    """Sign the ledger in as Ada, or otherwise as a test says."""
    with ledger.writing() as writing:
        join(writing, replace(ADA, **said), kept_for_run=False)


def entry(name: str, start: Instant = BEGINNING, zone: str = "Europe/Berlin") -> PlanEntry:
    return PlanEntry(start, plan(name), zone)


def book(*plans: str | PlanEntry, tag: str = "t1", **said: Any) -> Book:
    """Return a book in which these catalogue plans cover everything, with a seat for Ada."""
    entries = tuple(entry(each) if isinstance(each, str) else each for each in plans)
    plain = Book(
        tag, Profile("Lovelace Ltd"), entries, (SeatStatement(BEGINNING, 1, 0),), annual=(),
        links=(),
    )  # fmt: skip
    return replace(plain, **said)


def take(ledger: Ledger, found: Book, now: Instant = NOW) -> tuple[PlanNews, ...]:
    """Let a ledger take up a book."""
    with ledger.writing() as writing:
        return take_up(writing, found, now=now)


def pooled(ledger: Ledger, *uses: PooledUse) -> None:
    """Let the server say what the company used."""
    with ledger.writing() as writing:
        keep_pooled(writing, uses, "p1", NOW)


def segments(counted: int, **said: Any) -> PooledUse:
    """Return SMS segments of the company in November, from everybody unless said otherwise."""
    return replace(_POOLED, counted=counted, **said)

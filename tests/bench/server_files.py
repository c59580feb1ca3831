"""Databases of a plan server with companies of forty people and any number of usage counts."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

from app.domain.company import Role
from app.domain.plan import MeterKind
from app.server.store.database import Database
from app.server.store.preparing import prepare
from tests.bench.desktops import Desktop
from tests.support.plan_book import message_of, state, tag_of
from tests.support.server_app import Seated, ServerApp

PEOPLE = 40
LAST = date(2026, 11, 20)
_LEDGERS = "INSERT INTO usage_ledger VALUES (?, ?, ?, ?, ?)"
_COUNTS = "INSERT INTO usage_count VALUES (?, ?, ?, 1, 1, ?, 0, 0, ?, 0, 0, '')"
_SUMS = (
    "INSERT INTO usage_day SELECT l.company_id, c.day, c.kind, sum(c.counted), sum(c.outside) "
    "FROM usage_count c JOIN usage_ledger l ON l.number = c.ledger GROUP BY 1, 2, 3"
)


def build(path: Path, *, companies: int = 1, days: int = 0) -> list[Desktop]:
    """Build a database; returns the desktops of its first company.

    Everybody has counts of every kind on each of so many days up to a fixed one.
    """
    database = Database(f"sqlite:///{path}")
    with closing(database):
        prepare(database)
        server = ServerApp(database)
        people = [_people(server, f"Company {at + 1}") for at in range(companies)]
        if days:
            _fill(database, [each for company in people for each in company], days)
        return [Desktop(each.token, each.path, tag_of(server, each)) for each in people[0]]


def _people(server: ServerApp, name: str) -> list[Seated]:
    owner = server.new_member(server.new_company(name), "Robin", Role.OWNER)
    for plan in ("hubspot-free", "aircall-us-ca"):
        state(server, owner, "plan/entries", message_of(plan))
    others = (f"Agent {number}" for number in range(2, PEOPLE + 1))
    return [owner, *(server.new_member(owner.company, each) for each in others)]


def _fill(database: Database, people: list[Seated], days: int) -> None:
    with database.writing() as connection:
        driver = connection.connection.cursor()
        driver.executemany(
            _LEDGERS,
            [
                (number, each.company, each.id, f"{number:032x}", 0)
                for number, each in enumerate(people, 1)
            ],
        )
        driver.executemany(_COUNTS, list(_counts(len(people), days)))
        driver.execute(_SUMS)
        driver.close()


def _counts(people: int, days: int) -> Iterator[tuple[int, int, str, int, int]]:
    """Yield counts in the order in which the table keeps them."""
    dice = Random(20)  # noqa: S311 - no secret, the same each time
    first = (LAST - timedelta(days - 1)).toordinal()
    for ledger, day, kind in product(range(1, people + 1), range(days), sorted(MeterKind)):
        yield ledger, first + day, kind.value, dice.randrange(200), dice.randrange(3)

"""What a Twilio account tells beside its calls and messages: subaccounts, apps, its own counts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.money import Money


class Subaccount(NamedTuple):
    """An account below another one; ``active``: neither suspended nor closed."""

    account: str
    title: str
    active: bool


class ConnectApp(NamedTuple):
    """An app that may use an account through Twilio Connect, such as HubSpot's."""

    external_id: str
    name: str
    company: str


class CategoryUse(NamedTuple):
    """What Twilio counted of one category, such as "calls-outbound".

    Categories overlap, as "calls" includes "calls-outbound": they are never added up. ``times``:
    how many there were. ``used`` is in ``unit``: of calls the minutes, each rounded up already.
    """

    category: str
    times: Decimal
    used: Decimal
    unit: str
    price: Money | None


@dataclass(frozen=True, slots=True)
class MonthUse:
    """What Twilio counted in a month so far; days are those of UTC, both included."""

    start: date
    end: date
    categories: tuple[CategoryUse, ...]

    def used(self, category: str) -> Decimal:
        """Return what was used of a category, 0 where nothing was."""
        return next((each.used for each in self.categories if each.category == category), _NOTHING)


_NOTHING = Decimal(0)

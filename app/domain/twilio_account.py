"""What a Twilio account tells beside its calls and messages: subaccounts, and its own counts."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from app.domain.instant import Instant
from app.domain.money import Money


class Subaccount(NamedTuple):
    """An account below another one; ``active``: neither suspended nor closed."""

    account: str
    title: str
    active: bool


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


class Use(NamedTuple):
    """Minutes of calls, each leg rounded up by itself; segments of SMS; MMS messages."""

    minutes: int
    segments: int
    pictures: int


@dataclass(frozen=True, slots=True)
class UseBeside:
    """What Twilio counted in a month so far, and what the ledger held of the same accounts then.

    Days are those of UTC, both included; ``at``: when both were counted. ``price``: all that was
    billed, also for what is no call or text, ``None`` where Twilio does not tell.
    ``subaccounts``: theirs is part of both.
    """

    start: date
    end: date
    at: Instant
    twilio: Use
    ledger: Use
    price: Money | None = None
    subaccounts: bool = False

    @property
    def differs(self) -> bool:
        """Tell whether the two did not count the same."""
        return self.twilio != self.ledger


def use_of(month: MonthUse) -> Use:
    """Pick the three counts out of the categories, of which many contain each other."""
    return Use(*(_whole(month.used(category)) for category in ("calls", "sms", "mms")))


def price_of(month: MonthUse) -> Money | None:
    """Return what everything was billed, ``None`` where that is not told."""
    return next((each.price for each in month.categories if each.category == "totalprice"), None)


def _whole(used: Decimal) -> int:
    return int(used.to_integral_value(ROUND_CEILING))


_NOTHING = Decimal(0)

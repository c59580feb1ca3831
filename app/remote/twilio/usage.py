"""What Twilio itself counted this month, to hold the ledger against."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.instant import Instant
from app.domain.money import Money, parse_amount
from app.domain.record_values import price
from app.domain.twilio_account import CategoryUse, MonthUse
from app.domain.unreadable import UnreadableRecord
from app.remote.twilio.dates import day_of
from app.remote.twilio.lists import Lists
from app.remote.twilio.record import Record, is_record, text


def month_use(lists: Lists, account: str, now: Instant, *, subaccounts: bool) -> MonthUse:
    """Read this month's counts of one account, perhaps with its subaccounts; Failure.

    The month is that of UTC. A category that cannot be read is left out: new ones come up, and none
    is needed.
    """
    path = f"/2010-04-01/Accounts/{account}/Usage/Records/ThisMonth.json"
    found = lists.whole(
        path, "usage_records", {"IncludeSubaccounts": "true" if subaccounts else "false"}
    )
    today = day_of(now)
    return MonthUse(today.replace(day=1), today, tuple(_categories(found)))


def _categories(found: Sequence[object]) -> list[CategoryUse]:
    read = []
    for each in filter(is_record, found):
        try:
            read.append(_category(each))
        except (UnreadableRecord, ValueError):
            continue
    return read


def _category(record: Record) -> CategoryUse:
    return CategoryUse(
        text(record, "category"),
        _amount(record, "count"),
        _amount(record, "usage"),
        text(record, "usage_unit"),
        _price(record),
    )


def _amount(record: Record, field: str) -> Decimal:
    return parse_amount(text(record, field) or "0")


def _price(record: Record) -> Money | None:
    return price(text(record, "price"), text(record, "price_unit"))

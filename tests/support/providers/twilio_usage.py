"""What the Twilio on loopback counted in a month: categories that overlap, as the real ones do."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from app.domain.instant import Instant, instant, moment
from tests.support.providers.twilio_book import Account, Made


def usage_records(account: Account, now: Instant) -> list[dict[str, Any]]:
    """Write what was used from the first of the month in UTC to now, without subaccounts."""
    start = moment(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    begins = instant(start)
    calls = [row for row in account.calls.by_sid.values() if begins <= row.start <= now]
    inbound = [row for row in calls if row.way == "inbound"]
    outbound = [row for row in calls if row.way != "inbound"]
    texts = [row for row in account.texts.by_sid.values() if begins <= row.start <= now]
    days = {"start_date": str(start.date()), "end_date": str(moment(now).date())}
    return [
        {**_calls(account, "calls", calls), **days},
        {**_calls(account, "calls-inbound", inbound), **days},
        {**_calls(account, "calls-outbound", outbound), **days},
        {**_record(account, "sms", len(texts), len(texts), "segments"), **days},
        {**_record(account, "totalprice", 0, 0, "usd"), **days},
    ]


def _calls(account: Account, category: str, rows: Iterable[Made]) -> dict[str, Any]:
    answered = [row for row in rows if row.is_answered]
    minutes = sum(-(-row.seconds // 60) for row in answered)
    return _record(account, category, len(answered), minutes, "minutes")


def _record(account: Account, category: str, count: int, used: int, unit: str) -> dict[str, Any]:
    return {
        "account_sid": account.sid, "api_version": "2010-04-01", "category": category,
        "description": category.title(), "as_of": "2026-11-22T12:00:00+00:00",
        "count": str(count), "count_unit": "calls", "usage": str(used), "usage_unit": unit,
        "price": 0.5, "price_unit": "usd", "subresource_uris": {},
        "uri": f"/2010-04-01/Accounts/{account.sid}/Usage/Records.json",
    }  # fmt: skip

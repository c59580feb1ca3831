"""What the Twilio on loopback counted in a month: categories that overlap, as the real ones do."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any

from app.domain.instant import Instant, instant, moment
from tests.support.providers.twilio_book import Account, Made


def usage_records(accounts: Sequence[Account], now: Instant) -> list[dict[str, Any]]:
    """Write what accounts used from the first of the month in UTC to now, under the first one."""
    start = moment(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    begins, sid = instant(start), accounts[0].sid
    made = [row for account in accounts for row in account.calls.by_sid.values()]
    sent = [row for account in accounts for row in account.texts.by_sid.values()]
    calls = [row for row in made if begins <= row.start and row.is_over(now)]
    inbound = [row for row in calls if row.way == "inbound"]
    outbound = [row for row in calls if row.way != "inbound"]
    texts = [row for row in sent if begins <= row.start <= now and row.is_taken]
    plain = [row for row in texts if not row.media]
    segments, pictures = sum(row.segments for row in plain), len(texts) - len(plain)
    days = {"start_date": str(start.date()), "end_date": str(moment(now).date())}
    return [
        {**_calls(sid, "calls", calls), **days},
        {**_calls(sid, "calls-inbound", inbound), **days},
        {**_calls(sid, "calls-outbound", outbound), **days},
        {**_record(sid, "sms", segments, "segments"), **days},
        {**_record(sid, "mms", pictures, "messages"), **days},
        {**_record(sid, "totalprice", 0, "usd"), **days},
    ]


def _calls(sid: str, category: str, rows: Iterable[Made]) -> dict[str, Any]:
    answered = [row for row in rows if row.is_answered]
    minutes = sum(-(-row.seconds // 60) for row in answered)
    return {**_record(sid, category, minutes, "minutes"), "count": str(len(answered))}


def _record(sid: str, category: str, used: int, unit: str) -> dict[str, Any]:
    return {
        "account_sid": sid, "api_version": "2010-04-01", "category": category,
        "description": category.title(), "as_of": "2026-11-22T12:00:00+00:00",
        "count": str(used), "count_unit": "calls", "usage": str(used), "usage_unit": unit,
        "price": 0.5, "price_unit": "usd", "subresource_uris": {},
        "uri": f"/2010-04-01/Accounts/{sid}/Usage/Records.json",
    }  # fmt: skip

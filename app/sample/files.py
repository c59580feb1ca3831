"""Writes a sample month into a folder, a file for each provider's export."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.sample.aircall import HEADER as USAGE_HEADER
from app.sample.aircall import usage_rows
from app.sample.by_hand import HEADER as NOTED_HEADER
from app.sample.by_hand import noted_rows
from app.sample.call import SampleCall, Way
from app.sample.chance import stream
from app.sample.hubspot import HEADER as HUBSPOT_HEADER
from app.sample.hubspot import hubspot_rows
from app.sample.month import Month
from app.sample.prices import HEADER as PRICE_HEADER
from app.sample.prices import price_rows
from app.sample.twilio import CALL_HEADER, MESSAGE_HEADER, call_rows, message_rows

HUBSPOT, FROM_PHONE = "sample-hubspot-calls.csv", "sample-hubspot-calls-from-phone.csv"
TWILIO_CALLS, TWILIO_MESSAGES = "sample-twilio-calls.csv", "sample-twilio-messages.csv"
AIRCALL_USAGE, BY_HAND = "sample-aircall-usage.csv", "sample-calls-by-hand.csv"
PRICES = "sample-prices.csv"
#: The files that hold entries.
EXPORTS = (HUBSPOT, FROM_PHONE, TWILIO_CALLS, TWILIO_MESSAGES, AIRCALL_USAGE, BY_HAND)

_FIRST_RECORD, _FIRST_FROM_PHONE, _FIRST_USAGE = 51_200_000_001, 51_900_000_001, 7_100_000_001


class _Table(NamedTuple):
    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[str]]


def write_month(folder: Path, month: Month) -> tuple[Path, ...]:
    """Write all files, in place of earlier ones, and return where they lie; OSError if it fails.

    A file with nothing to hold is not written, for nobody exports nothing.
    """
    made = (_write(folder, table) for table in (*_calls(month), *_texts(month), _prices(month)))
    return tuple(path for path in made if path is not None)


def _calls(month: Month) -> Iterator[_Table]:
    def placed(way: Way) -> list[SampleCall]:
        return [call for call in month.calls if call.way is way]

    zone, chance = month.zone, stream(month.seed, "ids of calls")
    browser = hubspot_rows(placed(Way.BROWSER), zone, _FIRST_RECORD)
    yield _Table(HUBSPOT, HUBSPOT_HEADER, browser)
    phone = hubspot_rows(placed(Way.PHONE), zone, _FIRST_FROM_PHONE)
    yield _Table(FROM_PHONE, HUBSPOT_HEADER, phone)
    yield _Table(TWILIO_CALLS, CALL_HEADER, call_rows(placed(Way.TWILIO), chance))
    yield _Table(BY_HAND, NOTED_HEADER, noted_rows(placed(Way.NOTED)))


def _texts(month: Month) -> Iterator[_Table]:
    logged = [text for text in month.texts if text.body]
    reported = [text for text in month.texts if not text.body]
    chance = stream(month.seed, "ids of texts")
    yield _Table(TWILIO_MESSAGES, MESSAGE_HEADER, message_rows(logged, chance))
    yield _Table(AIRCALL_USAGE, USAGE_HEADER, usage_rows(reported, month.zone, _FIRST_USAGE))


def _prices(month: Month) -> _Table:
    return _Table(PRICES, PRICE_HEADER, price_rows(month.aims.calls.first.replace(day=1)))


def _write(folder: Path, table: _Table) -> Path | None:
    rows = list(table.rows)
    if not rows:
        return None
    path = folder / table.name
    with path.open("w", encoding="utf-8", newline="") as stream_out:
        writer = csv.writer(stream_out)
        writer.writerow(table.header)
        writer.writerows(rows)
    return path

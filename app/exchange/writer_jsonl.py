"""Entries as JSON lines, one object an entry, which can be read back without loss."""

import json
from collections.abc import Iterable
from pathlib import Path

from app.disk.whole import replacing
from app.domain.receipt import Receipt
from app.exchange.own_columns import values

_COUNTS = {"counted", "reported", "units", "characters", "media", "quantity"}


def write_jsonl(path: Path, receipts: Iterable[Receipt]) -> int:
    """Write entries and return how many; the file appears when it is whole.

    Counts are numbers; seconds and money are texts, because they are decimals.
    EnvironmentProblem when it cannot be written.
    """
    number = 0
    with replacing(path) as stream:
        for number, receipt in enumerate(receipts, 1):  # noqa: B007 - the last number is the answer
            stream.write(json.dumps(_object(receipt), ensure_ascii=False) + "\n")
    return number


def _object(receipt: Receipt) -> dict[str, object]:
    return {
        name: int(value) if name in _COUNTS and isinstance(value, str) else value
        for name, value in values(receipt).items()
    }

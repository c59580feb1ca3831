"""The price sheet of the sample: rates that are invented, though of a plausible size."""

from collections.abc import Iterator
from datetime import date

HEADER = (
    *("origin prefix", "destination prefix", "rate", "currency", "valid from", "unit"),
    *("destination", "note"),
)
_NOTE = "sample rate, invented"
_RATES = (
    ("1", "0.0140", "minute", "United States"),
    ("1416", "0.0135", "minute", "Canada, Toronto"),
    ("1514", "0.0135", "minute", "Canada, Montreal"),
    ("1604", "0.0135", "minute", "Canada, Vancouver"),
    ("49", "0.0155", "minute", "Germany"),
    ("4915", "0.0410", "minute", "Germany, mobile"),
    ("4916", "0.0410", "minute", "Germany, mobile"),
    ("4917", "0.0410", "minute", "Germany, mobile"),
    ("44", "0.0160", "minute", "United Kingdom"),
    ("33", "0.0175", "minute", "France"),
    ("43", "0.0290", "minute", "Austria"),
    ("41", "0.0320", "minute", "Switzerland"),
    ("1", "0.0085", "sms", "United States and Canada"),
    ("49", "0.0890", "sms", "Germany"),
    ("1", "0.0210", "mms", "United States and Canada"),
)


def price_rows(valid_from: date) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the sheet, valid for any origin."""
    for prefix, rate, unit, name in _RATES:
        yield "", prefix, rate, "USD", valid_from.isoformat(), unit, name, _NOTE

import csv
import re
from pathlib import Path

import pytest

from app.domain.event import Text
from app.domain.numbers import NumberClass, parse
from app.exchange.reading import read
from app.exchange.record import Line, Refusal
from app.sample.aims import Scenario
from app.sample.files import (
    AIRCALL_USAGE,
    BY_HAND,
    EXPORTS,
    FROM_PHONE,
    HUBSPOT,
    PRICES,
    TWILIO_CALLS,
    TWILIO_MESSAGES,
    write_month,
)
from app.sample.month import month_of
from tests.support.ledgers import at

FORMATS = {
    HUBSPOT: "hubspot-calls",
    FROM_PHONE: "hubspot-calls",
    TWILIO_CALLS: "twilio-calls",
    TWILIO_MESSAGES: "twilio-messages",
    AIRCALL_USAGE: "aircall-usage",
    BY_HAND: "talktally-csv",
}
FICTION = re.compile(
    r"\+1\d{3}55501\d\d|\+4930231250?\d{2,3}|\+494066969\d{3}|\+496990009\d{3}|\+498999998\d{3}"
    r"|\+442079460\d{3}"
)


@pytest.fixture
def written(tmp_path: Path) -> dict[str, Path]:
    month = month_of(Scenario.NEAR, at("2026-11-22 13:05"), "Europe/Berlin")
    return {path.name: path for path in write_month(tmp_path, month)}


def test_every_file_is_written(written: dict[str, Path]) -> None:
    assert set(written) == {*EXPORTS, PRICES}


@pytest.mark.parametrize("name", EXPORTS)
def test_a_file_is_known_by_itself_and_read_to_the_last_line(
    name: str, written: dict[str, Path]
) -> None:
    reading = read(written[name], zone="Europe/Berlin")
    assert reading.format == FORMATS[name]
    assert [record for record in reading if isinstance(record, Refusal)] == []


def test_every_number_is_a_fictitious_one(written: dict[str, Path]) -> None:
    records = [record for name in EXPORTS for record in read(written[name])]
    facts = [record.fact for record in records if isinstance(record, Line)]
    numbers = {parse(end) for fact in facts for end in (fact.own, fact.far)}
    assert {number.kind for number in numbers} == {NumberClass.KNOWN}
    assert [number.text for number in numbers if not FICTION.fullmatch(number.text)] == []


def test_some_texts_need_ucs_2_and_twilio_counts_as_we_do(written: dict[str, Path]) -> None:
    records = [record for record in read(written[TWILIO_MESSAGES]) if isinstance(record, Line)]
    texts = [record.fact for record in records if isinstance(record.fact, Text)]
    assert {text.encoding for text in texts} == {"GSM-7", "UCS-2"}
    assert [text for text in texts if text.counted != text.reported and not text.media] == []


def test_every_price_says_that_it_is_invented(written: dict[str, Path]) -> None:
    with written[PRICES].open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["note"] for row in rows} == {"sample rate, invented"}
    assert sum(row["unit"] == "minute" for row in rows) == 12


def test_the_same_month_gives_the_same_files(tmp_path: Path) -> None:
    def files(name: str) -> list[bytes]:
        (tmp_path / name).mkdir()
        month = month_of(Scenario.BILLED, at("2026-11-22 13:05"), "Europe/Berlin")
        return [path.read_bytes() for path in write_month(tmp_path / name, month)]

    assert files("one") == files("other")


def test_a_file_without_lines_is_not_written(tmp_path: Path) -> None:
    month = month_of(Scenario.CALM, at("2026-11-22 13:05"), "UTC")
    bare = type(month)(month.aims, month.zone, month.seed, (), month.texts)
    assert {path.name for path in write_month(tmp_path, bare)} == {
        TWILIO_MESSAGES,
        AIRCALL_USAGE,
        PRICES,
    }

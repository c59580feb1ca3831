"""Aircall's call export and its usage report."""

from pathlib import Path

import pytest

from app.domain.event import Direction
from app.domain.instant import iso
from app.domain.problem import Problem
from app.exchange.countries import region_of
from app.exchange.mapping import parse_mapping
from app.exchange.reading import read
from tests.support.exports import AIRCALL_CALLS, aircall_calls_csv
from tests.support.readings import calls, refusals, sample, texts, written


def test_the_whole_export_has_its_forty_one_columns(tmp_path: Path) -> None:
    first, second = calls(read(aircall_calls_csv(tmp_path / "calls.csv", 2, seconds=185)))
    assert len(AIRCALL_CALLS) == 41
    assert (first.external_id, first.agent, second.agent) == ("3000000000", "Jana", "Omar")
    assert (first.talk_us, first.own, first.legs) == (185_000_000, "14155550100", ())


def test_the_older_export_keeps_date_and_time_apart() -> None:
    outbound, _ = calls(sample("aircall_calls_old.csv"))
    assert iso(outbound.start) == "2026-11-13T15:04:05Z"


def test_a_missed_call_came_in_and_took_no_time() -> None:
    _, missed = calls(sample("aircall_calls_old.csv"))
    assert (missed.direction, missed.talk_us, missed.far) == (Direction.INBOUND, 0, "14155550124")


def test_dates_that_can_be_read_two_ways_need_a_word(tmp_path: Path) -> None:
    text = "datetime (utc),direction,from,to,answered,duration (in call)\n03/04/2026 10:00,"
    path = written(tmp_path, text + "outbound,1,2,Yes,60\n")
    with pytest.raises(Problem, match='"dates": "day first"'):
        read(path)
    mapping = parse_mapping('{"format": "aircall-calls", "dates": "month first"}')
    (call,) = calls(read(path, mapping=mapping))
    assert iso(call.start) == "2026-03-04T10:00:00Z"


def test_an_export_without_any_date_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = written(tmp_path, "direction,from,to,answered,duration (in call)\noutbound,1,2,Yes,6\n")
    with pytest.raises(Problem, match="no column with the date"):
        read(path)


def test_the_usage_report_gives_segments_and_the_far_country() -> None:
    found = texts(sample("aircall_usage.csv"))
    assert [text.reported for text in found] == [3, 1, 1]
    assert [text.far_region for text in found] == ["US", "CA", "DE"]
    assert [text.media for text in found] == [0, 1, 0]


def test_the_usage_report_gives_calls_in_whole_minutes() -> None:
    (call,) = calls(sample("aircall_usage.csv"))
    assert call.talk_us == 240_000_000


def test_what_is_neither_call_nor_text_is_refused() -> None:
    (refused,) = refusals(sample("aircall_usage.csv"))
    assert (refused.number, refused.raw) == (6, "Number")


def test_a_usage_report_without_dates_belongs_to_no_month(tmp_path: Path) -> None:
    header = "Type,Description,Segment count,From number,Billed Duration in Mins"
    with pytest.raises(Problem, match="no date column"):
        read(written(tmp_path, f"{header}\nSMS,Outbound SMS - United States,1,1,\n"))


@pytest.mark.parametrize(
    ("description", "region"),
    [
        ("Outbound SMS - United States", "US"),
        ("Outbound SMS - Vereinigtes Königreich", "GB"),
        ("Outbound SMS - USA", "US"),
        ("Outbound SMS - US/CA", ""),
        ("Outbound SMS", ""),
    ],
)
def test_a_country_is_known_by_its_english_or_german_name(description: str, region: str) -> None:
    assert region_of(description) == region

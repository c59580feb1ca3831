"""Linphone's call log, in both of its layouts."""

from pathlib import Path

import pytest

from app.domain.event import Call, Direction, Source
from app.domain.instant import SECOND, Instant
from app.exchange.reading import read
from app.exchange.record import Line
from tests.support.call_logs import LINPHONE_NOTED, call_history, conference_calls
from tests.support.readings import calls, facts, refusals, sample

OUT, IN = Direction.OUTBOUND, Direction.INBOUND
AGENT, CONTACT = "agent@127.0.0.1", "+15550100"
LINPHONE = Source("linphone")


def noted(call_id: str, start: int, seconds: int, direction: Direction) -> Call:
    return Call(
        LINPHONE, call_id, Instant(start * SECOND), seconds * SECOND, direction, AGENT, CONTACT,
        call_id=call_id,
    )  # fmt: skip


def test_the_log_of_linphone_5_1_is_read_row_by_row() -> None:
    reading = sample("linphone_call_history.db")
    assert reading.format == "linphone"
    assert facts(reading) == [
        noted("ijDm0Z451Y", 1795303260, 4, OUT),
        noted("4a35ab8b59d43fd1", 1795303266, 2, IN),
        noted("143923bdc4ea858a", 1795303270, 0, IN),
    ]


def test_a_call_that_was_given_up_counts_nothing_though_it_has_a_duration(tmp_path: Path) -> None:
    rows = [(0, *each) for each in LINPHONE_NOTED]
    found = calls(read(conference_calls(tmp_path / "linphone.db", rows)))
    assert [call.talk_us // SECOND for call in found] == [2, 4, 5, 0]
    assert [call.call_id for call in found] == [each[-1] for each in LINPHONE_NOTED]


def test_the_log_since_5_2_tells_the_contact_by_name(tmp_path: Path) -> None:
    rows = [(0, 9, 1795303840, 1795303841, 0, "a"), (1, 9, 1795303850, 1795303851, 0, "b")]
    out, inward = calls(read(conference_calls(tmp_path / "linphone.db", rows)))
    assert (out.own, out.far, out.name) == ("agent@example.org", "+15550100", "Contact")
    assert (inward.direction, inward.far, inward.name) == (IN, "+15550100", "Contact")


def test_times_written_as_dates_are_in_utc(tmp_path: Path) -> None:
    row = (0, 9, "2026-11-22 03:50:40", "2026-11-22 03:50:41", 0, "a")
    path = conference_calls(tmp_path / "linphone.db", [row])
    (call,) = calls(read(path, zone="Europe/Berlin"))
    assert call.start == 1795319440 * SECOND
    assert call.talk_us == 9 * SECOND


@pytest.mark.parametrize("never", ["0", None, "1970-01-01 00:00:00"])
def test_a_call_never_connected_has_no_talk_time(tmp_path: Path, never: str | None) -> None:
    row = ("sip:a@b", "sip:+15550100@b", 0, 7, "1795303840", never or "", 0, "x")
    (call,) = calls(read(call_history(tmp_path / "log.db", [row])))
    assert call.talk_us == 0


def test_a_call_without_an_id_is_the_same_call_each_time(tmp_path: Path) -> None:
    row = ("sip:a@b", "sip:+15550100@b", 0, 7, "1795303840", "1795303841", 0, None)
    path = call_history(tmp_path / "log.db", [row])
    (first,), (second,) = calls(read(path)), calls(read(path))
    assert first.external_id == second.external_id
    assert "15550100" not in first.external_id
    assert not first.call_id


def test_a_row_that_makes_no_sense_is_refused_alone(tmp_path: Path) -> None:
    good = ("sip:a@b", "sip:+15550100@b", 0, 7, "1795303840", "1795303841", 0, "x")
    rows = [(*good[:2], 3, *good[3:]), (*good[:4], "soon", *good[5:]), good]
    reading = read(call_history(tmp_path / "log.db", rows))
    assert [refused.number for refused in refusals(reading)] == [1, 2]
    assert len(calls(reading)) == 1


@pytest.mark.parametrize(
    ("row", "unfinished"),
    [
        ((0, 0, 1795303840, 0, 1, "a"), True),
        ((0, 0, 1795303840, 1795303841, 0, "a"), True),
        ((1, 0, 1795303840, 0, 2, "a"), False),
        ((0, 7, 1795303840, 0, 1, "a"), False),
        ((0, 7, 1795303840, 1795303841, 0, "a"), False),
    ],
)
def test_a_row_without_a_length_may_be_of_a_call_that_goes_on(
    tmp_path: Path, row: tuple[int | str, ...], *, unfinished: bool
) -> None:
    (line,) = read(conference_calls(tmp_path / "linphone.db", [row]))
    assert isinstance(line, Line)
    assert line.unfinished is unfinished

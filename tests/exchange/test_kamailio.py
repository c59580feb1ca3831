"""Kamailio's call records, in a database and in a log."""

from pathlib import Path

import pytest

from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.exchange.reading import Reading, read
from tests.support.call_logs import KAMAILIO_NOTED, LINPHONE_NOTED, acc_cdrs, julian
from tests.support.call_logs import conference_calls as linphone_calls
from tests.support.readings import calls, refusals, written

OUT, IN = Direction.OUTBOUND, Direction.INBOUND
AGENT, CONTACT = "agent", "+15550100"
LINE = (
    "start_time=1795303369.771; end_time=1795303372.779; duration=3.008; "
    "call_id=a84b4c76e66710; src_user=agent"
)


@pytest.fixture
def noted(tmp_path: Path) -> Reading:
    """The three real calls and the one given up, as they stand in the table."""
    rows = [
        (julian(start), julian(end), seconds, call_id, AGENT, CONTACT)
        for start, end, seconds, call_id in KAMAILIO_NOTED
    ]
    return read(acc_cdrs(tmp_path / "cdr.sqlite", rows))


def only(reading: Reading) -> Call:
    (call,) = calls(reading)
    return call


def test_the_table_is_read_row_by_row(noted: Reading) -> None:
    assert noted.format == "kamailio"
    assert [(call.start, call.talk_us, call.call_id) for call in calls(noted)] == [
        (1795303840_500000, 2_194000, "3jIhFkbN9Y"),
        (1795303845_500000, 3_588000, "hL~DkQf2-~"),
        (1795303850_500000, 5_040000, "9OhAQrljuZ"),
        (1795303856_500000, 0, "qvA7M2ZU0L"),
    ]


def test_the_same_calls_are_known_by_the_same_id_to_linphone(
    noted: Reading, tmp_path: Path
) -> None:
    path = linphone_calls(tmp_path / "linphone.db", [(0, *each) for each in LINPHONE_NOTED])
    theirs, ours = calls(read(path)), calls(noted)
    assert [call.call_id for call in theirs] == [call.call_id for call in ours]
    assert [(call.far, call.direction) for call in theirs] == [(CONTACT, OUT)] * 4
    assert [(call.far, call.direction) for call in ours] == [(CONTACT, OUT)] * 4
    drifts = [abs(one.talk_us - two.talk_us) for one, two in zip(theirs, ours, strict=True)]
    assert max(drifts) < SECOND


def test_the_user_of_a_contact_loses_what_the_softphone_added(tmp_path: Path) -> None:
    row = (julian(1795303840), julian(1795303842), 2.0, "x", AGENT, "+15550100-0x55701c2f7ab0")
    assert only(read(acc_cdrs(tmp_path / "cdr.sqlite", [row]))).far == CONTACT


@pytest.mark.parametrize("start", ["2026-11-22 03:50:40", 1795319440, "1795319440.000"])
def test_other_ways_to_write_a_time_are_known(tmp_path: Path, start: str | int) -> None:
    path = acc_cdrs(tmp_path / "cdr.sqlite", [(start, start, 2.0, "x", CONTACT, AGENT)])
    call = only(read(path, zone="Europe/Berlin"))
    assert (call.start, call.direction) == (1795319440_000000, IN)


def test_the_lines_of_the_log_are_found_among_others(tmp_path: Path) -> None:
    syslog = "Nov 22 03:49:32 proxy kamailio[7]: NOTICE: acc [acc_cdr.c:274]: "
    text = f"{syslog}ready\n{syslog}{LINE}\n{syslog}bye\n"
    reading = read(written(tmp_path, text))
    call = only(reading)
    assert reading.format == "kamailio-log"
    assert (call.start, call.talk_us) == (1795303369_771000, 3_008000)
    assert (call.own, call.call_id) == (AGENT, "a84b4c76e66710")
    assert [line.number for line in reading] == [2]


def test_a_line_that_breaks_off_is_refused_alone(tmp_path: Path) -> None:
    broken = LINE.replace("duration=3.008", "duration=")
    reading = read(written(tmp_path, f"{LINE}\n{broken}\n{LINE[:30]}\n"))
    assert [refused.number for refused in refusals(reading)] == [2]
    assert len(calls(reading)) == 1


def test_a_record_without_an_id_is_the_same_call_each_time(tmp_path: Path) -> None:
    path = written(tmp_path, LINE.replace("call_id", "other"))
    assert only(read(path)).external_id == only(read(path)).external_id != ""

"""Asterisk's call records, which have no header."""

from pathlib import Path

import pytest

from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.problem import Problem
from app.exchange.reading import Reading, read
from tests.support.ledgers import at
from tests.support.readings import calls, refusals, written

OUT, IN = Direction.OUTBOUND, Direction.INBOUND
UNIQUE = '"pbx-1795303840.17"'


def record(
    src: str = "101", dst: str = "4155550100", state: str = "ANSWERED", clid: str = ""
) -> str:
    answer = '"2026-11-22 03:50:44"' if state == "ANSWERED" else ""
    return (
        f'"","{src}","{dst}","from-internal","{clid}","SIP/101-00000001","SIP/trunk-00000002",'
        f'"Dial","SIP/trunk/{dst},60,tT","2026-11-22 03:50:40",{answer},"2026-11-22 03:51:45",'
        f'65,61,"{state}","DOCUMENTATION"'
    )


def log(folder: Path, *rows: str, zone: str = "UTC", name: str = "auto") -> Reading:
    return read(written(folder, "\n".join(rows) + "\n"), zone=zone, format_name=name)


def only(reading: Reading) -> Call:
    (call,) = calls(reading)
    return call


@pytest.mark.parametrize(
    "extra",
    ["", f",{UNIQUE}", ',"field"', f',{UNIQUE},"field"', f',{UNIQUE},"field","","x-1.2",3'],
)
def test_every_width_of_the_log_is_known(tmp_path: Path, extra: str) -> None:
    reading = log(tmp_path, record() + extra)
    call = only(reading)
    assert reading.format == "asterisk"
    assert (call.own, call.far, call.direction) == ("101", "4155550100", OUT)
    assert (call.start, call.talk_us) == (at("2026-11-22 03:50:40"), 61 * SECOND)


def test_times_are_on_the_clocks_of_the_machine(tmp_path: Path) -> None:
    call = only(log(tmp_path, record(), zone="Europe/Berlin"))
    assert call.start == at("2026-11-22 02:50:40")


@pytest.mark.parametrize("state", ["NO ANSWER", "BUSY", "FAILED", "CONGESTION"])
def test_only_an_answered_call_counts(tmp_path: Path, state: str) -> None:
    assert only(log(tmp_path, record(state=state))).talk_us == 0


def test_a_call_from_outside_is_inbound_and_tells_the_name(tmp_path: Path) -> None:
    row = record("+15550100", "101", clid='""Contact"" <+15550100>')
    call = only(log(tmp_path, row))
    assert (call.direction, call.own, call.far) == (IN, "101", "+15550100")
    assert call.name == "Contact"


def test_lines_of_one_unique_id_are_calls_of_their_own(tmp_path: Path) -> None:
    first = record(state="NO ANSWER") + f",{UNIQUE}"
    second = record().replace("trunk-00000002", "trunk-00000003") + f",{UNIQUE}"
    found = calls(log(tmp_path, first, second))
    assert len({call.external_id for call in found}) == 2
    assert calls(log(tmp_path, first, second)) == found


def test_a_broken_line_is_refused_alone(tmp_path: Path) -> None:
    reading = log(tmp_path, record(), record().replace(",61,", ",soon,"), '"cut off', record())
    assert [refused.number for refused in refusals(reading)] == [2, 3]
    assert len(calls(reading)) == 2


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        ('"ANSWERED"', '"yes"'),
        ('"2026-11-22 03:50:40"', '"22/11/2026"'),
        (",65,61,", ",61,65,"),
        ('"DOCUMENTATION"', '"Jana"'),
    ],
)
def test_a_table_that_only_looks_alike_is_not_guessed_at(
    tmp_path: Path, what: str, instead: str
) -> None:
    with pytest.raises(Problem, match="None of the known exports"):
        log(tmp_path, record().replace(what, instead))


def test_records_under_a_header_are_known_by_it(tmp_path: Path) -> None:
    header = "calldate,clid,src,dst,dcontext,duration,billsec,disposition,uniqueid"
    row = "2026-11-22 03:50:40,,101,4155550100,x,65,61,ANSWERED,1795303840.17"
    reading = log(tmp_path, header, row)
    assert (reading.format, only(reading).talk_us) == ("asterisk", 61 * SECOND)


def test_another_format_named_by_hand_is_not_read_as_asterisks(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="lacks the columns that freeswitch needs"):
        log(tmp_path, record(), name="freeswitch")

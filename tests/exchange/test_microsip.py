"""MicroSIP's ring of calls, and its CSV export."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.exchange.reading import Reading, read
from app.exchange.record import Line
from tests.support.readings import calls, refusals, written
from tests.support.surroundings import CALM_IN_ONE_FOLDER

OUT, IN = Direction.OUTBOUND, Direction.INBOUND
TROUBLED = settings(max_examples=60, suppress_health_check=CALM_IN_ONE_FOLDER)
SETTINGS = "[Settings]\nsingleMode=1\ncallsLastKey=2\n[Account1]\nlabel=work\n"


def ring(folder: Path, *rows: str, after: str = "") -> Reading:
    keyed = [f"{key}={row}" for key, row in enumerate(rows)]
    text = "\n".join((SETTINGS + "[Calls]", *keyed, after)).replace("\n", "\r\n")
    return read(written(folder, text, "utf-16"))


def only(reading: Reading) -> Call:
    (call,) = calls(reading)
    return call


def test_the_ring_is_read_row_by_row(tmp_path: Path) -> None:
    out = "+15550100;Contact;0;1795303840;61;"
    inward, missed = "+15550101;+15550101;1;1795303900;5;", "101;Desk;2;1795303960;0;"
    reading = ring(tmp_path, out, "null", inward, missed, after="[Contacts]\n0=a;b;0;1;2;")
    assert reading.format == "microsip"
    found = [(c.far, c.name, c.direction, c.talk_us // SECOND) for c in calls(reading)]
    assert found == [
        ("+15550100", "Contact", OUT, 61),
        ("+15550101", "", IN, 5),
        ("101", "Desk", IN, 0),
    ]
    assert not refusals(reading)


def test_semicolons_in_names_and_reasons_shift_nothing(tmp_path: Path) -> None:
    call = only(ring(tmp_path, "+15550100;Miller; Sons;0;1795303840;61;Busy; try later"))
    assert (call.far, call.name, call.talk_us) == ("+15550100", "Miller; Sons", 61 * SECOND)


def test_parameters_of_an_address_belong_to_the_number(tmp_path: Path) -> None:
    call = only(ring(tmp_path, "jana@example.org;transport=tcp;Jana;0;1795303840;61;"))
    assert (call.far, call.name) == ("jana@example.org", "Jana")


@pytest.mark.parametrize("types", [(0, 0), (2, 1)])
def test_a_row_that_is_written_again_at_the_end_is_the_same_call(
    tmp_path: Path, types: tuple[int, int]
) -> None:
    began, ended = (
        only(ring(tmp_path, f"+15550100;Contact;{kind};1795303840;{seconds};"))
        for kind, seconds in zip(types, (0, 61), strict=True)
    )
    assert began.external_id == ended.external_id
    assert (began.talk_us, ended.talk_us) == (0, 61 * SECOND)


def test_the_export_gives_the_same_calls_as_the_ring(tmp_path: Path) -> None:
    exported = written(
        tmp_path,
        "Type,Name,Number,Time,Duration,Info\nout,Contact,+15550100,1795303840,61,\n"
        "miss,+15550101,+15550101,1795303900,0,\n",
    )
    found = calls(read(exported))
    assert read(exported).format == "microsip-csv"
    out, missed = "+15550100;Contact;0;1795303840;61;", "+15550101;+15550101;2;1795303900;0;"
    assert calls(ring(tmp_path, out, missed)) == found


def test_a_row_that_is_no_call_is_refused_alone(tmp_path: Path) -> None:
    good = "+15550100;Contact;0;1795303840;61;"
    reading = ring(tmp_path, "nonsense", "1;x;9;1795303840;61;", "1;x;0;12;61;", good)
    assert [refused.number for refused in refusals(reading)] == [7, 8, 9]
    assert only(reading).far == "+15550100"


def test_settings_without_calls_are_no_call_log(tmp_path: Path) -> None:
    reading = ring(tmp_path)
    assert list(reading) == []


@TROUBLED
@given(st.text(max_size=200))
def test_any_rows_are_calls_or_refusals(tmp_path: Path, garbage: str) -> None:
    text = garbage.encode("utf-8", "replace").decode()
    path = written(tmp_path, SETTINGS + "[Calls]\n0=" + text, "utf-16")
    assert all(each.number >= 7 for each in read(path))


@pytest.mark.parametrize(
    ("row", "unfinished"),
    [
        ("+15550100;Contact;0;1795303840;0;", True),
        ("+15550100;Contact;1;1795303840;0;", True),
        ("+15550100;Contact;2;1795303840;0;", True),
        ("+15550100;Contact;0;1795303840;0;Busy Here", False),
        ("+15550100;Contact;0;1795303840;61;", False),
    ],
)
def test_a_row_without_length_and_reason_may_be_of_a_call_that_goes_on(
    tmp_path: Path, row: str, *, unfinished: bool
) -> None:
    (line,) = ring(tmp_path, row)
    assert isinstance(line, Line)
    assert line.unfinished is unfinished


def test_a_call_answered_elsewhere_was_not_answered_here(tmp_path: Path) -> None:
    call = only(ring(tmp_path, "+15550100;Contact;3;1795303840;0;Answered Elsewhere"))
    assert (call.direction, call.talk_us) == (IN, 0)

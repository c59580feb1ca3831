"""FreeSWITCH's call records, by two of its templates."""

from pathlib import Path

import pytest

from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.problem import Problem
from app.exchange.reading import Reading, read
from tests.support.ledgers import at
from tests.support.readings import calls, written

OUT, IN = Direction.OUTBOUND, Direction.INBOUND
UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
START, ANSWER, END = "2026-11-22 03:50:40", "2026-11-22 03:50:44", "2026-11-22 03:51:45"


def row(*values: str) -> str:
    return ",".join(f'"{value}"' for value in values)


def example(caller: str = "101", called: str = "4155550100", answer: str = ANSWER) -> str:
    billed, cause = ("61", "NORMAL_CLEARING") if answer else ("0", "NO_ANSWER")
    return row(
        *("Contact", caller, called, "default", START, answer, END, "65", billed, cause, UUID),
        *("", "", "PCMU", "PCMU"),
    )


def as_asterisk() -> str:
    return row(
        *("", "101", "4155550100", "default", "101", "sofia/internal/101", "sofia/external/x"),
        *("bridge", "sofia/x", START, ANSWER, END, "65", "61", "NORMAL_CLEARING", "", UUID, ""),
    )


def log(folder: Path, *rows: str, zone: str = "UTC") -> Reading:
    return read(written(folder, "\n".join(rows) + "\n"), zone=zone)


def only(reading: Reading) -> Call:
    (call,) = calls(reading)
    return call


@pytest.mark.parametrize("line", [example(), as_asterisk(), example() + ',"agent","1"'])
def test_each_template_gives_the_same_call(tmp_path: Path, line: str) -> None:
    reading = log(tmp_path, line, zone="Europe/Berlin")
    call = only(reading)
    assert reading.format == "freeswitch"
    assert (call.external_id, call.direction) == (UUID, OUT)
    assert (call.own, call.far) == ("101", "4155550100")
    assert (call.start, call.talk_us) == (at("2026-11-22 02:50:40"), 61 * SECOND)


def test_a_call_without_an_answer_counts_nothing(tmp_path: Path) -> None:
    assert only(log(tmp_path, example(answer=""))).talk_us == 0


def test_a_call_from_outside_is_inbound_and_tells_the_name(tmp_path: Path) -> None:
    call = only(log(tmp_path, example("+15550100", "101")))
    assert (call.direction, call.own, call.far, call.name) == (IN, "101", "+15550100", "Contact")


@pytest.mark.parametrize(
    ("what", "instead"), [(UUID, "17"), ("NORMAL_CLEARING", "done"), (START, "today")]
)
def test_a_table_that_only_looks_alike_is_not_guessed_at(
    tmp_path: Path, what: str, instead: str
) -> None:
    with pytest.raises(Problem, match="None of the known exports"):
        log(tmp_path, example().replace(what, instead))

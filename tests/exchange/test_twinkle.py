"""Twinkle's call log."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.event import Direction
from app.domain.instant import SECOND
from app.exchange.reading import read
from app.exchange.twinkle import HEADER
from tests.support.readings import calls, refusals, sample, written
from tests.support.surroundings import CALM_IN_ONE_FOLDER

TROUBLED = settings(max_examples=60, suppress_health_check=CALM_IN_ONE_FOLDER)
HEAD = "# " + "|".join(HEADER) + "\n"
OUT, IN = Direction.OUTBOUND, Direction.INBOUND


def line(start: int = 1795303587, answer: int = 1795303589, name: str = "") -> str:
    values = (
        *(str(start), str(answer), "1795303591", "in", name, "sip:+15550100@example.org", ""),
        *("", "sip:agent@example.org", "", "", "", "", "", "", "remote user", "200", "OK"),
        *("phone", "agent"),
    )
    return "|".join(values) + "\n"


def test_the_log_is_read_line_by_line() -> None:
    reading = sample("twinkle.ch")
    assert reading.format == "twinkle"
    found = [(call.start // SECOND, call.talk_us // SECOND, call.direction) for call in
             calls(reading)]  # fmt: skip
    assert found == [
        (1795303583, 0, OUT), (1795303587, 2, IN), (1795303592, 0, IN), (1795303644, 0, OUT)
    ]  # fmt: skip
    assert {(call.own, call.far) for call in calls(reading)} == {("agent@127.0.0.1", "+15550100")}


def test_a_sign_between_values_may_be_part_of_one(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + line(name="Sales \\| North \\\\") + line(name='"'))
    assert [call.name for call in calls(read(path))] == ["Sales | North \\", '"']


def test_the_same_line_is_the_same_call() -> None:
    once, again = calls(sample("twinkle.ch")), calls(sample("twinkle.ch"))
    assert once == again
    assert len({call.external_id for call in once}) == 4


def test_a_line_that_cannot_be_used_is_refused_alone(tmp_path: Path) -> None:
    rows = line().removesuffix("|agent\n") + "\n" + line(answer=1795303599) + line()
    reading = read(written(tmp_path, HEAD + rows))
    said = [refused.reason.format(**refused.places) for refused in refusals(reading)]
    assert said == [
        "The line has 19 values where the header names 20",
        "The duration -8 is negative",
    ]
    assert [each.number for each in reading] == [2, 3, 4]


@TROUBLED
@given(st.text(max_size=300))
def test_any_lines_are_calls_or_refusals(tmp_path: Path, garbage: str) -> None:
    text = (HEAD + garbage).encode("utf-8", "replace").decode().replace("\0", "")
    assert all(each.number >= 2 for each in read(written(tmp_path, text)))

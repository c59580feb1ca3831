"""Handing a number over: the words of the program, what comes back, and what needs no question."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.beat import Beat
from app.domain.dialling import Dialling, Verdict
from app.domain.event import Method
from app.domain.hand_over import HandedOver, came_back, command_words, filled, needs_no_question
from app.domain.instant import SECOND, Instant
from app.domain.meter import Cycle
from app.domain.number_card import NumberCard, Way
from app.domain.own_warnings import OwnWarnings
from app.domain.places import LocalTime
from app.domain.plan import MeterKind
from app.domain.problem import UsageProblem
from app.domain.to_dial import ToDial

WANTED = ToDial("tel:+1-415-555-0188;ext=12", "+14155550188")
START = Beat(Instant(1_000 * SECOND), "boot", 50 * SECOND)


def dialling(**others: object) -> Dialling:
    plain = Dialling(
        "+14155550188", "US", Method.BROWSER, Verdict.INCLUDED, (), 440, MeterKind.MINUTES,
        Cycle(Instant(0), Instant(1), "UTC"), "Starter", through_connect=False,
    )  # fmt: skip
    return replace(plain, **others)  # type: ignore[arg-type]  # its fields by name


def clock(hour: int) -> LocalTime:
    there = datetime(2026, 11, 20, hour, tzinfo=UTC)
    return LocalTime(there, there, "America/Los_Angeles")


def card(after: int | None = 434, **others: object) -> NumberCard:
    return NumberCard((Way(dialling(**others), 6, after),))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("twinkle --call {number}", ("twinkle", "--call", "+14155550188")),
        ("'/opt/my phone/dial' --to={link}", ("/opt/my phone/dial", "--to=" + WANTED.link)),
        ('phone "{number} x" {link}', ("phone", "+14155550188 x", WANTED.link)),
        ("sh -c 'dial $1' dial {number}", ("sh", "-c", "dial $1", "dial", "+14155550188")),
    ],
)
def test_a_command_gets_number_and_link_as_whole_words(line: str, words: tuple[str, ...]) -> None:
    assert filled(command_words(line), WANTED) == words


def test_a_path_of_windows_keeps_its_backslashes() -> None:
    line = r'"C:\Program Files\MicroSIP\microsip.exe" {number}'
    words = filled(command_words(line, windows=True), WANTED)
    assert words == (r"C:\Program Files\MicroSIP\microsip.exe", "+14155550188")


@pytest.mark.parametrize("line", ["", "twinkle", "{link}", "twinkle '{number}"])
def test_a_command_that_names_no_place_or_cannot_be_read_is_refused(line: str) -> None:
    with pytest.raises(UsageProblem):
        command_words(line)


def test_a_batch_file_gets_no_link_on_windows() -> None:
    with pytest.raises(UsageProblem):
        command_words("dial.BAT {link}", windows=True)


@given(st.text(max_size=60))
def test_a_place_inside_a_link_is_not_filled_again(text: str) -> None:
    wanted = ToDial("tel:{number}{link}" + text, "+1{link}")
    assert filled(("phone", "{link}"), wanted) == ("phone", wanted.link)


@pytest.mark.parametrize(("later", "back"), [(0, True), (3, True), (4, False)])
def test_a_link_that_is_opened_at_once_again_came_back(later: int, *, back: bool) -> None:
    last = HandedOver(WANTED.number, START)
    now = Beat(START.wall, "boot", START.running_us + later * SECOND)
    assert came_back(last, WANTED, now) is back


def test_another_number_did_not_come_back() -> None:
    assert not came_back(HandedOver("+14155550100", START), WANTED, START)
    assert not came_back(None, WANTED, START)


@pytest.mark.parametrize("hour", [7, 8, 12, 21])
def test_an_included_call_by_day_needs_no_question(hour: int) -> None:
    assert needs_no_question(card(), clock(hour))


def test_my_own_warning_makes_a_call_doubtful() -> None:
    assert needs_no_question(card(), clock(12), OwnWarnings(minutes=439))
    assert not needs_no_question(card(), clock(12), OwnWarnings(minutes=440))
    assert needs_no_question(card(), clock(12), OwnWarnings(calls=440))


@pytest.mark.parametrize(
    ("asked", "local"),
    [
        (card(), clock(3)),
        (card(), None),
        (card(0), clock(12)),
        (card(None), clock(12)),
        (card(near=True), clock(12)),
        (card(verdict=Verdict.BILLED), clock(12)),
        (card(verdict=Verdict.BLOCKED), clock(12)),
        (card(cycle=None), clock(12)),
    ],
)
def test_a_doubtful_call_is_asked_about(asked: NumberCard, local: LocalTime | None) -> None:
    assert not needs_no_question(asked, local)

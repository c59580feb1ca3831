"""Aircall's calls as facts: talk time without ringing, ends, users, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.numbers import NumberClass, parse
from app.exchange.reading import read
from app.remote.aircall.convert import Converted, converter
from tests.support.providers.aircall_book import Made
from tests.support.providers.aircall_company import BEN, NOON, call, company
from tests.support.readings import calls, written

OWN = "+12125550100"


def told(made: Made | None = None, **odd: Any) -> dict[str, Any]:
    book = company()
    book.add(made or call(812, NOON - 900))
    return {**book.told((made or call(812, NOON)).id, NOON), **odd}


def converted(*records: object) -> Converted:
    is_own = {"+12125550101"}.__contains__
    return converter("Example GmbH", {}, is_own)(list(records))


def fact(made: Made | None = None, **odd: Any) -> Call:
    (found,) = converted(told(made, **odd)).calls
    return found


def test_talk_time_is_what_lies_between_answer_and_end() -> None:
    found = fact(duration=5)
    assert (found.talk_us, found.start) == (125 * SECOND, (NOON - 900) * SECOND)
    assert found.direction is Direction.OUTBOUND
    assert (found.external_id, found.call_id) == ("812", f"CA{812:032x}")


def test_a_call_that_nobody_answered_took_no_time() -> None:
    assert fact(answered_at=None, direction="inbound").talk_us == 0


def test_numbers_are_written_without_their_ornaments() -> None:
    found = fact(raw_digits="+44 20 7946 0123")
    assert (found.own, found.far) == (OWN, "+442079460123")


def test_a_caller_who_withheld_the_number_is_known_as_such() -> None:
    found = fact(raw_digits="anonymous", direction="inbound")
    assert parse(found.far).kind is NumberClass.WITHHELD


def test_a_call_between_own_numbers_counts_toward_no_plan() -> None:
    assert fact(raw_digits="+1 212-555-0101").counts_toward == "none"
    assert fact().counts_toward == ""


@pytest.mark.parametrize(
    ("odd", "agent"),
    [
        ({}, "Ada Agent"),
        ({"user": None, "transferred_to": {"id": BEN, "name": "Ben Agent"}}, "Ben Agent"),
        ({"user": None, "assigned_to": {"id": BEN, "name": "Ben Agent"}}, "Ben Agent"),
        ({"user": None}, ""),
        ({"user": {"id": 9}}, ""),
    ],
)
def test_a_call_belongs_to_who_talked(odd: dict[str, Any], agent: str) -> None:
    assert fact(**odd).agent == agent


def test_a_missed_call_handed_to_somebody_as_a_task_is_nobodys() -> None:
    assert fact(answered_at=None, user=None, assigned_to={"id": BEN, "name": "B"}).agent == ""


@pytest.mark.parametrize(
    "odd",
    [
        {"status": "answered", "ended_at": None},
        {"status": "initial", "answered_at": None, "ended_at": None},
        {"status": "done", "ended_at": None},
        {"status": "brand-new", "ended_at": None},
    ],
)
def test_a_call_that_still_runs_is_no_fact_yet(odd: dict[str, Any]) -> None:
    found = converted(told(**odd))
    assert (found.calls, found.unfinished, found.refused) == ([], ["812"], [])


@pytest.mark.parametrize(
    "odd",
    [
        {"status": "brand-new"},
        {"sid": None},
        {"number": None},
        {"assigned_to": "Ben"},
        {"transferred_to": ["+14155550101"]},
        {"number": {"digits": "+1 212-555-0100", "users": "all"}},
        {"brand_new": {"field": 1}},
    ],
)
def test_what_is_new_or_missing_at_the_edges_does_no_harm(odd: dict[str, Any]) -> None:
    assert fact(**odd).talk_us == 125 * SECOND


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        ({"direction": "sideways"}, "is not a direction"),
        ({"direction": ""}, "is not what"),
        ({"started_at": "soon"}, "is not what"),
        ({"started_at": 10**30}, "is not what"),
        ({"started_at": None}, "is not what"),
        ({"ended_at": NOON - 891}, "is negative"),
        ({"ended_at": NOON + 700_000}, "longer than seven days"),
        ({"raw_digits": {"odd": 1}}, "is not what"),
        ({"raw_digits": "1" * 100_000}, "is not what"),
        ({"number": "none"}, "is not what"),
    ],
)
def test_a_record_without_sense_is_refused_alone(odd: dict[str, Any], reason: str) -> None:
    found = converted(told(**odd), told())
    assert len(found.calls) == 1
    (refused,) = found.refused
    assert reason in refused.reason
    assert (refused.part, refused.external_id) == ("calls", "812")


@pytest.mark.parametrize("record", [None, 7, "call", [], {}, {"id": "x" * 5_000}])
def test_what_is_no_record_is_refused(record: object) -> None:
    (refused,) = converted(record).refused
    assert len(refused.external_id) <= 40


def test_the_export_file_makes_the_same_of_a_call(tmp_path: Path) -> None:
    header = "call id (internal),datetime (utc),direction,from,to,answered,duration (in call),user"
    line = "812,2026-11-22 11:45:00,outbound,12125550100,14155550123,Yes,125,Ada Agent"
    (out_of_file,) = calls(read(written(tmp_path, f"{header}\n{line}\n")))
    found = fact()
    same = ("external_id", "start", "talk_us", "direction", "agent", "legs", "app_id")
    assert [getattr(found, name) for name in same] == [getattr(out_of_file, name) for name in same]
    assert parse(found.far) == parse(out_of_file.far)
    assert parse(found.own) == parse(out_of_file.own)

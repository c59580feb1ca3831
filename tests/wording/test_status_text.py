"""The plain status."""

from dataclasses import replace

from app.domain.instant import SECOND
from app.domain.meter import Banner, BannerKind, FirstReading, Level, Status, Trust
from app.domain.problem import Problem
from app.wording.levels import meter_line
from app.wording.status_text import status_lines
from tests.support.meters import NOW, RUNS_OUT, minutes, open_call, pool
from tests.support.wordings import ENGLISH, GERMAN

_NEAR = minutes(84, level=Level.NEAR, forecast=RUNS_OUT)
_POOL = pool(38, at_least=True, plan_title="Aircall")
_STATUS = Status(NOW, Trust.LOCAL, (_NEAR, _POOL), (Banner(BannerKind.NEAR, _NEAR),))


def test_banners_come_first_then_meters_then_the_age() -> None:
    assert status_lines(ENGLISH, _STATUS) == [
        "! 84 minutes to your limit · resets 1 Dec",
        "",
        "HubSpot Professional · me",
        "  Minutes        84 of 2,000 min left · resets 1 Dec · near limit",
        "                 At this pace it lasts until Tue 24 Nov · 14 min a working day is safe",
        "",
        "Aircall",
        f"  Team SMS pool  {meter_line(ENGLISH, _POOL)} · fine",
        "",
        "As of 21 Nov 14:05 (Europe/Berlin) · no connection set up",
    ]


def test_the_status_speaks_german() -> None:
    lines = status_lines(GERMAN, _STATUS)
    assert lines[0] == "! Noch 84 Minuten bis zum Limit · neuer Zeitraum ab 1. Dez."
    assert lines[3].strip().startswith("Minuten              84 von 2.000 min übrig")
    assert lines[-1] == "Stand 21. Nov. 14:05 (Europe/Berlin) · keine Verbindung eingerichtet"


def test_meters_of_one_plan_stand_under_one_heading() -> None:
    lines = status_lines(ENGLISH, Status(NOW, Trust.FRESH, (_POOL, _POOL), ()))
    assert lines.count("Aircall") == 1


def test_a_meter_without_data_says_so_once() -> None:
    empty = minutes(level=Level.NO_DATA)
    lines = status_lines(ENGLISH, Status(NOW, Trust.LOCAL, (empty,), ()))
    assert lines[1] == "  Minutes  No data yet"


def test_an_open_call_stands_with_the_banners() -> None:
    call = replace(open_call(3), elapsed_us=125 * SECOND)
    nobody = replace(call, number="")
    lines = status_lines(ENGLISH, Status(NOW, Trust.FRESH, (_NEAR,), (), (call, nobody)))
    assert lines[0] == "On a call with +1 415 555 0188 · 2:05 · 3 min so far"
    assert lines[1] == "On a call · 2:05 · 3 min so far"


def test_without_a_plan_the_status_says_how_to_choose_one() -> None:
    assert status_lines(ENGLISH, Status(NOW, Trust.LOCAL, (), ())) == [
        "No plan is chosen yet, so there is nothing to measure against.",
        "To choose one: talktally plan use hubspot-professional",
        "",
        "As of 21 Nov 13:05 (UTC) · no connection set up",
    ]


def test_a_problem_is_one_sentence_in_the_language() -> None:
    problem = Problem("Field {field} is missing.", field="name")
    assert GERMAN.problem(problem) == "Das Feld name fehlt."


def test_the_age_says_that_a_first_reading_is_under_way() -> None:
    found = Status(NOW, Trust.STALE, (_NEAR,), (), first_reading=FirstReading("Northwind"))
    assert status_lines(ENGLISH, found)[-1].endswith("· first reading under way")
    halted = replace(found, first_reading=FirstReading("Northwind", under_way=False))
    assert status_lines(ENGLISH, halted)[-1].endswith("· first reading interrupted")


def test_a_message_names_its_person_where_several_have_meters() -> None:
    jana, piet = (replace(_NEAR, agent=name) for name in ("Jana", "Piet"))
    told = (Banner(BannerKind.NEAR, piet), Banner(BannerKind.STALE, jana))
    lines = status_lines(ENGLISH, Status(NOW, Trust.STALE, (jana, piet), told))
    assert lines[0].startswith("! Piet: 84 minutes to your limit")
    assert lines[1].startswith("! These figures are old.")

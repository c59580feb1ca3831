"""The forecast in words."""

from datetime import date

import pytest

from app.domain.meter import Forecast
from app.domain.plan import MeterKind
from app.wording.forecasts import forecast_line, lasts, pace, safe_pace
from tests.support.meters import LASTS, RUNS_OUT, minutes
from tests.support.wordings import ENGLISH, GERMAN

_SOON = Forecast(
    date(2026, 11, 23), 14, date(2026, 11, 23), date(2026, 11, 24), 88, working_days_left=6
)


def test_a_forecast_names_the_last_day() -> None:
    assert lasts(ENGLISH, _SOON) == "At this pace it lasts until Mon 23 Nov"
    assert lasts(GERMAN, _SOON) == "In diesem Tempo reicht es bis Mo., 23. Nov."


def test_what_lasts_is_said_to_last() -> None:
    assert lasts(ENGLISH, LASTS) == "It lasts until the reset"
    assert lasts(GERMAN, LASTS) == "Es reicht bis zum neuen Zeitraum"


def test_the_pace_tells_days_left_and_the_range() -> None:
    assert pace(ENGLISH, MeterKind.MINUTES, _SOON) == (
        "About 88 min on a working day · 6 working days left · likely 23 – 24 Nov"
    )
    assert pace(GERMAN, MeterKind.MINUTES, _SOON) == (
        "Etwa 88 min je Arbeitstag · noch 6 Arbeitstage · wahrscheinlich 23. – 24. Nov."
    )


def test_a_pace_without_a_range_leaves_it_out() -> None:
    forecast = Forecast(None, 14, per_working_day=1, working_days_left=1)
    assert pace(ENGLISH, MeterKind.CALLS, forecast) == (
        "About 1 call on a working day · 1 working day left"
    )


@pytest.mark.parametrize(
    ("kind", "n", "english", "german"),
    [
        (MeterKind.MINUTES, 14, "14 min a working day is safe", "14 min je Arbeitstag sind sicher"),
        (MeterKind.CALLS, 1, "1 call a working day is safe", "1 Anruf je Arbeitstag ist sicher"),
        (
            MeterKind.SMS,
            9,
            "9 segments a working day are safe",
            "9 Segmente je Arbeitstag sind sicher",
        ),
    ],
)
def test_a_safe_pace_has_the_unit_of_its_meter(
    kind: MeterKind, n: int, english: str, german: str
) -> None:
    assert safe_pace(ENGLISH, kind, Forecast(None, n)) == english
    assert safe_pace(GERMAN, kind, Forecast(None, n)) == german


def test_a_meter_without_a_forecast_says_nothing() -> None:
    assert forecast_line(ENGLISH, minutes()) == ""


def test_a_meter_tells_its_forecast_in_one_line() -> None:
    assert forecast_line(ENGLISH, minutes(forecast=RUNS_OUT)) == (
        "At this pace it lasts until Tue 24 Nov · 14 min a working day is safe"
    )

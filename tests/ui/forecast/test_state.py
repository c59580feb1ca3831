"""What the forecast says, and the points of its chart."""

from dataclasses import replace

from app.domain.meter import Level
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW, minutes
from ui.forecast.points import used_up_on
from ui.forecast.state import ForecastState, forecast_state
from ui.theme.tone import Tone


def of(words: Words, name: str) -> ForecastState:
    return forecast_state(words, states.statuses()[name].meters[0], NOW)


def test_it_tells_how_long_it_lasts_and_how_sure_that_is(words: Words) -> None:
    state = of(words, "near")
    assert state.headline == "At this pace it lasts until Mon 23 Nov"
    assert state.detail == (
        "About 88 min on a working day · 6 working days left · likely 23 – 24 Nov"
    )
    assert (state.chip, state.chip_tone) == ("ahead of pace", Tone.NEAR)


def test_what_lasts_is_not_coloured(words: Words) -> None:
    state = of(words, "fine")
    assert (state.headline, state.chip_tone) == ("It lasts until the reset", Tone.QUIET)
    assert state.chart.tone is Tone.PLAIN


def test_too_few_days_are_no_forecast(words: Words) -> None:
    state = forecast_state(words, minutes(1990), NOW)
    assert (state.headline, state.chip) == ("Too early to tell", "")


def test_without_data_it_says_so(words: Words) -> None:
    assert of(words, "no_data").headline == "No data yet"


def test_past_the_limit_it_tells_since_when(words: Words) -> None:
    state = of(words, "blocked")
    assert state.headline == "Used up on Fri 20 Nov"
    assert state.detail == "10 days until the reset on Tue 1 Dec"


def test_what_was_never_reached_was_not_used_up() -> None:
    assert used_up_on(states.calling(84, Level.NEAR)) is None


def test_the_line_grows_to_what_was_used_today(words: Words) -> None:
    chart = of(words, "near").chart
    assert chart.used[0] == (0, 0)
    assert chart.used[-1] == (21, 1916)
    assert [units for _, units in chart.used] == sorted(units for _, units in chart.used)


def test_days_without_calls_are_level(words: Words) -> None:
    used = dict(of(words, "near").chart.used)
    assert used[5] == used[3]


def test_the_chart_is_as_high_as_the_highest_guess(words: Words) -> None:
    chart = of(words, "near").chart
    assert chart.top == max(high for _, _, _, high in chart.expected) > chart.limit


def test_the_axis_names_weeks_and_the_last_day(words: Words) -> None:
    labels = [label for _, label in of(words, "near").chart.ticks]
    assert labels == ["1 Nov", "8 Nov", "15 Nov", "22 Nov", "30 Nov"]


def test_a_cycle_without_use_has_a_chart_all_the_same(words: Words) -> None:
    chart = forecast_state(words, replace(minutes(2000), included=0), NOW).chart
    assert (chart.top, chart.today_label) == (1, "")

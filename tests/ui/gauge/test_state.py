"""What the gauge shows in each state."""

from dataclasses import replace

from app.domain.meter import Level, Trust
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW, minutes
from ui.gauge.state import gauge_state
from ui.text.phrase import plain
from ui.theme.tone import Tone


def test_the_figure_is_what_is_left(words: Words) -> None:
    state = gauge_state(words, states.calling(84, Level.NEAR), NOW)
    assert (state.figure, state.unit) == ("84", "of 2,000 min left")
    assert state.reset == "resets Tue 1 Dec · 10 days"


def test_the_arc_is_what_is_used_and_the_line_how_much_has_gone(words: Words) -> None:
    state = gauge_state(words, states.calling(84, Level.NEAR), NOW)
    assert (state.filled, state.elapsed) == (958, 686)


def test_what_was_used_and_the_safe_pace_stand_below(words: Words) -> None:
    state = gauge_state(words, states.calling(84, Level.NEAR), NOW)
    assert plain(state.used) == "1,916 used"
    assert plain(state.pace) == "14 min a working day is safe"


def test_without_data_there_is_a_dash_and_never_a_zero(words: Words) -> None:
    state = gauge_state(words, minutes(level=Level.NO_DATA), NOW)
    assert (state.figure, state.unit, state.used) == ("–", "No data yet", "")
    assert "0" not in state.spoken.partition(", as of")[0]


def test_past_the_limit_it_tells_what_is_billed(words: Words) -> None:
    state = gauge_state(words, states.billed_meter(), NOW)
    assert (state.figure, state.unit) == ("0", "min left · 37 billed")
    assert plain(state.pace) == "$0.52 estimate"
    assert state.tone is Tone.BILLED


def test_a_price_that_nobody_knows_is_not_made_up(words: Words) -> None:
    meter = replace(states.billed_meter(), billed_amount=None, unpriced=37)
    assert gauge_state(words, meter, NOW).pace == "price not known yet"


def test_what_was_found_after_the_limit_is_told(words: Words) -> None:
    meter = replace(states.calling(0, Level.BLOCKED), over=7)
    assert plain(gauge_state(words, meter, NOW).pace) == "7 min after the limit"


def test_more_used_than_included_fills_the_arc_and_no_more(words: Words) -> None:
    meter = replace(states.billed_meter(), used=2600)
    assert gauge_state(words, meter, NOW).filled == 1000


def test_a_meter_that_others_draw_on_says_at_least(words: Words) -> None:
    meter = states.calling(84, Level.NEAR, at_least=True)
    assert plain(gauge_state(words, meter, NOW).used) == "at least 1,916 used"


def test_an_old_figure_says_how_old_it_is(words: Words) -> None:
    state = gauge_state(words, states.calling(1240, Level.FINE), NOW, trust=Trust.STALE)
    assert state.old
    assert state.note == "as of 21 Nov 14:05"


def test_it_is_read_with_unit_level_and_age(words: Words) -> None:
    spoken = gauge_state(words, states.calling(84, Level.NEAR), NOW).spoken
    assert spoken == "HubSpot minutes, 84 of 2,000 left, near limit, as of 14:05"

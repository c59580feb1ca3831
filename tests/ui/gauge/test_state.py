"""What the gauge shows in each state."""

from dataclasses import replace
from typing import Any

from app.domain.meter import FirstReading, Level, Meter, Trust
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW, minutes
from ui.gauge.state import GaugeState, gauge_state
from ui.text.phrase import plain
from ui.theme.tone import Tone


def gauge_of(words: Words, meter: Meter, *others: Meter, **said: Any) -> GaugeState:
    """The gauge of the first of these meters."""
    return gauge_state(words, meter, NOW, states.status(meter, *others, **said))


def test_the_figure_is_what_is_left(words: Words) -> None:
    state = gauge_of(words, states.calling(84, Level.NEAR))
    assert (state.figure, state.unit) == ("84", "of 2,000 min left")
    assert state.reset == "resets Tue 1 Dec · 10 days"


def test_the_arc_is_what_is_used_and_the_line_how_much_has_gone(words: Words) -> None:
    state = gauge_of(words, states.calling(84, Level.NEAR))
    assert (state.filled, state.elapsed) == (958, 686)


def test_what_was_used_and_the_safe_pace_stand_below(words: Words) -> None:
    state = gauge_of(words, states.calling(84, Level.NEAR))
    assert plain(state.used) == "1,916 used"
    assert plain(state.pace) == "14 min a working day is safe"


def test_without_data_there_is_a_dash_and_never_a_zero(words: Words) -> None:
    state = gauge_of(words, minutes(level=Level.NO_DATA))
    assert (state.figure, state.unit, state.used) == ("–", "No data yet", "")
    assert "0" not in state.spoken.partition(", as of")[0]


def test_past_the_limit_it_tells_what_is_billed(words: Words) -> None:
    state = gauge_of(words, states.billed_meter())
    assert (state.figure, state.unit) == ("0", "min left · 37 billed")
    assert plain(state.pace) == "$0.52 estimate"
    assert state.tone is Tone.BILLED


def test_a_price_that_nobody_knows_is_not_made_up(words: Words) -> None:
    meter = replace(states.billed_meter(), billed_amount=None, unpriced=37)
    assert gauge_of(words, meter).pace == "price not known yet"


def test_what_was_found_after_the_limit_is_told(words: Words) -> None:
    meter = replace(states.calling(0, Level.BLOCKED), over=7)
    assert plain(gauge_of(words, meter).pace) == "7 min after the limit"


def test_more_used_than_included_fills_the_arc_and_no_more(words: Words) -> None:
    meter = replace(states.billed_meter(), used=2600)
    assert gauge_of(words, meter).filled == 1000


def test_a_meter_that_others_draw_on_says_at_least(words: Words) -> None:
    meter = states.calling(84, Level.NEAR, at_least=True)
    assert plain(gauge_of(words, meter).used) == "at least 1,916 used"


def test_an_old_figure_says_how_old_it_is(words: Words) -> None:
    state = gauge_of(words, states.calling(1240, Level.FINE), trust=Trust.STALE)
    assert state.old
    assert state.note == "as of 21 Nov 14:05"


def test_it_is_read_with_unit_level_and_age(words: Words) -> None:
    spoken = gauge_of(words, states.calling(84, Level.NEAR)).spoken
    assert spoken == "HubSpot minutes, 84 of 2,000 left, near limit, as of 14:05"


def test_a_figure_of_a_first_reading_is_not_complete_yet(words: Words) -> None:
    first, meter = FirstReading("Northwind"), states.calling(84, Level.NEAR)
    state = gauge_of(words, meter, trust=Trust.STALE, first_reading=first)
    assert (state.old, state.note) == (True, "not complete yet")
    assert state.spoken.endswith("as of 21 Nov 14:05, first reading under way")


def test_it_says_whose_it_is_where_several_people_have_one(words: Words) -> None:
    jana, piet = (replace(states.calling(84, Level.NEAR), agent=name) for name in ("Jana", "Piet"))
    alone, one_of_two = gauge_of(words, jana), gauge_of(words, jana, piet)
    assert (alone.person, one_of_two.person) == ("", "Jana")
    assert one_of_two.spoken.startswith("HubSpot minutes, Jana, 84 of 2,000 left")
    assert one_of_two.meter == "hubspot-professional.minutes Jana"


def with_call(words: Words, meter: Meter, *elapsed: int, **said: Any) -> GaugeState:
    calls = tuple(replace(states.open_call(s), id=str(s), **said) for s in elapsed)
    return gauge_of(words, meter, live=calls)


def test_used_and_used_with_the_open_call_stand_apart(words: Words) -> None:
    state = with_call(words, states.calling(84, Level.NEAR), 161)
    assert plain(state.used) == "1,916 used · 1,919 with this call"
    assert state.figure == "84"
    assert (state.filled, state.live) == (958, 1)
    assert state.spoken.endswith(", 1,919 with this call")


def test_several_open_calls_are_taken_together(words: Words) -> None:
    state = with_call(words, states.calling(84, Level.NEAR), 161, 30)
    assert plain(state.used) == "1,916 used · 1,920 with these calls"


def test_a_billed_call_adds_to_what_is_billed_and_not_to_what_is_used(words: Words) -> None:
    state = with_call(words, states.billed_meter(), 278, past=True, goes_on=True)
    assert plain(state.used) == "2,003 used · 42 min billed with this call"
    assert state.live == 0


def test_a_call_that_uses_no_minutes_changes_nothing(words: Words) -> None:
    meter = states.calling(84, Level.NEAR)
    assert with_call(words, meter, 161, draws=frozenset()) == gauge_of(words, meter)


def test_missing_data_stays_missing_during_a_call(words: Words) -> None:
    assert with_call(words, minutes(level=Level.NO_DATA), 161).used == ""

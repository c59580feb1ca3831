"""What the in-call strip shows."""

from dataclasses import replace

import pytest

from app.domain.instant import SECOND
from app.domain.meter import Level
from app.wording.words import Words
from tests.support import states
from ui.live.state import live_state, start_call_state
from ui.theme.tone import Tone


def test_a_billed_call_tells_its_cost_so_far(words: Words) -> None:
    state = live_state(words, states.open_call(), states.billed_meter())
    assert (state.clock, state.first, state.second) == (
        "4:38",
        "5 billed min so far",
        "next minute in 22 s",
    )
    assert (state.sum, state.rule, state.tone) == (
        "about $0.07 so far",
        "$0.0140 a minute",
        Tone.BILLED,
    )


def test_an_included_call_tells_what_is_left(words: Words) -> None:
    state = live_state(words, states.open_call(), states.calling(84, Level.NEAR))
    assert (state.sum, state.rule, state.tone) == ("79 min left", "of 2,000 included", Tone.NEAR)


def test_at_the_limit_the_call_may_finish(words: Words) -> None:
    state = live_state(words, states.open_call(), states.calling(3, Level.NEAR))
    assert (state.sum, state.rule, state.tone) == (
        "0 min left",
        "this call may finish",
        Tone.STOP,
    )


def test_without_a_price_none_is_made_up(words: Words) -> None:
    state = live_state(words, states.open_call(priced=False), states.billed_meter())
    assert (state.sum, state.rule) == ("price not known yet", "")


def test_without_a_plan_only_the_time_is_told(words: Words) -> None:
    state = live_state(words, replace(states.open_call(), amount=None), None)
    assert (state.sum, state.rule, state.tone) == ("", "", Tone.PLAIN)


@pytest.mark.parametrize(("elapsed_s", "seconds"), [(0, 60), (1, 59), (59, 1), (60, 60)])
def test_the_next_minute_is_told_in_seconds(words: Words, elapsed_s: int, seconds: int) -> None:
    call = replace(states.open_call(), elapsed_us=elapsed_s * SECOND)
    assert live_state(words, call, None).second == f"next minute in {seconds} s"


def test_a_name_stands_before_the_number(words: Words) -> None:
    state = live_state(words, states.open_call(), None, name="Anna Brandt")
    assert (state.who, state.how) == ("Anna Brandt", "+49 30 5550142 · browser")


def test_a_call_without_a_number_says_so(words: Words) -> None:
    call = replace(states.open_call(), number="")
    assert live_state(words, call, None).who == "Call without a number"


def test_the_form_offers_both_methods_and_directions(words: Words) -> None:
    state = start_call_state(words)
    assert [value for value, _ in state.methods] == ["browser", "phone"]
    assert [value for value, _ in state.directions] == ["outbound", "inbound"]

"""What the in-call strip shows."""

from dataclasses import replace

import pytest

from app.domain.call_report import Phase
from app.domain.event import Direction
from app.domain.instant import SECOND, Instant
from app.domain.live import measured
from app.domain.meter import Level, LiveCall, Meter
from app.domain.plan import PastLimit
from app.domain.receipt import Reason
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from ui.live.start_state import start_call_state
from ui.live.state import LiveState, live_states
from ui.theme.tone import Tone

NEAR = states.calling(84, Level.NEAR)


def row(words: Words, call: LiveCall, *meters: Meter) -> LiveState:
    (only,) = rows(words, *meters, live=(call,))
    return only


def rows(
    words: Words,
    *meters: Meter,
    live: tuple[LiveCall, ...] = (),
    ringing: tuple[LiveCall, ...] = (),
) -> tuple[LiveState, ...]:
    return live_states(words, states.status(*meters, live=live, ringing=ringing), NOW)


def ringing(**said: object) -> LiveCall:
    call = replace(states.open_call(0), answered=None, phase=Phase.RINGING, minutes=0)
    return replace(call, **said)  # type: ignore[arg-type]  # fields named by the tests


def test_an_included_call_tells_what_is_left(words: Words) -> None:
    state = row(words, states.open_call(161), NEAR)
    assert (state.how, state.clock) == ("browser · included", "2:41")
    assert (state.first, state.second) == ("3 billed min · next in 19 s", "")
    assert (state.sum, state.rule, state.tone) == ("81 min left", "of 2,000 included", Tone.NEAR)


def test_its_part_of_the_bar_stands_apart(words: Words) -> None:
    state = row(words, states.open_call(30 * 60), NEAR)
    assert state.bar is not None
    assert (state.bar.used, state.bar.live) == (958, 15)


def test_a_billed_call_tells_its_cost_so_far(words: Words) -> None:
    state = row(words, states.open_call(), states.billed_meter())
    assert state.how == "browser · billed"
    assert (state.sum, state.rule) == ("about $0.07 so far", "$0.0140 a minute · estimate")
    assert (state.tone, state.bar) == (Tone.BILLED, None)


def test_at_the_limit_the_call_may_finish(words: Words) -> None:
    meter = replace(states.calling(3, Level.NEAR), linked=False)
    state = row(words, states.open_call(), meter)
    assert state.second == "this call may finish, the next one is blocked"
    assert (state.how, state.sum, state.tone) == ("browser · included", "0 min left", Tone.STOP)


@pytest.mark.parametrize(("past", "linked"), [(PastLimit.TWILIO_CONNECT, True),
                                              (PastLimit.BILLED, False)])  # fmt: skip
def test_at_the_limit_of_a_billed_plan_the_next_call_is_billed(
    words: Words, past: PastLimit, *, linked: bool
) -> None:
    meter = replace(states.calling(3, Level.NEAR), past=past, linked=linked)
    state = row(words, states.open_call(), meter)
    assert state.second == "this call may finish, the next one is billed"
    assert state.how == "browser · included"


def test_a_limit_that_falls_soon_is_told_with_its_time(words: Words) -> None:
    state = row(words, states.open_call(30), states.calling(10, Level.NEAR))
    assert state.second == "limit reached at 14:13 if you go on"


def test_a_limit_that_is_far_is_not_told(words: Words) -> None:
    assert row(words, states.open_call(30), states.calling(84, Level.NEAR)).second == ""


def test_a_call_past_a_limit_that_bills_nothing_is_not_called_billed(words: Words) -> None:
    meter = replace(states.calling(0, Level.BLOCKED), past=PastLimit.BLOCKED, linked=False)
    state = row(words, states.open_call(), meter)
    assert (state.how, state.sum, state.tone) == (
        "browser · past the limit",
        "0 min left",
        Tone.STOP,
    )


def test_a_call_that_crosses_the_limit_stays_included(words: Words) -> None:
    call = replace(states.open_call(), past=False, goes_on=True)
    state = row(words, call, states.billed_meter())
    assert state.how == "browser · included"


def test_a_call_from_the_phone_names_its_legs(words: Words) -> None:
    call = replace(states.open_call(), method="phone", legs=2, minutes=10)
    assert row(words, call, NEAR).how == "phone, two legs · included"


def test_without_a_price_none_is_made_up(words: Words) -> None:
    state = row(words, states.open_call(priced=False), states.billed_meter())
    assert (state.sum, state.rule) == ("price not known yet", "")


def test_without_a_plan_only_the_time_is_told(words: Words) -> None:
    call = replace(states.open_call(), draws=frozenset(), legs=0, reason=Reason.NO_PLAN)
    state = row(words, call)
    assert (state.clock, state.first, state.second) == ("4:38", "", "no plan yet")
    assert (state.sum, state.rule, state.tone) == ("", "", Tone.PLAIN)


def test_an_incoming_call_that_is_free_says_so(words: Words) -> None:
    call = replace(
        states.open_call(), draws=frozenset(), legs=0, reason=Reason.INBOUND,
        direction=Direction.INBOUND,
    )  # fmt: skip
    state = row(words, call, NEAR)
    assert (state.how, state.second) == ("incoming · browser", "incoming calls use no minutes")
    assert (state.first, state.sum) == ("", "")


def test_missing_data_is_not_shown_as_what_is_left(words: Words) -> None:
    assert row(words, states.open_call(), states.calling(2000, Level.NO_DATA)).sum == ""


def test_a_call_that_holds_still_counts(words: Words) -> None:
    call = replace(states.open_call(), phase=Phase.HELD)
    assert row(words, call, NEAR).second == "on hold · still counts"


def test_a_call_out_of_sight_says_since_when_and_goes_on_counting(words: Words) -> None:
    seen = Instant(NOW - 120 * SECOND)
    call = replace(states.open_call(), phase=Phase.OUT_OF_SIGHT, source="baresip", seen=seen)
    state = row(words, call, NEAR)
    assert state.second == "baresip has not answered since 14:03 · still counting"
    assert state.end == "Stop counting"


def test_nobody_needs_to_end_a_call_that_is_listened_to(words: Words) -> None:
    assert row(words, states.open_call(), NEAR).end == "End call"
    assert row(words, replace(states.open_call(), told=True), NEAR).end == ""


def test_a_call_that_rings_counts_nothing(words: Words) -> None:
    (state,) = rows(words, NEAR, ringing=(ringing(direction=Direction.INBOUND),))
    assert (state.first, state.clock) == ("ringing…", "")
    assert (state.how, state.sum) == ("incoming · browser · would be included", "84 min left")


def test_a_call_that_rings_past_the_limit_would_be_billed(words: Words) -> None:
    (state,) = rows(words, states.billed_meter(), ringing=(ringing(),))
    assert state.how == "browser · would be billed"


def test_open_calls_are_taken_off_before_a_call_that_rings_is_judged(words: Words) -> None:
    meter = states.calling(5, Level.NEAR)
    talking, rings = rows(words, meter, live=(states.open_call(),), ringing=(ringing(id="2"),))
    assert talking.sum == "0 min left"
    assert rings.how == "browser · would be billed"


def test_of_several_calls_the_sum_is_told_once(words: Words) -> None:
    calls = states.open_call(), replace(states.open_call(30), id="2")
    first, second = rows(words, NEAR, live=calls)
    assert first.sum == "78 min left"
    assert (second.sum, second.rule, second.bar) == ("", "", None)
    assert second.first == "1 billed min · next in 30 s"


@pytest.mark.parametrize(("elapsed_s", "seconds"), [(0, 60), (1, 59), (59, 1), (60, 1)])
def test_the_next_minute_is_told_in_seconds(words: Words, elapsed_s: int, seconds: int) -> None:
    call = states.open_call(elapsed_s)
    assert call.answered is not None
    assert f"next in {seconds} s" in row(words, measured(call, call.answered._replace(wall=NOW)),
                                         NEAR).first  # fmt: skip


def test_a_name_stands_before_the_number(words: Words) -> None:
    state = row(words, replace(states.open_call(), name="Anna Brandt"), NEAR)
    assert (state.who, state.how) == ("Anna Brandt", "browser · included · +49 30 5550142")


def test_a_number_is_masked_where_that_is_wanted(words: Words) -> None:
    masked = words.masking(masked=True)
    state = row(masked, replace(states.open_call(), name="+49305550142"), NEAR)
    assert "5550142" not in state.who + state.how + state.spoken
    assert row(masked, states.open_call(), NEAR).who.endswith("42")


def test_a_call_without_a_number_says_so(words: Words) -> None:
    assert row(words, replace(states.open_call(), number=""), NEAR).who == "Call without a number"


def test_where_room_is_short_what_becomes_of_the_call_is_told_still(words: Words) -> None:
    named = replace(states.open_call(161), name="Anna Brandt")
    state = row(words, named, NEAR)
    assert state.how == "browser · included · +49 30 5550142"
    assert state.shorter == ("browser · included", "included")
    free = replace(named, draws=frozenset(), reason=Reason.NO_PLAN)
    assert row(words, free, NEAR).shorter == ("browser", "browser")


def test_the_sentence_read_aloud_tells_all_with_units(words: Words) -> None:
    assert row(words, states.open_call(161), NEAR).spoken == (
        "+49 30 5550142, browser · included: 2 min. 3 billed min. 81 min left"
    )


def test_the_sentence_read_aloud_stands_until_a_minute_begins(words: Words) -> None:
    spoken = [row(words, states.open_call(seconds), NEAR).spoken for seconds in (121, 179, 181)]
    assert spoken[0] == spoken[1] != spoken[2]


def test_the_form_offers_both_methods_and_directions(words: Words) -> None:
    state = start_call_state(words)
    assert [value for value, _ in state.methods] == ["browser", "phone"]
    assert [value for value, _ in state.directions] == ["outbound", "inbound"]

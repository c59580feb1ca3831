"""The overview's state: what stands on the page in each state, and how it is kept."""

from dataclasses import dataclass, replace

import pytest

from app.domain.plan import MeterKind
from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import early_states, states
from tests.support.meters import NOW, minutes
from tests.ui.conftest import overview_of
from ui.banners.state import bring
from ui.overview.frozen import from_json, to_json
from ui.overview.state import OverviewState, main_meter, overview_state


@dataclass(frozen=True)
class Pair:
    """Something that cannot be read back as an overview."""

    one: int
    other: tuple[int, str]


def test_the_header_names_plan_and_cycle(words: Words) -> None:
    header = overview_of(words, "near").header
    assert (header.title, header.plan) == ("Overview", "HubSpot Professional")
    assert header.cycle == "Cycle 1 – 30 Nov · Europe/Berlin"


def test_minutes_stand_in_the_gauge_and_the_others_beside(words: Words) -> None:
    state = overview_of(words, "near")
    assert state.gauge is not None
    assert state.gauge.figure == "84"
    assert [card.title for card in state.meters] == ["Team SMS pool", "Team MMS pool", "Second leg"]


def test_calls_stand_in_the_gauge_before_texts() -> None:
    calls = replace(minutes(), kind=MeterKind.CALLS)
    assert main_meter((states.sms(), calls)) is calls
    assert main_meter((states.sms(),)) == states.sms()
    assert main_meter(()) is None


def test_once_something_is_billed_its_cost_takes_the_place_of_the_forecast(words: Words) -> None:
    state = overview_of(words, "billed")
    assert state.forecast is None
    assert state.connect is not None


def test_without_a_plan_the_page_is_a_welcome(words: Words) -> None:
    state = overview_of(words, "no_plan")
    assert state.welcome is not None
    assert (state.gauge, state.entries, state.meters) == (None, None, ())


def test_without_data_the_gauge_stands_beside_what_to_do(words: Words) -> None:
    state = overview_of(words, "no_data")
    assert state.gauge is not None
    assert state.welcome is not None
    assert (state.forecast, state.entries) == (None, None)


def test_an_open_call_has_a_strip(words: Words) -> None:
    assert [call.clock for call in overview_of(words, "billed_call").live] == ["4:38"]


def test_without_second_legs_there_is_no_card_for_them(words: Words) -> None:
    state = overview_state(words, states.statuses()["near"], (), NOW)
    assert "Second leg" not in [card.title for card in state.meters]


def early(words: Words, name: str) -> OverviewState:
    """The overview before all is known."""
    status = early_states.statuses()[name]
    return overview_state(words, status, states.entries(), NOW, beside=early_states.beside(status))


def test_meters_and_messages_of_several_people_name_them(words: Words) -> None:
    state = early(words, "several")
    assert state.gauge is not None
    assert state.gauge.person == "Ada Sommer"
    assert [card.person for card in state.meters] == ["Jana Wiese-Oberstein", "Piet", ""]
    first, second = state.banners.banners
    assert first.headline == "Jana Wiese-Oberstein: No minutes left."
    assert second.chip == "Nothing left · Piet"
    assert first.meter != second.meter


def test_a_message_about_a_person_is_brought_alone(words: Words) -> None:
    banners = early(words, "several").banners
    brought = bring(banners, banners.banners[1].kind, banners.banners[1].meter)
    assert [banner.chip for banner in brought.banners] == [
        "Nothing left · Piet",
        "Nothing left · Jana Wiese-Oberstein",
    ]


def test_forecast_and_billed_calls_of_several_people_name_them(words: Words) -> None:
    forecast = early(words, "several").forecast
    assert forecast is not None
    assert forecast.title == "Will it last? · Ada Sommer"
    billed = replace(states.billed_meter(), agent="Ada Sommer")
    other = replace(states.billed_meter(), agent="Piet")
    connect = overview_state(words, states.status(billed, other), (), NOW).connect
    assert connect is not None
    assert connect.title == "Twilio Connect, 1 – 30 Nov · Ada Sommer"


def test_the_page_asks_which_of_several_people_one_is(words: Words) -> None:
    who = early(words, "several").who
    assert who is not None
    assert who.people == ("Ada Sommer", "Jana Wiese-Oberstein", "Piet")
    assert early(words, "first_reading").who is None


def test_nothing_read_yet_is_said_where_there_would_be_no_data(words: Words) -> None:
    welcome = early(words, "nothing_read").welcome
    assert welcome is not None
    assert welcome.title == "The first reading is under way"


@pytest.mark.parametrize("name", sorted(early_states.statuses()))
def test_every_early_state_survives_the_snapshot(words: Words, name: str) -> None:
    state = early(words, name)
    assert OverviewState.from_json(state.to_json()) == state


@pytest.mark.parametrize("name", sorted(states.statuses()))
@pytest.mark.parametrize("code", ["en", "de"])
def test_every_state_survives_the_snapshot(name: str, code: str) -> None:
    state = overview_of(words_in(Language(code)), name)
    assert OverviewState.from_json(state.to_json()) == state


@pytest.mark.parametrize("text", ["{}", "[]", "null", "nonsense", '{"one": "1"}'])
def test_a_snapshot_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's own error is one too
        OverviewState.from_json(text)


@pytest.mark.parametrize(
    "text", ['{"one": "1", "other": [1, ""]}', '{"one": 1, "other": [1]}', '{"one": true}']
)
def test_a_value_of_another_type_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"shape|zip"):
        from_json(Pair, text)


def test_only_states_are_written() -> None:
    with pytest.raises(TypeError):
        to_json({"a": 1})

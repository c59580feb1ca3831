"""The filters: what their menus offer, what a choice makes of them, and how they are exported."""

import argparse
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assembly import Streams, Workplace
from app.commands.entry_filters import add_filters, filters_of
from app.domain.event import Direction, Method
from app.domain.filters import Choices, Filters
from app.domain.instant import BEGINNING, END, Instant
from app.domain.plan import Line
from app.domain.receipt import Outcome
from app.machine.clock import Clock
from app.wording.words import Words
from tests.support.ledgers import at
from tests.support.wordings import ENGLISH
from ui.activity.filters import (
    FilterMenu,
    export_options,
    filter_menus,
    is_narrowed,
    narrowed,
)
from ui.activity.periods import DAYS

ZONE = "Europe/Berlin"
CYCLES = (
    (at("2026-10-31 23:00"), at("2026-11-30 23:00"), ZONE),
    (at("2026-09-30 22:00"), at("2026-10-31 23:00"), ZONE),
    (at("2026-08-31 22:00"), at("2026-09-30 22:00"), ZONE),
)
CHOICES = Choices(("Jana", "me"), ("aircall", "hubspot"), (), CYCLES)
INSTANTS = st.integers(BEGINNING + 1, END - 1).map(Instant)
NAMES = st.text(st.characters(categories=("L", "N"), include_characters=" -=,'\""), max_size=30)
FILTERS = st.builds(
    Filters,
    words=st.text(st.characters(categories=("L", "N", "P", "S")), max_size=30),
    line=st.none() | st.sampled_from(Line),
    direction=st.none() | st.sampled_from(Direction),
    method=st.none() | st.sampled_from(Method),
    agent=NAMES.map(lambda name: " ".join(name.split())).filter(
        lambda name: name.casefold() != "all"
    ),
    since=st.just(BEGINNING) | INSTANTS,
    until=st.just(END) | INSTANTS,
    outcomes=st.frozensets(st.sampled_from(Outcome)),
    source=st.sampled_from(("", "hubspot", "aircall")),
    tag=st.sampled_from(("", "key account", "-x", "R&D")),
)


def read_back(options: list[str]) -> Filters:
    """The filters as the command that exports understands its options."""
    parser = argparse.ArgumentParser()
    add_filters(parser)
    streams = Streams(io.StringIO(), io.StringIO(), io.BytesIO())
    place = Workplace(Path("nowhere"), Clock(), ENGLISH, streams, {"TZ": "UTC"})
    return filters_of(parser.parse_args(options), place)


def menu(words: Words, filters: Filters, name: str) -> FilterMenu:
    return next(each for each in filter_menus(words, filters, CHOICES) if each.name == name)


def chosen(words: Words, key: str) -> Filters:
    """What a choice in a menu makes of no filters at all."""
    return narrowed(Filters(), CHOICES, key)


@given(FILTERS)
def test_an_export_is_narrowed_like_the_list(filters: Filters) -> None:
    assert read_back(export_options(filters)) == filters


def test_without_filters_everything_is_exported() -> None:
    assert export_options(Filters()) == []


def test_a_filter_that_is_not_set_is_not_narrowed(words: Words) -> None:
    menus = filter_menus(words, Filters(), CHOICES)
    assert not any(each.narrowed for each in menus)
    assert [each.chosen for each in menus] == [
        "Any time", "Calls and texts", "Everyone", "Any outcome", "All sources"
    ]  # fmt: skip


def test_every_menu_has_one_line_checked_for_every_choice(words: Words) -> None:
    keys = [item.key for each in filter_menus(words, Filters(), CHOICES) for item in each.items]
    for key in keys:
        if key == DAYS:  # asks which days first
            continue
        menus = filter_menus(words, chosen(words, key), CHOICES)
        checked = [[item.key for item in each.items if item.checked] for each in menus]
        assert all(len(each) == 1 for each in checked), (key, checked)
        assert key in [each for one in checked for each in one]


def test_a_chosen_line_is_told_on_its_button(words: Words) -> None:
    person = menu(words, chosen(words, "person:Jana"), "Person")
    assert (person.chosen, person.narrowed) == ("Jana", True)


def test_this_cycle_is_the_newest_one(words: Words) -> None:
    filters = chosen(words, "period:0")
    assert (filters.since, filters.until) == CYCLES[0][:2]
    assert menu(words, filters, "Period").chosen == "This cycle"


def test_an_older_cycle_is_told_by_its_days(words: Words) -> None:
    assert menu(words, chosen(words, "period:2"), "Period").chosen == "1 – 30 Sep 2026"


@pytest.mark.parametrize("key", ["period:9", "period:x", "period:-1"])
def test_a_cycle_that_is_gone_is_any_time(words: Words, key: str) -> None:
    filters = chosen(words, key)
    assert (filters.since, filters.until) == (BEGINNING, END)


def test_a_choice_leaves_the_other_filters_alone(words: Words) -> None:
    before = Filters(words="555", agent="Jana")
    after = narrowed(before, CHOICES, "outcome:billed")
    assert after == replace(before, outcomes=frozenset({Outcome.BILLED}))


def test_another_kind_forgets_how_the_last_one_was_placed() -> None:
    phone = narrowed(Filters(), CHOICES, "kind:phone")
    assert narrowed(phone, CHOICES, "kind:texts") == Filters(line=Line.TEXTS)


@pytest.mark.parametrize("key", ["", "nothing:here", "kind:nothing"])
def test_an_unknown_choice_narrows_nothing(key: str) -> None:
    assert narrowed(Filters(), CHOICES, key) == Filters()


def test_with_one_source_there_is_no_menu_of_sources(words: Words) -> None:
    few = replace(CHOICES, sources=("hubspot",))
    assert "Source" not in [each.name for each in filter_menus(words, Filters(), few)]


def test_a_source_that_narrows_stays_in_its_menu_when_it_is_the_only_one(words: Words) -> None:
    few = replace(CHOICES, sources=("hubspot",))
    menus = filter_menus(words, Filters(source="hubspot"), few)
    assert [each.chosen for each in menus if each.name == "Source"] == ["HubSpot"]


def test_words_alone_are_no_filter() -> None:
    assert not is_narrowed(Filters(words="555"))
    assert is_narrowed(Filters(source="hubspot"))

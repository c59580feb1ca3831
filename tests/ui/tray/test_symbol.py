"""What the icon draws: each level its own picture, an old figure never a fresh one."""

from dataclasses import replace
from itertools import combinations

import pytest

from app.domain.meter import Level, Trust
from tests.support import states
from ui.overview.state import main_meter
from ui.theme.tone import Tone
from ui.tray.symbol import STEPS, Badge, Mark, Symbol, symbol_of

_STATUSES = states.statuses()


def _symbol(name: str, *, paused: bool = False) -> Symbol:
    status = _STATUSES[name]
    return symbol_of(status, main_meter(status.meters), paused=paused)


def test_every_level_has_a_picture_of_its_own() -> None:
    names = ("no_data", "fine", "ahead", "near", "blocked", "could_be_billed", "billed")
    for one, other in combinations(names, 2):
        assert _symbol(one).mark is not _symbol(other).mark


@pytest.mark.parametrize("name", ["stale", "offline", "sign_in"])
def test_an_old_fine_is_not_drawn_like_a_fresh_one(name: str) -> None:
    old = _symbol(name)
    assert old.old
    assert old.mark is Mark(name)


def test_a_figure_that_differs_is_today_s_and_marked() -> None:
    symbol = _symbol("differs")
    assert (symbol.old, symbol.mark) == (False, Mark.DIFFERS)


def test_a_level_is_marked_before_trust() -> None:
    near = replace(_STATUSES["near"], trust=Trust.STALE)
    symbol = symbol_of(near, main_meter(near.meters), paused=False)
    assert (symbol.mark, symbol.old) == (Mark.NEAR, True)


def test_a_call_is_drawn_before_a_pause() -> None:
    assert _symbol("billed_call", paused=True).badge is Badge.CALL
    assert _symbol("fine", paused=True).badge is Badge.PAUSE
    assert _symbol("fine").badge is Badge.NONE


def test_one_minute_can_be_seen_and_the_last_one_too() -> None:
    for left, filled in ((2000, 0), (1999, 1), (1, STEPS - 1), (0, STEPS)):
        status = states.status(states.calling(left, Level.FINE))
        assert symbol_of(status, status.meters[0], paused=False).filled == filled


def test_without_a_plan_nothing_is_known() -> None:
    assert _symbol("no_plan") == Symbol(tone=Tone.QUIET, mark=Mark.UNKNOWN)


def test_a_minute_more_is_mostly_the_same_picture() -> None:
    before, after = (states.calling(left, Level.FINE) for left in (1240, 1239))
    status = states.status(before)
    assert symbol_of(status, before, paused=False) == symbol_of(status, after, paused=False)

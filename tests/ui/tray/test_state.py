"""What the tray says: the tooltip, and the lines of the menu."""

from dataclasses import replace

import pytest

from app.domain.instant import MINUTE, Instant
from app.domain.meter import Trust
from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import states
from tests.support.meters import NOW
from ui.tray.state import TrayAround, TrayState, tray_state
from ui.tray.symbol import WAITING

_BERLIN = TrayAround(zone="Europe/Berlin")


def _state(words: Words, name: str, around: TrayAround = _BERLIN) -> TrayState:
    return tray_state(words, states.statuses()[name], NOW, around)


def _keys(state: TrayState) -> list[str]:
    return [line.key for line in state.lines if line.key]


def test_the_tooltip_tells_the_figure_its_level_and_its_reset(words: Words) -> None:
    first = _state(words, "near").tooltip.splitlines()[0]
    assert first == "84 of 2,000 min left · near limit · resets 1 Dec"


def test_fine_goes_without_saying(words: Words) -> None:
    assert _state(words, "fine").tooltip == "1,240 of 2,000 min left · resets 1 Dec"


def test_a_pool_near_its_end_is_told_beside(words: Words) -> None:
    assert "Team SMS pool: 60 left · near limit" in _state(words, "near").tooltip


def test_fresh_figures_say_when_they_were_synced(words: Words) -> None:
    fresh = replace(states.statuses()["fine"], trust=Trust.FRESH)
    assert tray_state(words, fresh, NOW, _BERLIN).tooltip.endswith("\nSynced 14:05")


def test_old_figures_say_their_day_and_why(words: Words) -> None:
    assert _state(words, "offline").tooltip.endswith("As of 20 Nov 09:05 · offline")


def test_a_pause_says_its_end(words: Words) -> None:
    around = replace(_BERLIN, paused_until=Instant(NOW + 60 * MINUTE))
    state = _state(words, "fine", around)
    assert state.tooltip.endswith("Paused until 15:05")
    assert "pause.resume" in _keys(state)
    assert "pause.hour" not in _keys(state)


def test_an_open_call_is_told(words: Words) -> None:
    assert "On a call · 5 min so far" in _state(words, "billed_call").tooltip


def test_nothing_to_sync_means_no_such_line(words: Words) -> None:
    assert "sync" not in _keys(_state(words, "fine"))
    assert "sync" in _keys(_state(words, "fine", replace(_BERLIN, syncs=True)))


def test_the_window_that_is_seen_can_be_hidden(words: Words) -> None:
    for shown, text in ((True, "&Hide Talktally"), (False, "&Open Talktally")):
        state = _state(words, "fine", replace(_BERLIN, shown=shown))
        assert next(line.text for line in state.lines if line.key == "open") == text


def test_before_the_first_figures_the_menu_is_there(words: Words) -> None:
    state = tray_state(words, None, NOW)
    assert (state.symbol, state.tooltip) == (WAITING, "Talktally")
    assert _keys(state)[-1] == "quit"


@pytest.mark.parametrize("name", sorted(states.statuses()))
@pytest.mark.parametrize("code", ["en", "de"])
def test_every_state_fits_where_windows_shows_127_characters(name: str, code: str) -> None:
    first = _state(words_in(Language(code)), name).tooltip.splitlines()[0]
    assert len(first) <= 127


def test_a_newer_version_is_a_line_of_the_menu_until_it_is_put_away(words: Words) -> None:
    state = _state(words, "fine", replace(_BERLIN, newer="0.2.0"))
    (line,) = (each for each in state.lines if each.key == "update")
    assert line.text == "&Version 0.2.0 is there…"
    assert "update" not in _keys(_state(words, "fine"))

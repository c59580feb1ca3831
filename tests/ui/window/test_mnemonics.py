"""In no menu do two lines have the same key to press, in either language."""

import re

import pytest

from app.domain.instant import MINUTE, Instant
from app.wording.words import Words
from tests.support import states
from tests.support.ledgers import NOW
from tests.support.wordings import ENGLISH, GERMAN
from ui.tray.state import TrayAround, tray_state
from ui.window.state import Around, CompanyAround, MenuItem, window_state

BOTH = pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=["English", "German"])
AROUND = pytest.mark.parametrize(
    "around",
    [
        Around(),
        Around(accounts=True),
        Around(CompanyAround("Acme", owner=False)),
        Around(CompanyAround("Acme", owner=True, share=True), accounts=True),
    ],
    ids=["alone", "with accounts", "agent", "owner"],
)


def twice(*texts: str) -> list[str]:
    """Return the lines whose key another line has too."""
    keys = [key.lower() for text in texts for key in _keys(text)]
    return [text for text in texts for key in _keys(text) if keys.count(key.lower()) > 1]


def _keys(text: str) -> list[str]:
    return re.findall(r"&(\w)", text.replace("&&", ""))


def test_the_same_key_would_be_found() -> None:
    assert twice("&Tea", "Cof&fee", "S&tart") == ["&Tea", "S&tart"]
    assert twice("&Tea", "A && T&able") == []


@BOTH
@AROUND
def test_each_line_of_a_menu_has_a_key_of_its_own(words: Words, around: Around) -> None:
    menus = window_state(words, states.statuses()["near"], around=around).menus
    assert twice(*(menu.title for menu in menus)) == []
    assert [same for menu in menus for same in twice(*_lines(menu.items))] == []


def _lines(items: tuple[MenuItem, ...]) -> list[str]:
    """Return the lines of a menu itself, with the names of the menus inside it."""
    return list(dict.fromkeys(item.group or item.text for item in items))


@BOTH
@pytest.mark.parametrize("paused_until", [Instant(0), Instant(NOW + MINUTE)])
@pytest.mark.parametrize("shown", [True, False])
def test_each_line_of_the_tray_has_a_key_of_its_own(
    words: Words, paused_until: Instant, *, shown: bool
) -> None:
    around = TrayAround(syncs=True, paused_until=paused_until, shown=shown)
    lines = tray_state(words, states.statuses()["near"], NOW, around).lines
    assert twice(*dict.fromkeys(line.group or line.text for line in lines)) == []
    assert twice(*(line.text for line in lines if line.group)) == []


@BOTH
def test_a_name_with_an_ampersand_is_no_key(words: Words) -> None:
    around = Around(CompanyAround("Salt & Sand", owner=True))
    menus = window_state(words, states.statuses()["near"], around=around).menus
    (leave,) = [item for menu in menus for item in menu.items if item.key == "company.leave"]
    assert "Salt && Sand" in leave.text


def test_no_shortcut_of_the_menus_is_given_twice() -> None:
    around = Around(CompanyAround("Acme", owner=True, share=True), accounts=True)
    menus = window_state(ENGLISH, None, around=around).menus
    keys = [item.shortcut for menu in menus for item in menu.items if item.shortcut]
    assert sorted(keys) == sorted(set(keys))

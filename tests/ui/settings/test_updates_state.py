"""The rows about newer versions: who is asked, what came of it, and what a person may choose."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.problem import Problem
from app.domain.update_news import News, Version
from app.domain.updates import Looked, UpdatesNow, WhyNot
from app.wording.words import Words
from tests.support.meters import NOW
from tests.support.settings_pages import USUAL
from ui.settings.rows import Acts, Row, Switch
from ui.settings.seen import UpdatesSeen
from ui.settings.updates_state import updates

ASKED = UpdatesNow("0.1.0", Looked(asked=NOW, answered=NOW), "example.com")
NEWS = News(date(2026, 11, 20), Version(0, 2, 0), "https://example.com/")


def rows(words: Words, now: UpdatesNow, *, looking: bool = False) -> list[Row]:
    return list(updates(words, replace(USUAL, updates=UpdatesSeen(now, looking=looking))).rows)


def test_who_is_asked_and_when_it_was_stands_there(words: Words) -> None:
    by_itself, newest = rows(words, ASKED)
    assert by_itself.control == Switch(on=True)
    assert by_itself.note.startswith("Once a day example.com is asked")
    assert newest.note == "Last looked 21 Nov 14:05: there is no newer version."


def test_a_newer_version_can_be_opened_from_there(words: Words) -> None:
    _, newest = rows(words, replace(ASKED, newer=NEWS))
    assert isinstance(newest.control, Acts)
    assert [key for key, _ in newest.control.acts] == ["updates.page", "updates.look"]
    assert newest.note == "Version 0.2.0 of Talktally is there. Last looked 21 Nov 14:05."


def test_a_version_that_this_computer_is_too_old_for_says_so(words: Words) -> None:
    _, newest = rows(words, replace(ASKED, newer=NEWS, needs="14"))
    assert "needs a newer system than this one" in newest.note


def test_why_no_news_came_is_told_with_its_time(words: Words) -> None:
    looked = replace(ASKED.looked, problem=Problem("It rained."))
    _, newest = rows(words, replace(ASKED, looked=looked))
    assert newest.note == "Last looked 21 Nov 14:05. It rained."


@pytest.mark.parametrize(
    ("why_not", "decided", "may_choose", "may_look", "said"),
    [
        (WhyNot.SETTING, False, True, True, "does not look"),
        (WhyNot.NO_FEED, False, False, False, "names nobody"),
        (WhyNot.ROLLOUT, True, False, False, "Whoever set up this computer"),
        (WhyNot.ROLLOUT_BROKEN, True, False, False, "cannot be used"),
        (None, True, False, True, "you. Whoever set up this computer decided that."),
    ],
)
def test_what_nobody_may_choose_cannot_be_pressed(
    words: Words,
    why_not: WhyNot | None,
    said: str,
    *,
    decided: bool,
    may_choose: bool,
    may_look: bool,
) -> None:
    now = replace(ASKED, why_not=why_not, decided=decided)
    by_itself, newest = rows(words, now)
    assert by_itself.control == Switch(on=why_not is None)
    assert (by_itself.enabled, newest.enabled) == (may_choose, may_look)
    assert said in by_itself.note


def test_while_somebody_waits_it_is_said_and_the_button_stays(words: Words) -> None:
    _, newest = rows(words, ASKED, looking=True)
    assert (newest.note, newest.enabled) == ("Looking…", True)


@pytest.mark.parametrize("why_not", [WhyNot.NO_FEED, WhyNot.ROLLOUT, WhyNot.ROLLOUT_BROKEN])
def test_where_nobody_has_been_asked_it_says_what_is_installed(
    words: Words, why_not: WhyNot
) -> None:
    _, newest = rows(words, UpdatesNow("1.0", Looked(), why_not=why_not, decided=True))
    assert newest.note == f"Talktally {USUAL.version} is installed."


def test_a_version_known_from_before_can_be_opened_though_nobody_is_asked(words: Words) -> None:
    _, newest = rows(words, replace(ASKED, newer=NEWS, why_not=WhyNot.ROLLOUT_BROKEN, decided=True))
    assert newest.control == Acts((("updates.page", "Open its page"),))
    assert newest.enabled

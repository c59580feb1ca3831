"""What the overview says of a newer version, and when it says nothing."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.update_news import News, Version
from app.domain.updates import Looked, UpdatesNow
from app.wording.language import Language
from app.wording.words import Words, words_in
from ui.updates.state import told_version, update_row

NEWS = News(
    date(2026, 11, 20), Version(0, 2, 0), "https://example.com/", notes={"en": "Faster starts."}
)
NOW = UpdatesNow("0.1.0", Looked(news=NEWS), "example.com", newer=NEWS)


def test_a_newer_version_is_told_with_its_note_and_two_ways_on(words: Words) -> None:
    row = update_row(words, NOW, None)
    assert row is not None
    assert (row.headline, row.detail) == (
        "Version 0.2.0 of Talktally is there.",
        "Faster starts.",
    )
    assert [name for _, name in row.acts] == ["Open its page", "Not this version"]


def test_it_is_told_in_german() -> None:
    row = update_row(words_in(Language("de", "DE")), NOW, None)
    assert row is not None
    assert row.headline == "Version 0.2.0 von Talktally ist da."


@pytest.mark.parametrize(
    "now",
    [None, replace(NOW, newer=None), replace(NOW, needs="2.40")],
    ids=["unread", "none newer", "too new for this computer"],
)
def test_nothing_is_told_where_there_is_nothing_to_do(words: Words, now: UpdatesNow | None) -> None:
    assert update_row(words, now, None) is None
    assert told_version(now, None) == ""


@pytest.mark.parametrize(("put_away", "told"), [("0.2.0", ""), ("0.1.9", "0.2.0"), (7, "0.2.0")])
def test_only_the_version_that_was_put_away_is_told_no_more(put_away: object, told: str) -> None:
    assert told_version(NOW, put_away) == told

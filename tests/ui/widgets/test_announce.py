"""What is said aloud without being asked for: once, and not again for every figure."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ui.banners.banner
import ui.importing.row
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from ui.banners.banner import BannerFrame
from ui.importing.row import ImportRow
from ui.importing.state import Counts, import_done
from ui.overview.state import overview_state
from ui.theme.theme import Theme


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced; an empty sentence is none."""
    heard: list[str] = []

    def announce(_: QWidget, sentence: str) -> None:
        heard.extend([sentence] if sentence else [])

    for module in (ui.banners.banner, ui.importing.row):
        monkeypatch.setattr(module, "announce", announce)
    return heard


def test_a_banner_is_announced_once_and_not_for_each_minute(
    qtbot: QtBot, theme: Theme, words: Words, heard: list[str]
) -> None:
    banner = BannerFrame(theme)
    qtbot.addWidget(banner)
    near = overview_state(words, states.statuses()["near"], (), NOW).banners.banners[0]
    banner.show_state(near)
    banner.show_state(replace(near, headline="83 minutes to your limit."))
    banner.show_state(replace(near, kind="billed", headline="Calls are billed."))
    assert [each.split(".")[0] for each in heard] == [
        "84 minutes to your limit",
        "Calls are billed",
    ]


def test_the_end_of_an_import_is_announced(
    qtbot: QtBot, theme: Theme, words: Words, heard: list[str]
) -> None:
    row = ImportRow(theme)
    qtbot.addWidget(row)
    done = import_done(words, "calls.csv", Counts(9, 7, 1, 1))
    row.show_state(replace(done, running=True))
    assert heard == []
    row.show_state(done)
    assert heard == [f"{done.title} {done.detail}"]

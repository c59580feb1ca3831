"""The slot shows its state and says what is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.banners.banner import BannerFrame, Banners
from ui.banners.state import banners_state
from ui.theme.theme import Theme
from ui.widgets.chip import PressChip

_MINUTES = "hubspot-professional.minutes"


@pytest.fixture
def banners(qtbot: QtBot, theme: Theme) -> Banners:
    made = Banners(theme)
    qtbot.addWidget(made)
    made.resize(900, 120)
    return made


def show(banners: Banners, words: Words, name: str) -> BannerFrame:
    banners.show_state(banners_state(words, states.statuses()[name], NOW))
    banners.show()
    frame = child(banners, BannerFrame)
    assert isinstance(frame, BannerFrame)
    return frame


def shown_buttons(frame: BannerFrame) -> list[str]:
    return [each.text() for each in frame.findChildren(QPushButton) if each.isVisible()]


def test_it_takes_no_room_without_banners(banners: Banners, words: Words) -> None:
    show(banners, words, "near")
    banners.show_state(banners_state(words, states.statuses()["fine"], NOW))
    assert not banners.isVisible()


def test_it_is_read_aloud_whole(banners: Banners, words: Words) -> None:
    frame = show(banners, words, "near")
    assert frame.accessibleName().startswith("84 minutes to your limit. Resets 1 Dec.")


def test_near_can_be_asked_and_put_off(banners: Banners, words: Words) -> None:
    assert shown_buttons(show(banners, words, "near")) == ["Why 84?", "Later ▾"]


def test_a_billing_banner_cannot_be_put_off(banners: Banners, words: Words) -> None:
    assert shown_buttons(show(banners, words, "billed_call")) == ["Details", "Fold"]


def test_asking_why_names_the_meter(banners: Banners, words: Words, qtbot: QtBot) -> None:
    frame = show(banners, words, "near")
    with qtbot.waitSignal(banners.why_asked) as asked:
        QTest.mouseClick(frame.why, Qt.MouseButton.LeftButton)
    assert asked.args == [_MINUTES]


def test_putting_off_tells_until_when(banners: Banners, words: Words, qtbot: QtBot) -> None:
    frame = show(banners, words, "near")
    hour = frame.later.menu().actions()[0]
    with qtbot.waitSignal(banners.snoozed) as snoozed:
        hour.trigger()
    assert snoozed.args == [("near", _MINUTES, NOW + 3_600_000_000)]


def test_folding_leaves_a_chip_that_opens_it_again(
    banners: Banners, words: Words, qtbot: QtBot
) -> None:
    frame = show(banners, words, "billed")
    with qtbot.waitSignal(banners.folded):
        QTest.mouseClick(frame.fold, Qt.MouseButton.LeftButton)
    assert not frame.isVisible()
    chip = next(each for each in banners.findChildren(PressChip) if each.isVisible())
    with qtbot.waitSignal(banners.unfolded):
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert frame.isVisible()


def test_in_a_narrow_window_the_buttons_stand_below(
    banners: Banners, words: Words, qtbot: QtBot
) -> None:
    frame = show(banners, words, "near")
    banners.resize(400, 300)
    qtbot.waitUntil(lambda: frame.why.y() > frame._text.geometry().bottom())


def test_a_lost_sign_in_is_mended_from_its_banner(qtbot: QtBot, theme: Theme, words: Words) -> None:
    banners = Banners(theme)
    qtbot.addWidget(banners)
    banners.show_state(banners_state(words, states.statuses()["sign_in"], NOW))
    banners.show()
    with qtbot.waitSignal(banners.sign_in_asked):
        child(banners, QPushButton, "Sign in again…").click()

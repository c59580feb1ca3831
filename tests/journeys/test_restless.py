"""A restless person: pages, sizes, looks and dialogs in any order, while garbage is collected."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.make_sample import make_sample
from app.ledger.ledger import Ledger, ledger_path
from tests.journeys.conftest import OpenOf, desk_of
from tests.support.ledgers import NOW
from ui.opening import Opening

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

PAGES = ("overview", "activity", "plan", "accounts", "dial", "text", "settings")
SIZES = (QSize(480, 360), QSize(900, 640), QSize(1280, 800), QSize(2400, 1200))
PERCENTS = (100, 125, 150, 175, 200)
_STEPS = 60


@pytest.fixture
def often_collected() -> Iterator[None]:
    """Garbage is looked for all the time, so that what is held too loosely goes at once."""
    usual = gc.get_threshold()
    gc.set_threshold(100, 5, 5)
    yield
    gc.set_threshold(*usual)


@pytest.fixture
def opening(qtbot: QtBot, folder: Path, open_window_of: OpenOf) -> Opening:
    with Ledger(ledger_path(folder)) as ledger:
        make_sample(ledger, folder, NOW, "Europe/Berlin")
    opening = open_window_of(folder)
    desk_of(opening).schedule.close()  # a backup that is due would come in between
    return opening


@pytest.mark.parametrize("seed", [1])
@pytest.mark.usefixtures("often_collected")
def test_nothing_breaks_whatever_the_order(qtbot: QtBot, opening: Opening, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - to be repeated
    doings = restless(opening, chance)
    for _ in range(_STEPS):
        chance.choice(doings)()
        for _ in range(chance.choice((0, 0, 1, 3))):
            QApplication.processEvents()
    leave_dialogs(opening)
    assert opening.window.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_list_comes_to_rest_at_every_width(
    qtbot: QtBot, opening: Opening, percent: int
) -> None:
    desk_of(opening).pages.go_to("activity")
    opening.preferences.change(text_percent=percent)
    table = opening.window.activity().table
    qtbot.waitUntil(lambda: table.lines.rowCount() > 0)
    for size in (*SIZES, *reversed(SIZES)):
        opening.shell.resize(size)
        qtbot.wait(1)
        assert table.heads.length() > 0


def restless(opening: Opening, chance: Random) -> list[Callable[[], object]]:
    """What a person does, the pages more often than the rest."""
    desk, change = desk_of(opening), opening.preferences.change
    turn: list[Callable[[], object]] = [lambda: desk.pages.go_to(chance.choice(PAGES))] * 6
    size: list[Callable[[], object]] = [lambda: opening.shell.resize(chance.choice(SIZES))] * 3
    return [
        *turn,
        *size,
        lambda: change(text_percent=chance.choice(PERCENTS)),
        lambda: change(theme=chance.choice(("light", "dark", "system"))),
        lambda: change(language=chance.choice(("de", "en"))),
        lambda: desk.window.asked.emit("palette"),
        lambda: desk.window.asked.emit("keys"),
        lambda: leave_dialogs(opening),
        lambda: look_at_receipt(opening, chance),
        gc.collect,
    ]


def leave_dialogs(opening: Opening) -> None:
    for each in QApplication.topLevelWidgets():
        if each is not opening.shell and each.isVisible():
            each.close()


def look_at_receipt(opening: Opening, chance: Random) -> None:
    table = opening.window.activity().table
    if count := table.lines.rowCount():
        table.go(chance.randrange(count))
        table.action_asked.emit("why")

"""Large text on every page: labels grow with it, and none is cut."""

from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from app.actions.make_sample import make_sample
from app.ledger.ledger import Ledger, ledger_path
from tests.journeys.conftest import OpenOf, desk_of
from tests.journeys.resting import rest
from tests.support.ledgers import NOW
from tests.support.looking import cut

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


@pytest.mark.parametrize("percent", [150, 200])
def test_no_page_cuts_a_label(
    qtbot: QtBot, folder: Path, open_window_of: OpenOf, percent: int
) -> None:
    with Ledger(ledger_path(folder)) as ledger:
        make_sample(ledger, folder, NOW, "Europe/Berlin")
    opening = open_window_of(folder)
    desk = desk_of(opening)
    desk.schedule.close()
    opening.shell.resize(QSize(1280, 800))
    opening.preferences.change(text_percent=percent)
    lost = []
    for page in ("overview", "activity", "plan", "accounts", "dial", "text", "settings"):
        desk.pages.go_to(page)
        rest(qtbot, desk)  # lists are read by a worker
        with suppress(WaitedTooLong):  # what is under way on a busy machine is not lost yet
            qtbot.waitUntil(lambda: not cut(opening.window))
        lost += [f"{page}: {each}" for each in cut(opening.window)]
    assert lost == []

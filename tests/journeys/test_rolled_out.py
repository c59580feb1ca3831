"""A new person on a computer that an administrator set up, in the real window."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.assembly import Streams, Workplace, workplace_of
from app.machine.settings import load_settings
from tests.journeys.conftest import SURROUNDINGS, HandClock, desk_of
from tests.journeys.seat import Seat
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, empty_server_file, plan_server
from tests.support.rollouts import CODE, roll_out
from ui.company.join import JoinDialog
from ui.opening import Opening
from ui.settings.controls import SwitchShown

pytestmark = [
    pytest.mark.journey,
    pytest.mark.usefixtures("memory_keyring"),
    pytest.mark.timeout(240),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has its place"),
]
__all__ = ["empty_server_file", "plan_server"]
Come = Callable[[str], Seat]
DECIDED = "language = 'de'\nstart_at_login = true\nserver = 'https://plans.example.com'\n"


@pytest.fixture
def come(
    qtbot: QtBot, qapp: QApplication, clock: HandClock, folder: Path, tmp_path: Path
) -> Iterator[Come]:
    """Starts the window of the person's own folder on a computer with this roll-out file."""
    openings: list[Opening] = []
    streams = Streams(io.StringIO(), io.StringIO(), io.BytesIO())
    own = {"TALKTALLY_DATA_DIR": str(folder), "XDG_CONFIG_HOME": str(tmp_path / "config")}

    def start(text: str) -> Seat:
        environ = {**SURROUNDINGS, **own, **roll_out(tmp_path / "etc", text)}
        made = workplace_of(None, environ, streams)
        workplace = Workplace(
            made.folder, clock, made.words, streams, environ,
            rollout=made.rollout, rollout_problem=made.rollout_problem,
        )  # fmt: skip
        opening = Opening(workplace)
        openings.append(opening)
        with qtbot.waitSignal(opening.staffed):
            opening.shell.show()
        return Seat(qtbot, desk_of(opening))

    yield start
    for opening in openings:
        opening.shell.close()
        opening.shell.deleteLater()


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The person's own entry of what the system starts at login."""
    return tmp_path / "config" / "autostart" / "talktally.desktop"


def kept(folder: Path) -> dict[str, object]:
    file = folder / "settings.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def followed(seat: Seat, folder: Path) -> None:
    seat.wait(lambda: "login_decided" in kept(folder))


def test_the_first_window_speaks_offers_and_starts_at_login_as_decided(
    come: Come,
    folder: Path,
    entry: Path,
    plan_server: LiveServer,
    memory_keyring: MemoryKeyring,
) -> None:
    server, _, code = plan_server.link("Lea Stein").partition("/join#")
    name = server.removeprefix("http://")
    seat = come(f"language = 'de'\nstart_at_login = true\nserver = '{server}'\n")
    seat.sees("Willkommen bei Talktally")
    followed(seat, folder)
    assert "--hidden" in entry.read_text(encoding="utf-8")
    seat.press("Weiter")
    seat.sees(name)
    seat.press("Verbinden…")
    dialog = seat.dialog(JoinDialog)
    assert name in seat.read(dialog)
    dialog.findChildren(QLineEdit)[0].setText(code)
    dialog._join.click()
    seat.wait(lambda: seat.desk.company.around)
    dialog.close()
    seat.rest()


def test_whoever_turns_it_off_and_speaks_english_is_left_alone(
    come: Come, folder: Path, entry: Path
) -> None:
    seat = come(DECIDED)
    followed(seat, folder)
    seat.window.page_chosen.emit("settings")
    seat.sees("Vom Unternehmen vorgegeben")
    page = seat.window.settings_page()
    seat.wait(lambda: "general.login" in page._cards["general"].keys)
    switch = page.row("general.login").control
    assert isinstance(switch, SwitchShown)
    switch.said.emit(False)
    seat.wait(lambda: not entry.exists())
    seat.window.language_chosen.emit("en")
    seat.window.window().close()
    again = come(DECIDED)
    again.sees("Start at login")  # the page that was in front
    again.rest()
    assert not entry.exists()
    assert load_settings(folder)[0].language == "en"


def test_whoever_wants_the_language_of_the_system_gets_it(come: Come) -> None:
    seat = come(DECIDED)
    seat.sees("Willkommen bei Talktally")
    seat.window.language_chosen.emit("system")
    seat.sees("Welcome to Talktally")
    seat.window.window().close()
    come(DECIDED).sees("Welcome to Talktally")


def test_a_decision_that_changes_is_followed_once_more(
    come: Come, folder: Path, entry: Path
) -> None:
    seat = come("start_at_login = true")
    followed(seat, folder)
    seat.window.window().close()
    later = come("start_at_login = false")
    later.wait(lambda: kept(folder)["login_decided"] is False)
    assert not entry.exists()


def test_a_system_that_refuses_is_tried_again_at_the_next_start(
    come: Come, folder: Path, entry: Path
) -> None:
    entry.parent.parent.mkdir(parents=True)
    entry.parent.write_text("in the way", encoding="utf-8")
    seat = come("start_at_login = true")
    log = folder / "talktally.log"
    seat.wait(lambda: log.exists() and "Start at login cannot be changed" in log.read_text())
    assert "login_decided" not in kept(folder)
    seat.window.window().close()
    entry.parent.unlink()
    followed(come("start_at_login = true"), folder)
    assert entry.exists()


def test_a_broken_file_is_noted_in_the_log_and_nowhere_else(come: Come, folder: Path) -> None:
    seat = come(f"server = 'https://plans.example.com/join#{CODE}'\nlangauge = 'de'\n")
    seat.sees("Welcome to Talktally")
    log = folder / "talktally.log"
    seat.wait(lambda: log.exists() and "Line 2 of the roll-out file" in log.read_text())
    assert CODE not in log.read_text(encoding="utf-8")


def test_an_invitation_of_the_computer_needs_one_press(
    come: Come, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    seat = come(f"server = '{plan_server.link('Lea Stein')}'")
    seat.sees("Welcome to Talktally")
    seat.window.company_asked.emit("join")
    dialog = seat.dialog(JoinDialog)
    seat.press("Connect", dialog)
    seat.wait(lambda: "Connected to" in dialog.windowTitle())
    seat.press("Close", dialog)
    seat.wait(lambda: seat.desk.company.around)
    seat.rest()

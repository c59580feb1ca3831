"""Calls that a softphone tells of, from the first ring to the record, in the real window."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.call_report import Contact, Phase, SourceNews
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.meter import LiveCall
from app.domain.plan import MeterKind
from app.ledger.backups.copies import backups
from tests.journeys.conftest import HandClock, OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from tests.support.fake_softphone import FakeSoftphone
from tests.support.softphones import softphones
from tests.support.tools import needs_tool
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.softphones.length import LengthDialog

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(180),
    pytest.mark.usefixtures("memory_keyring"),
]
ANNA, BO = "+12125550123", "+12125550188"


@pytest.fixture
def softphone() -> Iterator[FakeSoftphone]:
    made = FakeSoftphone()
    yield made
    made.die()


@pytest.fixture
def wished(folder: Path, softphone: FakeSoftphone, console: Console) -> None:
    """A plan, and baresip switched on."""
    wish(folder, baresip=True, baresip_at=softphone.place)
    console.done("plan", "use", "hubspot-professional")


@pytest.fixture
def seat(qtbot: QtBot, open_window_of: OpenOf, folder: Path, wished: None) -> Seat:
    return seat_in(qtbot, open_window_of, folder)


def wish(folder: Path, **phone: object) -> None:
    settings = {"welcomed": True, "phone": phone}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def seat_in(qtbot: QtBot, open_window_of: OpenOf, folder: Path) -> Seat:
    """A window that listens."""
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    seat.wait(lambda: contact(seat.desk) is Contact.LISTENING)
    return seat


def contact(desk: Desk) -> Contact:
    news = desk.live.calls.sources.news.get("baresip")
    return news.contact if news else Contact.OFF


def live(desk: Desk) -> tuple[LiveCall, ...]:
    view = desk.figures.view
    return view.status.live if view else ()


def phases(desk: Desk) -> list[Phase]:
    return [call.phase for call in desk.live.calls.seen.calls]


def used(seat: Seat) -> int:
    meter = seat.meter(MeterKind.MINUTES)
    return meter.used if meter else -1


def pass_by(clock: HandClock, us: int) -> None:
    clock.at = Instant(clock.at + us)


def take_call(seat: Seat, softphone: FakeSoftphone) -> None:
    """Anna rings and is answered, and the window sees it."""
    softphone.ring("a1", ANNA)
    softphone.answer("a1", ANNA)
    seat.wait(lambda: live(seat.desk))


def called(console: Console) -> list[object]:
    """Who was called, by what is recorded in a folder."""
    listed = console.done("list", "--json").json["entries"]
    return [entry["facts"]["far"] for entry in listed]


def test_a_call_is_seen_and_recorded_when_it_ends(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock, console: Console
) -> None:
    softphone.ring("a1", ANNA)
    seat.wait(lambda: phases(seat.desk) == [Phase.RINGING])
    softphone.answer("a1", ANNA)
    seat.wait(lambda: live(seat.desk))
    pass_by(clock, 2 * MINUTE + 41 * SECOND)
    softphone.hang_up("a1")
    seat.wait(lambda: used(seat) == 3)
    seat.wait(lambda: not live(seat.desk))
    assert called(console) == [ANNA]


def test_two_calls_at_once_are_two_records(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock
) -> None:
    for call_id, number in (("a1", ANNA), ("b1", BO)):
        softphone.ring(call_id, number)
        softphone.answer(call_id, number)
    seat.wait(lambda: len(live(seat.desk)) == 2)
    pass_by(clock, MINUTE)
    softphone.hang_up("b1")
    seat.wait(lambda: used(seat) == 1)
    pass_by(clock, MINUTE)
    softphone.hang_up("a1")
    seat.wait(lambda: used(seat) == 3)


def test_an_end_that_nobody_heard_is_estimated_and_asked_about(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock
) -> None:
    take_call(seat, softphone)
    pass_by(clock, 12 * MINUTE)
    softphone.die()
    seat.wait(lambda: used(seat) == 12)
    seat.sees("The end of the call with +1 212 555 0123 at 14:05 was estimated: 12 min.")
    seat.sees("The softphone ended during the call.")
    seat.press("Right")
    seat.wait(lambda: not seat.desk.live.calls.seen.unsure)
    seat.wait(lambda: "was estimated" not in seat.read())
    assert used(seat) == 12


def test_an_unsure_end_can_be_put_off(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock
) -> None:
    take_call(seat, softphone)
    pass_by(clock, 12 * MINUTE)
    softphone.die()
    seat.sees("was estimated: 12 min.")
    seat.press("Later")
    assert "was estimated" not in seat.read()
    pass_by(clock, 24 * 60 * MINUTE)
    seat.desk.live.news.show_again()
    seat.sees("was estimated: 12 min.")


def test_an_unsure_end_is_corrected_by_its_length(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock, console: Console
) -> None:
    take_call(seat, softphone)
    pass_by(clock, 12 * MINUTE)
    softphone.die()
    seat.wait(lambda: used(seat) == 12)
    pass_by(clock, 5 * MINUTE)
    dialog = ask_length(seat)
    QTest.keyClicks(dialog._length, "17:01")
    assert "17:00 have gone by" in seat.read(dialog)
    assert not child(dialog, QPushButton, "Save").isEnabled()
    dialog._length.selectAll()
    QTest.keyClicks(dialog._length, "14:30")
    click(child(dialog, QPushButton, "Save"))
    seat.wait(lambda: used(seat) == 15)
    seat.wait(lambda: "was estimated" not in seat.read())
    (entry,) = console.done("list", "--json").json["entries"]
    assert entry["facts"]["seconds"] == "870"
    console.done("verify")


def test_a_length_for_what_is_no_estimate_any_more_is_told_and_changes_nothing(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock, console: Console
) -> None:
    take_call(seat, softphone)
    pass_by(clock, 12 * MINUTE)
    softphone.die()
    seat.sees("was estimated: 12 min.")
    dialog = ask_length(seat)
    entry = seat.desk.live.calls.seen.unsure[0].entry
    console.done("live", "settle", str(entry))
    QTest.keyClicks(dialog._length, "5")
    click(child(dialog, QPushButton, "Save"))
    seat.sees(f"The end of entry {entry} is no estimate.")
    assert used(seat) == 12


def ask_length(seat: Seat) -> LengthDialog:
    seat.sees("was estimated: 12 min.")
    click(child(seat.window, QPushButton, "Correct…"))
    return seat.dialog(LengthDialog)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_program_that_takes_the_line_is_named_until_it_is_taken_back(
    seat: Seat, softphone: FakeSoftphone
) -> None:
    take_call(seat, softphone)
    turned: list[SourceNews] = []
    seat.desk.live.calls.sources.turned.connect(turned.append)
    softphone.drop()
    seat.wait(lambda: Contact.LOST in {news.contact for news in turned})
    seat.wait(lambda: contact(seat.desk) is Contact.LISTENING)
    seat.wait(lambda: phases(seat.desk) == [Phase.TALKING])
    softphone.drop()
    seat.sees("Another program listens to baresip now.")
    seat.wait(lambda: phases(seat.desk) == [Phase.OUT_OF_SIGHT])
    seat.press("Take back")
    seat.wait(lambda: phases(seat.desk) == [Phase.TALKING])
    seat.wait(lambda: "Another program listens" not in seat.read())


def test_a_call_goes_on_in_the_next_window(
    qtbot: QtBot, seat: Seat, softphone: FakeSoftphone, clock: HandClock, open_window_of: OpenOf,
    folder: Path,
) -> None:  # fmt: skip
    take_call(seat, softphone)
    seat.window.window().close()
    pass_by(clock, 3 * MINUTE)
    again = seat_in(qtbot, open_window_of, folder)
    again.wait(lambda: phases(again.desk) == [Phase.TALKING])
    pass_by(clock, 2 * MINUTE)
    softphone.hang_up("a1")
    again.wait(lambda: used(again) == 5)
    assert not again.desk.live.calls.seen.unsure


def test_a_call_whose_softphone_is_gone_after_a_start_ends_when_it_was_last_seen(
    qtbot: QtBot, seat: Seat, softphone: FakeSoftphone, clock: HandClock, open_window_of: OpenOf,
    folder: Path,
) -> None:  # fmt: skip
    take_call(seat, softphone)
    pass_by(clock, 4 * MINUTE)
    seat.desk.live.calls.beat()
    seat.wait(lambda: seat.desk.live.calls.intake.is_free)
    seat.window.window().close()
    softphone.die()
    pass_by(clock, 60 * MINUTE)
    desk = desk_of(open_window_of(folder))
    again = Seat(qtbot, desk)
    again.wait(lambda: contact(desk) is Contact.ABSENT)
    again.wait(lambda: phases(desk) == [Phase.OUT_OF_SIGHT])
    desk.live.calls.give_up()
    again.wait(lambda: used(again) == 4)


def test_a_softphone_that_is_switched_off_leaves_no_call_open(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock
) -> None:
    take_call(seat, softphone)
    pass_by(clock, MINUTE)
    seat.desk.settings._choose("live.baresip", said=False)
    seat.wait(lambda: used(seat) == 1)
    seat.wait(lambda: not softphone.is_heard())
    seat.desk.settings._choose("live.baresip", said=True)
    seat.wait(lambda: contact(seat.desk) is Contact.LISTENING)


def test_a_call_goes_on_while_the_ledger_is_restored(
    seat: Seat,
    softphone: FakeSoftphone,
    clock: HandClock,
    console: Console,
) -> None:
    console.done("log", "call", "--to", BO, "--start", "2026-11-03T09:00:00Z", "--seconds", "60")
    console.done("backup")
    (backup,) = backups(console.folder)
    take_call(seat, softphone)
    seat.desk.keeping._file = backup
    with seat.qtbot.waitSignal(seat.desk.keeping.told, timeout=60_000):
        seat.desk.keeping._restore()
    close_boxes()
    seat.wait(lambda: phases(seat.desk) == [Phase.TALKING])
    seat.wait(lambda: live(seat.desk))
    pass_by(clock, MINUTE)
    softphone.hang_up("a1")
    seat.wait(lambda: used(seat) == 3)


def test_what_is_said_while_the_ledger_moves_is_not_lost(
    seat: Seat, softphone: FakeSoftphone, clock: HandClock, tmp_path: Path, console: Console,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    take_call(seat, softphone)
    pass_by(clock, MINUTE)
    desk, new = seat.desk, tmp_path / "new"
    new.mkdir()
    keeping = desk.keeping
    begin = keeping._task.run

    def hang_up_first(*arguments: Any) -> None:
        softphone.hang_up("a1")
        begin(*arguments)

    monkeypatch.setattr(keeping._task, "run", hang_up_first)
    with seat.qtbot.waitSignal(keeping.told, timeout=60_000):
        keeping._alone(lambda: keeping._task.run("move", ["move", str(new)], keeping._on_moved))
    close_boxes()
    seat.wait(lambda: used(seat) == 1)
    assert called(Console(new, console.environ)) == [ANNA]


def test_a_command_of_another_program_is_seen_by_itself(seat: Seat, console: Console) -> None:
    console.done("hook", "start", "--number", ANNA)
    seat.wait(lambda: phases(seat.desk) == [Phase.TALKING])
    console.done("hook", "end", "--number", ANNA)
    seat.wait(lambda: not phases(seat.desk))


def test_nothing_beats_while_nobody_calls(seat: Seat, softphone: FakeSoftphone) -> None:
    pulse = seat.desk.live.calls._pulse
    assert not pulse.isActive()
    softphone.ring("a1", ANNA)
    seat.wait(pulse.isActive)
    softphone.hang_up("a1")
    seat.wait(lambda: not pulse.isActive())


def close_boxes() -> None:
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            box.accept()


def test_a_softphone_that_opens_addresses_is_heard(
    qtbot: QtBot, open_window_of: OpenOf, folder: Path, console: Console, clock: HandClock
) -> None:
    wish(folder, hook=True, hook_port=free_port())
    console.done("plan", "use", "hubspot-professional")
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    sources = seat.desk.live.calls.sources
    seat.wait(lambda: "hook" in sources.listening)
    copied: list[str] = []
    seat.desk.live.choices.told.connect(copied.append)
    seat.desk.live.choices.act("copy")
    seat.wait(lambda: copied)
    close_boxes()
    address = QGuiApplication.clipboard().text()
    assert open_address(f"{address}&number=%2B12125550123") == 204
    seat.wait(lambda: live(seat.desk))
    pass_by(clock, MINUTE)
    assert open_address(address.replace("/start", "/end") + "&number=%2B12125550123") == 204
    seat.wait(lambda: used(seat) == 1)


def test_a_new_token_shuts_out_the_old_address(
    qtbot: QtBot, open_window_of: OpenOf, folder: Path, console: Console
) -> None:
    wish(folder, hook=True, hook_port=free_port())
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    choices, sources = seat.desk.live.choices, seat.desk.live.calls.sources
    seat.wait(lambda: "hook" in sources.listening)
    choices.act("show")
    seat.wait(lambda: choices.phones().token)
    before = choices.phones().token
    choices.act("new_token")
    seat.wait(lambda: choices.phones().token != before)
    close_boxes()
    seat.wait(lambda: "hook" in sources.listening)
    base = f"http://127.0.0.1:{seat.desk.live.calls.choice.hook_port}/hook/start?number=1&token="
    assert open_address(base + before) == 401
    assert open_address(base + choices.phones().token) == 204
    choices.act("show")
    assert choices.phones().token == ""


def test_a_port_that_another_program_has_is_told_on_the_overview(
    qtbot: QtBot, open_window_of: OpenOf, folder: Path, console: Console
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        wish(folder, hook=True, hook_port=other.getsockname()[1])
        console.done("plan", "use", "hubspot-professional")
        seat = Seat(qtbot, desk_of(open_window_of(folder)))
        seat.sees("Calls are not seen: the local address for softphones cannot be listened to.")
        seat.sees("Another program uses this port. Choose another one in the settings.")
    seat.desk.live.calls.sources.take_back("hook")
    seat.wait(lambda: "hook" in seat.desk.live.calls.sources.listening)
    seat.wait(lambda: "cannot be listened to" not in seat.read())


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def open_address(address: str) -> int:
    """Open an address as a softphone does; returns how it was answered."""
    try:
        with urlopen(address, timeout=30) as answer:  # noqa: S310 - our own address
            return int(answer.status)
    except HTTPError as refused:
        with refused:
            return refused.code


@needs_tool("baresip")
def test_a_real_call_between_real_softphones_moves_the_gauge(
    qtbot: QtBot, open_window_of: OpenOf, folder: Path, console: Console, clock: HandClock,
    tmp_path: Path,
) -> None:  # fmt: skip
    console.done("plan", "use", "hubspot-professional")
    with softphones(tmp_path / "phones") as start:
        agent, customer = start("agent"), start("+12125550123", answers="auto")
        wish(folder, baresip=True, baresip_at=agent.place)
        seat = seat_in(qtbot, open_window_of, folder)
        agent.dial(customer)
        seat.wait(lambda: phases(seat.desk) == [Phase.TALKING])
        pass_by(clock, 2 * MINUTE + SECOND)
        agent.hang_up()
        seat.wait(lambda: used(seat) == 3)
        assert called(console) == [ANNA]
        seat.wait(lambda: not phases(seat.desk))
        agent.dial(customer)
        seat.wait(lambda: phases(seat.desk) == [Phase.TALKING])
        pass_by(clock, 10 * MINUTE)
        agent.kill()
        seat.sees("The softphone ended during the call.")
        assert used(seat) == 13

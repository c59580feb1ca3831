"""An owner and an agent at their windows, with a real plan server between them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Role
from app.domain.instant import MINUTE, Instant
from app.domain.plan import MeterKind
from tests.journeys.conftest import HandClock, OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, ServerProcess, empty_server_file, plan_server
from tests.support.plan_server import server_process as process_of
from tests.support.widgets import child
from ui.company.access import AccessDialog
from ui.company.invite import InviteDialog
from ui.company.join import JoinDialog
from ui.plan.edit import EditDialog

# A server, two windows and their rounds take longer than other tests on a busy machine.
pytestmark = [
    pytest.mark.journey,
    pytest.mark.usefixtures("memory_keyring"),
    pytest.mark.timeout(240),
]
__all__ = ["empty_server_file", "plan_server"]
SIT = Callable[[str], Seat]


@pytest.fixture
def sit(qtbot: QtBot, open_window_of: OpenOf, tmp_path: Path) -> SIT:
    """Opens a window on a folder of a name."""

    def sit_down(name: str) -> Seat:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        return Seat(qtbot, desk_of(open_window_of(folder)))

    return sit_down


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerProcess]:
    """``talktally serve`` as a process of its own, at the windows' instant."""
    monkeypatch.setenv("TALKTALLY_NOW", "2026-11-21T13:05:00Z")
    with process_of(tmp_path / "server", owner="Jana Weiss") as running:
        yield running


@pytest.fixture
def owner(sit: SIT, plan_server: LiveServer) -> Seat:
    seat = sit("owner")
    seat.joins(plan_server.link("Jana Weiss", Role.OWNER))
    return seat


@pytest.fixture
def agent(sit: SIT, plan_server: LiveServer) -> Seat:
    seat = sit("agent")
    seat.joins(plan_server.link("Lea Stein"))
    return seat


def edit(seat: Seat, fill: Callable[[EditDialog], None]) -> None:
    """Edit the plan in the dialog, wait for the preview, and save."""
    seat.rest()
    seat.window.plan_asked.emit()
    dialog = seat.dialog(EditDialog)
    fill(dialog)
    seat.wait(lambda: "limit" in dialog.preview.text)
    seat.press("Save", dialog)
    seat.wait(lambda: seat.desk.company.dialogs.edits._dialog is None)


def choose(dialog: EditDialog, calls: str = "", texts: str = "") -> None:
    for box, title in ((dialog.plans.calls, calls), (dialog.plans.texts, texts)):
        if title:
            box.setCurrentIndex(box.findText(title))


def first_plan(dialog: EditDialog) -> None:
    """Three committed seats, one additional, and an annual one that is paid into next year."""
    choose(dialog, "HubSpot Professional", "Aircall with US/CA bundle")
    seats = dialog.plans.seats
    for box, count in ((seats.committed, 3), (seats.additional, 1), (seats.annual, 1)):
        box.setValue(count)


def invite(seat: Seat, name: str) -> str:
    """Invite a person; return the link that was copied."""
    seat.window.company_asked.emit("invite")
    dialog = seat.dialog(InviteDialog)
    child(dialog, QLineEdit).setText(name)
    seat.press("Make a link", dialog)
    seat.press("Copy link", dialog)
    seat.press("Close", dialog)
    return QGuiApplication.clipboard().text()


def included(seat: Seat, kind: MeterKind) -> int:
    meter = seat.meter(kind)
    return meter.included if meter else 0


def test_a_company_enters_its_plan_once_and_every_window_follows(
    sit: SIT, server: ServerProcess
) -> None:
    owner = sit("owner")
    owner.joins(server.owner_link)
    edit(owner, first_plan)
    owner.go_to_plan()
    owner.sees("1,250")
    owner.wait(lambda: included(owner, MeterKind.MMS) == 250)
    agent = sit("agent")
    agent.joins(invite(owner, "Lea Stein"))
    agent.wait(lambda: included(agent, MeterKind.MINUTES) == 2_000)
    edit(owner, lambda dialog: choose(dialog, "HubSpot Starter"))
    agent.sync()
    agent.wait(lambda: included(agent, MeterKind.MINUTES) == 500)
    agent.sees("Your company changed the plan.")


def test_news_of_the_plan_stay_until_they_are_put_away(owner: Seat, agent: Seat) -> None:
    edit(owner, first_plan)
    agent.sync()
    agent.wait(lambda: included(agent, MeterKind.MINUTES))
    edit(owner, lambda dialog: choose(dialog, "HubSpot Starter"))
    agent.sync()
    agent.sees("Your company changed the plan.")
    while agent._button("Put away", None) is not None:
        agent.press("Put away")
        agent.qtbot.wait(50)
    agent.wait(lambda: "Your company changed the plan." not in agent.read())


def test_an_agent_sees_neither_prices_of_the_contract_nor_colleagues(
    owner: Seat, agent: Seat
) -> None:
    def with_prices(dialog: EditDialog) -> None:
        first_plan(dialog)
        dialog.contract.prices[0].setText("34.56")

    edit(owner, with_prices)
    owner.go_to_plan()
    owner.sees("$34.56")
    agent.sync()
    agent.go_to_plan()
    agent.sees("HubSpot Professional")
    agent.sees("Aircall shows the plan to owners only.")
    assert not any(word in agent.read() for word in ("34.56", "Jana Weiss", "Edit plan"))


def test_what_an_agents_own_calls_cost_is_on_their_page(
    owner: Seat, agent: Seat, tmp_path: Path
) -> None:
    edit(owner, first_plan)
    agent.sync()
    console = Console(tmp_path / "agent", {"TALKTALLY_NOW": "2026-11-21T13:05:00Z"})
    console.done("plan", "link", "me", "--from", "2026-11-01")
    for day in ("03", "05", "10"):
        console.done("log", "call", "--to", "+12125550123", "--seconds", "60000",
                     "--start", f"2026-11-{day}T09:00:00Z")  # fmt: skip
    agent.go_to_plan()
    agent.sees("Linked for you · 1,000 min")


def test_a_link_that_was_used_is_refused_and_stays_in_its_field(
    sit: SIT, plan_server: LiveServer
) -> None:
    link = plan_server.link("Lea Stein")
    sit("first").joins(link)
    second = sit("second")
    dialog = second.join(link)
    second.wait(lambda: dialog.told.text and child(dialog, QPushButton, "Connect").isEnabled())
    assert dialog.findChildren(QLineEdit)[0].text() == link
    second.hand_in(dialog, plan_server.link("Omar Haddad"))
    second.wait(lambda: "Connected to" in dialog.windowTitle())


def test_a_link_that_has_expired_is_refused(sit: SIT, plan_server: LiveServer) -> None:
    link = plan_server.link("Lea Stein", days=1)
    plan_server.app.pass_time(60 * 24 + 1)
    seat = sit("late")
    dialog = seat.join(link)
    seat.wait(lambda: dialog.told.text and child(dialog, QPushButton, "Connect").isEnabled())
    assert seat.desk.company.around is None


def test_without_its_server_the_page_stays_and_comes_back(
    owner: Seat, clock: HandClock, plan_server: LiveServer
) -> None:
    edit(owner, first_plan)
    plan_server.stop()
    clock.at = Instant(clock.at + 30 * MINUTE)
    owner.desk.figures.look()
    owner.go_to_plan()
    owner.sees("Offline since 21 Nov 14:05")
    owner.sees("1,250")
    plan_server.start()
    plan_server.app.pass_time(30)
    owner.sync()
    owner.sees("Synced 21 Nov 14:35")


def test_a_computer_that_was_signed_out_offers_to_sign_in_again(
    owner: Seat, agent: Seat, plan_server: LiveServer
) -> None:
    edit(owner, first_plan)
    agent.sync()
    owner.window.company_asked.emit("access")
    dialog = owner.dialog(AccessDialog)
    remove_devices_of(owner, dialog, "Lea Stein")
    agent.desk.company.sync.start(after_ms=0)
    agent.press("Sign in again…")
    again = agent.hand_in(agent.dialog(JoinDialog), plan_server.link("Lea Stein"))
    agent.wait(lambda: "Connected to" in again.windowTitle())


def remove_devices_of(owner: Seat, dialog: AccessDialog, name: str) -> None:
    dialog._segments._buttons["devices"].click()
    part = dialog._part
    place = next(n for n, row in enumerate(part.rows) if row.name == name)
    dialog._table.setCurrentCell(place, 0)
    owner.press("Sign out…", dialog)
    owner.press("Sign out", dialog)
    owner.wait(lambda: not any(row.open for row in dialog._part.rows if row.name == name))


def test_a_keyring_that_keeps_nothing_is_said_when_joining(
    sit: SIT, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    memory_keyring.priority = 0
    seat = sit("locked")
    dialog = seat.join(plan_server.link("Lea Stein"))
    seat.wait(lambda: "It is kept until Talktally is closed" in seat.read(dialog))


def test_an_owner_gives_the_company_the_plan_entered_before(
    sit: SIT, plan_server: LiveServer, tmp_path: Path
) -> None:
    console = Console(tmp_path / "owner", {"TALKTALLY_NOW": "2026-11-21T13:05:00Z"})
    (tmp_path / "owner").mkdir()
    console.done("plan", "use", "hubspot-starter")
    owner = sit("owner")
    owner.joins(plan_server.link("Jana Weiss", Role.OWNER))
    owner.wait(lambda: (found := owner.desk.company.around) and found.share)
    owner.window.company_asked.emit("share")
    owner.wait(lambda: (found := owner.desk.company.around) and not found.share)
    agent = sit("agent")
    agent.joins(plan_server.link("Lea Stein"))
    agent.wait(lambda: included(agent, MeterKind.MINUTES) == 500)


def test_disconnecting_lets_the_own_plans_hold_again(
    sit: SIT, plan_server: LiveServer, tmp_path: Path
) -> None:
    console = Console(tmp_path / "agent", {"TALKTALLY_NOW": "2026-11-21T13:05:00Z"})
    (tmp_path / "agent").mkdir()
    console.done("plan", "use", "hubspot-starter")
    owner = sit("owner")
    owner.joins(plan_server.link("Jana Weiss", Role.OWNER))
    edit(owner, first_plan)
    agent = sit("agent")
    agent.joins(plan_server.link("Lea Stein"))
    agent.wait(lambda: included(agent, MeterKind.MINUTES) == 2_000)
    agent.window.company_asked.emit("leave")
    agent.press("Disconnect", agent.dialog(QMessageBox))
    agent.wait(lambda: included(agent, MeterKind.MINUTES) == 500)
    agent.wait(lambda: agent.desk.company.around is None)


@pytest.mark.parametrize("round_between", [False, True])
def test_an_edit_that_came_second_is_refused_and_stays_in_its_dialog(
    sit: SIT, owner: Seat, plan_server: LiveServer, *, round_between: bool
) -> None:
    edit(owner, first_plan)
    other = sit("other")
    other.joins(plan_server.link("Omar Haddad", Role.OWNER))
    other.rest()
    other.window.plan_asked.emit()
    dialog = other.dialog(EditDialog)
    dialog.plans.seats.committed.setValue(7)
    edit(owner, lambda mine: mine.plans.seats.committed.setValue(4))
    if round_between:
        other.sync()
    other.press("Save", dialog)
    other.wait(lambda: "Somebody else changed the plan" in dialog.told.text)
    assert dialog.plans.seats.committed.value() == 7
    other.wait(lambda: included(other, MeterKind.SMS) == 6 * 250)
    other.press("Save", dialog)
    other.wait(lambda: included(other, MeterKind.SMS) == 9 * 250)

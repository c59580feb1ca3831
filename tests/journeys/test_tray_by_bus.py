"""The icon as desktops ask for it by D-Bus: tooltip, pictures, menu, and what is pressed there."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("no other system has this bus", allow_module_level=True)

from tests.support.panels import Screen, screen
from tests.support.session_bus import session_bus
from tests.support.status_icons import IconList, StatusIcon, icon_list, status_icon
from tests.support.tray_icon import Icon, run_icon
from ui.tray.icon import SIDES

pytestmark = [
    pytest.mark.program,
    pytest.mark.needs_tool("Xvfb", "openbox", "dbus-daemon"),
]


@dataclass
class Seat:
    """The program, and its icon as the desktop knows it."""

    program: Icon
    icon: StatusIcon


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Screen]:
    """A screen and a message bus, on which nobody lists icons yet."""
    with session_bus(tmp_path) as bus, screen(tmp_path, DBUS_SESSION_BUS_ADDRESS=bus) as made:
        yield made


@pytest.fixture
def seat(desktop: Screen) -> Iterator[Seat]:
    """A desktop that lists icons, and the program on it, near the limit."""
    with ExitStack() as stack:
        icons: IconList = stack.enter_context(icon_list(_bus(desktop)))
        program = stack.enter_context(run_icon(desktop.environ, desktop.folder))
        seat = Seat(program, stack.enter_context(status_icon(icons)))
        program.tell("state near")
        yield seat


def _bus(desktop: Screen) -> str:
    return desktop.environ["DBUS_SESSION_BUS_ADDRESS"]


def test_the_desktop_reads_the_figure(seat: Seat) -> None:
    name, _, title, description = seat.icon.read("ToolTip")
    assert "84 of 2,000 min left · near limit · resets 1 Dec" in f"{name}{title}{description}"


def test_the_desktop_gets_a_picture_of_every_size(seat: Seat) -> None:
    sides = {width for width, height, _ in seat.icon.read("IconPixmap") if width == height}
    assert set(SIDES) <= sides


def test_the_menu_says_what_can_be_done(seat: Seat) -> None:
    words = list(seat.icon.lines())
    assert words[0] == "84 of 2,000 min left · near limit · resets 1 Dec"
    assert words[-2:] == ["Open Talktally", "Quit"]
    assert {"Import…", "I’m on a call", "Before you dial", "For 1 hour"} <= set(words)


@pytest.mark.parametrize(
    ("line", "key"),
    [("Quit", "quit"), ("Open Talktally", "open"), ("Before you dial", "dial")],
)
def test_a_line_of_the_menu_does_what_it_says(seat: Seat, line: str, key: str) -> None:
    seat.icon.choose(line)
    assert seat.program.hear("wanted") == f"wanted {key}"


def test_a_click_on_the_icon_opens_the_window(seat: Seat) -> None:
    seat.icon.activate()
    assert seat.program.hear("wanted") == "wanted open"


def test_a_pause_changes_the_menu_at_once(seat: Seat) -> None:
    seat.icon.choose("For 1 hour")
    assert "Resume syncing and notices" in seat.icon.lines()
    seat.icon.choose("Resume syncing and notices")
    assert "For 1 hour" in seat.icon.lines()


def test_a_list_of_icons_that_comes_late_or_again_gets_the_icon(desktop: Screen) -> None:
    with run_icon(desktop.environ, desktop.folder) as program:
        program.tell("state near")
        for _ in ("late", "again"):
            with icon_list(_bus(desktop)) as icons, status_icon(icons) as icon:
                assert "84 of 2,000 min left" in str(icon.read("ToolTip"))

"""The icon in a real panel: photographed in three sizes, back after a restart, there when late."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.support.panels import Screen, screen
from tests.support.tray_icon import TONES, run_icon
from tests.support.tray_program import count
from ui.theme.tone import Tone
from ui.tray.icon import INKS

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(sys.platform != "linux", reason="its panels are those of X11"),
    pytest.mark.needs_tool("Xvfb", "openbox", "tint2"),
    pytest.mark.timeout(120),
]

_LIGHT, _DARK = "#f4f4f5", "#202226"


@pytest.fixture
def panels(tmp_path: Path) -> Iterator[Screen]:
    """A screen without a panel, on which no message bus is to be found."""
    with screen(tmp_path, DBUS_SESSION_BUS_ADDRESS="disabled:") as made:
        yield made


def _drawn(picture: QImage) -> tuple[int, int]:
    """Return how wide and high that is which is not the panel's ground."""
    paper = picture.pixel(1, 1)
    found = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != paper
    ]
    across, down = zip(*found, strict=True)
    return max(across) - min(across) + 1, max(down) - min(down) + 1


@pytest.mark.parametrize(
    ("size", "ground"), [(16, _LIGHT), (16, _DARK), (22, _LIGHT), (24, _DARK), (32, _LIGHT)]
)
def test_each_level_can_be_told_in_a_panel_of_each_size(
    panels: Screen, size: int, ground: str
) -> None:
    panels.start_panel(size, ground)
    with run_icon(panels.environ, panels.folder) as icon:
        shown = {state: icon.show(state) for state in TONES}
    assert _drawn(shown["blocked"].copy(0, 0, size + 6, size + 8)) == (size, size)
    for state, picture in shown.items():
        others = {tone for tone in TONES.values() if INKS[tone] != INKS[TONES[state]]}
        assert not any(count(picture, INKS[tone]) for tone in others - {Tone.QUIET})
    assert count(shown["blocked"], INKS[Tone.STOP]) > count(shown["billed"], INKS[Tone.STOP])


def test_a_panel_that_was_restarted_has_the_icon_again(panels: Screen) -> None:
    panels.start_panel(22)
    with run_icon(panels.environ, panels.folder) as icon:
        icon.show("near")
        panels.kill_panel()
        while icon.tell("stands") != "stands False":
            pass
        panels.start_panel(22)
        icon.hear("came")
        assert icon.tell("stands") == "stands True"
        icon.show("near")


def test_a_panel_that_comes_late_gets_the_icon(panels: Screen) -> None:
    with run_icon(panels.environ, panels.folder) as icon:
        assert icon.tell("stands") == "stands False"
        panels.start_panel(22)
        icon.hear("came")
        icon.show("blocked")

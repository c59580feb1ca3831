"""A number is clicked on a real desktop: shown here, and on to the phone app as it came."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.contracts import ROOT
from tests.support.phone_app import PhoneApp
from tests.support.reader.element import Element
from tests.support.reader.pages import furnished
from tests.support.reader.reader import Reader
from tests.support.reader.session import running, session
from tests.support.tools import find_tool

pytestmark = [
    pytest.mark.program,
    pytest.mark.timeout(240),
    pytest.mark.needs_tool("Xvfb", "gio", "xdg-open", "update-desktop-database"),
]
LINK = "tel:+1-555-0100;ext=12"
#: Ten in the morning in San Francisco.
NOW, CLICKED = "2026-11-20T18:05:00Z", "tel:+1-415-555-0188;ext=7"


@dataclass
class Desktop:
    """A desktop of its own, on which Twinkle opens links of "tel"; ``reader`` reads its screen."""

    environ: dict[str, str]
    reader: Reader
    stack: ExitStack
    twinkle: PhoneApp

    def talktally(self, *words: str) -> None:
        """Run a command of the program."""
        command = [sys.executable, "-m", "ui", *words]
        subprocess.run(command, env=self.surroundings, check=True, capture_output=True)

    @property
    def surroundings(self) -> dict[str, str]:
        return {**os.environ, **self.environ}

    def settle(self, **phone: object) -> None:
        """Choose who dials, and let the window open."""
        settings = {"welcomed": True, "phone": phone}
        folder = Path(self.environ["TALKTALLY_DATA_DIR"])
        folder.mkdir(exist_ok=True)
        (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        console = Console(folder, {"TALKTALLY_NOW": NOW, "TZ": "UTC"})
        console.done("plan", "use", "hubspot-starter")
        console.done("log", "call", "--to", "+14155550188", "--start", "2026-11-10T18:00:00Z",
                     "--seconds", "330")  # fmt: skip
        self.stack.enter_context(running([sys.executable, "-m", "ui"], self.environ))
        furnished(self.reader)

    def click(self, link: str, *tool: str) -> None:
        """Open a link as a browser does."""
        command = [find_tool(tool[0]), *tool[1:], link]
        subprocess.run(command, env=self.surroundings, check=True, capture_output=True)

    def sees(self, role: str, name: str) -> Element:
        """Wait for a part of the window whose name begins so."""
        found: list[Element] = []

        def shows(seen: tuple[Element, ...]) -> bool:
            every = [each for window in seen for each in window.every()]
            found[:] = [each for each in every if each.role == role and name in each.name]
            return bool(found)

        self.reader.wait(shows)
        return found[0]

    def dialled(self, phone: PhoneApp) -> list[list[str]]:
        """Read on until the phone app was started."""
        self.reader.wait(lambda _: bool(phone.calls))
        return [call["argv"] for call in phone.calls]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    home = tmp_path / "home"
    places = {"HOME": "", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
              "XDG_CONFIG_DIRS": "etc", "XDG_DATA_DIRS": "share",
              "TALKTALLY_DATA_DIR": "folder"}  # fmt: skip
    home.mkdir()
    twinkle = PhoneApp(home / "bin", "twinkle")
    twinkle.offer(home / "share")
    with ExitStack() as stack:
        environ, wire = stack.enter_context(session(tmp_path / "session"))
        environ |= {name: str(home / place) for name, place in places.items()}
        environ |= {"PYTHONPATH": str(ROOT), "TALKTALLY_NOW": NOW}
        yield Desktop(environ, Reader(wire), stack, twinkle)


@pytest.mark.parametrize("tool", [("gio", "open"), ("xdg-open",)], ids=["gio", "xdg-open"])
def test_a_clicked_number_is_shown_and_called_by_the_program_of_before(
    desktop: Desktop, tool: tuple[str, ...]
) -> None:
    desktop.talktally("links", "on")
    desktop.settle()
    desktop.click(LINK, *tool)
    button = desktop.sees("push button", "Call with Twinkle")
    assert desktop.twinkle.calls == []
    desktop.reader.press(button)
    assert desktop.dialled(desktop.twinkle) == [[LINK]]
    desktop.sees("label", "Handed to Twinkle.")


def test_links_that_were_given_back_open_the_program_of_before(desktop: Desktop) -> None:
    desktop.talktally("links", "on")
    desktop.talktally("links", "off")
    desktop.click(LINK, "gio", "open")
    assert desktop.dialled(desktop.twinkle) == [[LINK]]


@pytest.mark.parametrize(
    "dialler", ["gio open {link}", "env -u TALKTALLY_HANDED_OVER {script} {link}"]
)
def test_a_dialler_that_opens_links_with_us_ends_after_one_round(
    desktop: Desktop, tmp_path: Path, dialler: str
) -> None:
    back = PhoneApp(tmp_path / "back", "back", then=(find_tool("gio"), "open"))
    desktop.talktally("links", "on")
    desktop.settle(dialler=dialler.replace("{script}", str(back.program)), at_once=True)
    desktop.click(CLICKED, "gio", "open")
    desktop.sees("label", "sent this link back, so nothing was dialled")
    desktop.sees("push button", "Call with")
    assert len(back.calls) == ("script" in dialler)


def test_the_program_itself_is_refused_as_who_dials(desktop: Desktop) -> None:
    own = Path(sys.executable).with_name("talktally")
    program = str(own) if own.exists() else f"{sys.executable} -m ui"
    desktop.talktally("links", "on")
    desktop.settle(dialler=f"{program} {{link}}")
    desktop.click("tel:112", "gio", "open")
    desktop.sees("label", "would be Talktally itself")

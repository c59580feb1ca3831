"""Real panels on a screen in memory: one that embeds icons, and one that asks for them by D-Bus."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.tools import find_tool

_SCREEN = "400x120x24"
_TINT2 = """
panel_items = S
panel_size = 100% {height}
panel_position = top left horizontal
panel_background_id = 1
rounded = 0
border_width = 0
background_color = {ground} 100
border_color = {ground} 100
systray_padding = 4 4 4
systray_icon_size = {size}
"""


@dataclass
class Screen:
    """A screen with a window manager; ``environ``: what programs on it need."""

    environ: Mapping[str, str]
    folder: Path
    _panels: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_panel(self, size: int, ground: str = "#f4f4f5") -> None:
        """Start a panel whose icons have so many px."""
        settings = self.folder / "panel.conf"
        settings.write_text(_TINT2.format(size=size, height=size + 8, ground=ground))
        self._panels.append(_start([find_tool("tint2"), "-c", str(settings)], self.environ))

    def kill_panel(self) -> None:
        """Let the panel die without a word."""
        end(self._panels.pop())

    def close(self) -> None:
        """End what is left."""
        while self._panels:
            self.kill_panel()


@contextmanager
def screen(folder: Path, **environ: str) -> Iterator[Screen]:
    """Start a screen that chooses a free number, and a window manager: panels want one."""
    told, tell = os.pipe()
    command = [find_tool("Xvfb"), "-displayfd", str(tell), "-screen", "0", _SCREEN]
    server = _start([*command, "-nolisten", "tcp"], {}, pass_fds=(tell,))
    try:
        display = ":" + os.read(told, 20).decode().strip()
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(folder), **environ}
        manager = _start([find_tool("openbox")], own)
        made = Screen(own, folder)
        yield made
        made.close()
        end(manager)
    finally:
        end(server)
        os.close(told)
        os.close(tell)


def _start(
    command: list[str], environ: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds,
        start_new_session=True,
    )


def end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """End a program and all that it started."""
    with process:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

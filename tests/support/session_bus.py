"""A session bus of a test's own."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.tools import find_tool

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/>
</policy></busconfig>
"""


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """Start a bus with its socket in a folder; gives its address."""
    settings = folder / "bus.conf"
    settings.write_text(_BUS.format(folder=folder))
    command = [find_tool("dbus-daemon"), f"--config-file={settings}", "--nofork"]
    process = subprocess.Popen(
        [*command, "--print-address=1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().decode().strip()
        finally:
            process.kill()

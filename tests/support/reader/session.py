"""A desktop session of its own: a screen, a message bus and the accessibility bus beside it."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.support.reader.wire import Wire, wired
from tests.support.tools import find_tool, not_run

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/>
</policy></busconfig>
"""
#: Where distributions put what no person starts by hand.
_PLACES = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/x86_64-linux-gnu/at-spi2-core")
_SIZE = "1600x1200x24"
_PATIENCE_SECONDS = 20


@contextmanager
def session(folder: Path) -> Iterator[tuple[dict[str, str], Wire]]:
    """Start all of it; yields the environment of programs in it, and the accessibility bus."""
    with ExitStack() as stack:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        environ = {
            "DISPLAY": stack.enter_context(_screen()),
            "DBUS_SESSION_BUS_ADDRESS": stack.enter_context(_bus(folder)),
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        launcher = [_service("at-spi-bus-launcher"), "--a11y=1"]
        stack.enter_context(running(launcher, environ))
        with wired(environ["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            bus.wait_for("org.a11y.Bus")
            address = str(bus.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")[0])
        # Started here and not by the bus, so that it ends with the test.
        registry = {**environ, "AT_SPI_BUS_ADDRESS": address}
        stack.enter_context(running([_service("at-spi2-registryd")], registry))
        yield environ, stack.enter_context(wired(address))


@contextmanager
def _screen() -> Iterator[str]:
    """A screen in memory; it chooses a number that is free."""
    told, tell = os.pipe()
    command = [find_tool("Xvfb"), "-displayfd", str(tell), "-screen", "0", _SIZE]
    try:
        with running([*command, "-nolisten", "tcp"], {}, pass_fds=(tell,)):
            yield ":" + os.read(told, 20).decode().strip()
    finally:
        os.close(told)
        os.close(tell)


@contextmanager
def _bus(folder: Path) -> Iterator[str]:
    settings = folder / "bus.conf"
    settings.write_text(_BUS.format(folder=folder))
    command = [find_tool("dbus-daemon"), f"--config-file={settings}", "--nofork"]
    with running([*command, "--print-address=1"], {}) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().decode().strip()


def _service(name: str) -> str:
    found = [Path(place) / name for place in _PLACES if (Path(place) / name).exists()]
    if not found:
        not_run(f"{name} is not installed (see packaging/setup/test-services.sh)")
    return str(found[0])


@contextmanager
def running(
    command: list[str], environ: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program as long as the block lasts, then end it and wait for it."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds,
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()

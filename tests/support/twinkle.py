"""A real Twinkle that runs our hook, in a home of its own, and real callers to it; on loopback."""

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import pytest

from tests.support.contracts import ROOT

_PATIENCE_SECONDS = 60.0
_LINES = 3
_HOOKS = (
    *("incoming_call", "in_call_answered", "in_call_failed"),
    *("outgoing_call", "out_call_answered", "out_call_failed"),
    *("local_release", "remote_release"),
)
# The public address is said because Twinkle finds none on a computer that has only its loopback.
_PROFILE = """\
user_name=agent
user_domain=127.0.0.1:{port}
user_display=Agent
register_at_startup=no
codecs=g711u
nat_public_ip=127.0.0.1
pub_presence_startup=no
"""
_SYSTEM = """\
dev_ringtone=alsa:null
dev_speaker=alsa:null
dev_mic=alsa:null
validate_audio_dev=no
play_ringtone=no
play_ringback=no
start_user_profile=agent
sip_port={port}
rtp_port={media}
"""


class Twinkle:
    """One Twinkle; told what to do as its person would, and heard as it shows it."""

    def __init__(self, process: "subprocess.Popen[bytes]", home: Path, port: int) -> None:
        self._process = process
        self._shown = b""
        self.port = port
        self.log = home / ".twinkle" / "twinkle.ch"

    def say(self, words: str) -> None:
        assert self._process.stdin is not None
        os.write(self._process.stdin.fileno(), f"{words}\n".encode())

    def wait_for(self, words: str) -> None:
        """Read on until it shows some words; what came before them is forgotten."""
        until = monotonic() + _PATIENCE_SECONDS
        while words.encode() not in self._shown:
            if not self._read_on(until):
                pytest.fail(f"Twinkle ended and said {self._shown!r}")
        self._shown = self._shown.partition(words.encode())[2]

    def quit(self) -> None:
        """Let it end by itself, and every hook that it started: they have its output open, too."""
        self.say("quit")
        until = monotonic() + _PATIENCE_SECONDS
        while self._read_on(until):
            pass
        assert self._process.wait(_PATIENCE_SECONDS) == 0

    def _read_on(self, until: float) -> bytes:
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], max(0.0, until - monotonic()))[0]:
            pytest.fail(f"Twinkle says no more than {self._shown!r}")
        came = os.read(self._process.stdout.fileno(), 4096)
        self._shown += came
        return came


@contextmanager
def twinkle(home: Path, hook: str) -> Iterator[Twinkle]:
    """Start Twinkle with a command at each of its hooks; it is gone at the end in any case."""
    port, media = free_port(), free_port(2 * _LINES) // 2 * 2
    folder = home / ".twinkle"
    folder.mkdir(parents=True)
    hooks = "".join(f"script_{name}={hook}\n" for name in _HOOKS)
    profile = _PROFILE.format(port=port) + hooks
    (folder / "agent.cfg").write_text(profile, encoding="utf-8")
    (folder / "twinkle.sys").write_text(_SYSTEM.format(port=port, media=media), encoding="utf-8")
    with subprocess.Popen(
        ["twinkle-console"],
        env={**os.environ, "HOME": str(home), "TERM": "dumb", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            found = Twinkle(process, home, port)
            found.wait_for("Twinkle> ")
            yield found
        finally:
            # With the hooks that it started.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def our_hook(folder: Path) -> str:
    """The command that the documentation names, as this checkout has it."""
    return f"{sys.executable} -m ui hook twinkle --data-dir {folder}"


@contextmanager
def caller(scenario: Path, to: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Let sipp call a port, by a scenario; waits for its end, which must be a good one."""
    with _sipp("-sf", str(scenario), "-p", str(free_port()), f"127.0.0.1:{to}") as process:
        yield process
        assert process.wait(_PATIENCE_SECONDS) == 0


@contextmanager
def answering(scenario: Path) -> Iterator[int]:
    """Let sipp answer one call by a scenario; gives its port once it stands there."""
    port = free_port()
    with _sipp("-sf", str(scenario), "-p", str(port)) as process:
        _wait_until_bound(port)
        yield port
        assert process.wait(_PATIENCE_SECONDS) == 0


def _wait_until_bound(port: int) -> None:
    """Wait until somebody has the port: who is called too soon is refused by the system."""
    listed, until = Path("/proc/net/udp"), monotonic() + _PATIENCE_SECONDS
    while listed.exists() and f":{port:04X} " not in listed.read_text("ascii"):
        assert monotonic() < until, port


@contextmanager
def _sipp(*words: str) -> Iterator["subprocess.Popen[bytes]"]:
    media = ("-mi", "127.0.0.1", "-mp", str(free_port(4)))
    with subprocess.Popen(
        ["sipp", "-i", "127.0.0.1", *media, "-m", "1", "-nostdin", "-timeout", "60", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def free_port(count: int = 1) -> int:
    """A port for datagrams that nobody uses, the first of several in a row."""
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as found:
            found.bind(("127.0.0.1", 0))
            first = int(found.getsockname()[1])
        if first + count < 65_536:
            return first

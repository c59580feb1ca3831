"""Real baresip softphones that call each other, each with ports and a folder of its own.

They stand on 127.0.0.1 beside the tests, each on a block of ports that the system gives to nobody
by itself, so tests that run at once do not meet. A person's hand is played over HTTP (baresip's
module httpd), for the control line belongs to what is tested.
"""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from random import SystemRandom
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote

_PATIENCE_SECONDS = 30
_TRIES = 5
# Below the ports that the system gives out, and above those that have a name.
_BLOCK = 100
_BLOCKS = range(10_000, 32_000, _BLOCK)
_CONFIG = """\
poll_method epoll
sip_listen 127.0.0.1:{ports.sip}
sip_trans_def udp
call_local_timeout 30
call_max_calls 4
call_hold_other_calls no
audio_player aubridge,nil
audio_source aubridge,nil
audio_alert aubridge,nil
rtp_ports {ports.media}-{ports.last}
net_interface 127.0.0.1
module_path {modules}
module g711.so
module aubridge.so
module_app account.so
module_app menu.so
module_app ctrl_tcp.so
module_app httpd.so
ctrl_tcp_listen 127.0.0.1:{ports.control}
http_listen 127.0.0.1:{ports.hand}
"""
_ACCOUNT = (
    "<sip:{name}@127.0.0.1:{sip};transport=udp>;regint=0;answermode={answers};audio_codecs=PCMU"
)


class Ports(NamedTuple):
    """A block of ports; the one after ``sip`` is for SIP over TLS."""

    sip: int

    @property
    def control(self) -> int:
        return self.sip + 2

    @property
    def hand(self) -> int:
        return self.sip + 3

    @property
    def media(self) -> int:
        return self.sip + 10

    @property
    def last(self) -> int:
        return self.sip + _BLOCK - 1

    def free(self) -> bool:
        """Tell whether nobody listens there."""
        try:
            for port in range(self.sip, self.hand + 1):
                socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            return False
        return True


class Softphone:
    """A running baresip; ``place`` is where its control line is."""

    def __init__(self, process: "subprocess.Popen[bytes]", name: str, ports: Ports) -> None:
        self._process, self._hand = process, ports.hand
        self.sip_port, self.control_port = ports.sip, ports.control
        self.address = f"sip:{name}@127.0.0.1:{ports.sip}"
        self.place = f"127.0.0.1:{ports.control}"
        self._shown = b""
        self._settled = Event()
        self._reader = Thread(target=self._read, name="baresip output", daemon=True)
        self._reader.start()

    def stands(self) -> bool:
        """Wait until it can be used; ``False`` where it cannot, for want of a port."""
        assert self._settled.wait(_PATIENCE_SECONDS), self._shown
        return b"baresip is ready" in self._shown and b"in use" not in self._shown

    def say(self, command: str) -> str:
        """Give a command as its person would, and return what it shows."""
        return self._get(f"/{quote(command)}")

    def press(self, keys: str) -> None:
        """Press keys, which in a call are the digits that are sent to the far end."""
        self._get(quote(keys))

    def dial(self, other: "Softphone") -> None:
        self.say(f"dial {other.address}")

    def answer(self) -> None:
        self.say("accept")

    def hang_up(self) -> None:
        self.say("hangup")

    def shows(self, words: str) -> None:
        """Wait until its list of calls has some words."""
        until = monotonic() + _PATIENCE_SECONDS
        while words not in (shown := self.say("listcalls")):
            assert monotonic() < until, shown

    def shows_no_more(self, words: str) -> None:
        """Wait until its list of calls has some words no longer."""
        until = monotonic() + _PATIENCE_SECONDS
        while words in (shown := self.say("listcalls")):
            assert monotonic() < until, shown

    def quit(self) -> None:
        """Let it end by itself."""
        with suppress(OSError):  # it may end before it answers
            self.say("quit")
        self._process.wait(_PATIENCE_SECONDS)

    def kill(self) -> None:
        """Let it die without a word."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _get(self, typed: str) -> str:
        line = HTTPConnection("127.0.0.1", self._hand, timeout=_PATIENCE_SECONDS)
        try:
            line.request("GET", f"/raw/?{typed}")
            return line.getresponse().read().decode()
        finally:
            line.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for shown in self._process.stdout:
            self._shown += shown
            if b"baresip is ready" in shown:
                self._settled.set()
        self._settled.set()


Start = Callable[..., Softphone]


@contextmanager
def softphones(folder: Path) -> Iterator[Start]:
    """Give a way to start softphones; none of them outlives the test."""
    running: list[Softphone] = []

    def start(name: str, *more: str, answers: str = "manual") -> Softphone:
        """Start one; ``more``: further accounts of it. ``answers``: "manual" or "auto"."""
        for _ in range(_TRIES):
            phone = _started(folder / f"{name}-{len(running)}", (name, *more), answers)
            running.append(phone)
            if phone.stands():
                return phone
        raise AssertionError("baresip does not start")

    try:
        yield start
    finally:
        for each in running:
            each.kill()


def _started(folder: Path, names: tuple[str, ...], answers: str) -> Softphone:
    ports = _free_block()
    folder.mkdir(parents=True)
    accounts = [_ACCOUNT.format(name=name, sip=ports.sip, answers=answers) for name in names]
    (folder / "accounts").write_text("\n".join(accounts) + "\n", encoding="utf-8")
    (folder / "contacts").touch()
    config = _CONFIG.format(ports=ports, modules=_modules())
    (folder / "config").write_text(config, encoding="utf-8")
    process = subprocess.Popen(
        ["baresip", "-f", str(folder), "-v"],
        env={**os.environ, "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    return Softphone(process, names[0], ports)


def _free_block() -> Ports:
    # By the system's chance, for that of the tests is the same in every worker.
    chance = SystemRandom()
    blocks = (Ports(chance.choice(_BLOCKS)) for _ in _BLOCKS)
    return next(ports for ports in blocks if ports.free())


def _modules() -> Path:
    """Return where baresip keeps its modules, which differs from system to system."""
    usual = ("lib/baresip", "lib/*/baresip", "lib64/baresip", "local/lib/baresip")
    found = [each for path in usual for each in Path("/usr").glob(f"{path}/modules")]
    return next(iter(found), Path("/usr/lib/baresip/modules"))

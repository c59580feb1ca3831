"""Real baresip softphones that call each other, each with ports and a folder of its own.

They stand on the computer's own loopback addresses, beside the tests: what they send goes to
ports of 127.0.0.1 that were free, so tests that run at once do not meet. A person's hand is
played over HTTP (baresip's module httpd), for the control line belongs to what is tested.
"""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from urllib.parse import quote

from tests.support.twinkle import free_port

_PATIENCE_SECONDS = 20
_MEDIA_PORTS = 60
_CONFIG = """\
poll_method epoll
sip_listen 127.0.0.1:{sip}
sip_trans_def udp
call_local_timeout 30
call_max_calls 4
call_hold_other_calls no
audio_player aubridge,nil
audio_source aubridge,nil
audio_alert aubridge,nil
rtp_ports {media}-{last}
net_interface 127.0.0.1
module_path {modules}
module g711.so
module aubridge.so
module_app account.so
module_app menu.so
module_app ctrl_tcp.so
module_app httpd.so
ctrl_tcp_listen 127.0.0.1:{control}
http_listen 127.0.0.1:{hand}
"""
_ACCOUNT = (
    "<sip:{name}@127.0.0.1:{sip};transport=udp>;regint=0;answermode={answers};audio_codecs=PCMU"
)


class Softphone:
    """A running baresip; ``place`` is where its control line is."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", name: str, ports: tuple[int, int, int]
    ) -> None:
        self._process, self._hand = process, ports[2]
        self.address = f"sip:{name}@127.0.0.1:{ports[0]}"
        self.control_port = ports[1]
        self.place = f"127.0.0.1:{ports[1]}"
        self._ready = Event()
        self._reader = Thread(target=self._read, name="baresip output", daemon=True)
        self._reader.start()

    def wait_until_ready(self) -> None:
        assert self._ready.wait(_PATIENCE_SECONDS), "baresip does not start"

    def say(self, command: str) -> str:
        """Give a command as its person would, and return what it shows."""
        return self._get(f"/{quote(command)}")

    def press(self, keys: str) -> None:
        """Press keys, which in a call are the digits that are sent to the far end."""
        self._get(quote(keys))

    def _get(self, typed: str) -> str:
        line = HTTPConnection("127.0.0.1", self._hand, timeout=_PATIENCE_SECONDS)
        try:
            line.request("GET", f"/raw/?{typed}")
            return line.getresponse().read().decode()
        finally:
            line.close()

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

    def _read(self) -> None:
        assert self._process.stdout is not None
        for shown in self._process.stdout:
            if b"baresip is ready" in shown:
                self._ready.set()


Start = Callable[..., Softphone]


@contextmanager
def softphones(folder: Path) -> Iterator[Start]:
    """Give a way to start softphones; none of them outlives the test."""
    running: list[Softphone] = []

    def start(name: str, *more: str, answers: str = "manual") -> Softphone:
        """Start one; ``more``: further accounts of it. ``answers``: "manual" or "auto"."""
        running.append(_started(folder / f"{name}-{len(running)}", (name, *more), answers))
        running[-1].wait_until_ready()
        return running[-1]

    try:
        yield start
    finally:
        for each in running:
            each.kill()


def _started(folder: Path, names: tuple[str, ...], answers: str) -> Softphone:
    ports = (free_port(2), _free_tcp_port(), _free_tcp_port())
    media = free_port(_MEDIA_PORTS)
    _write(folder, names, answers, ports, media)
    process = subprocess.Popen(
        ["baresip", "-f", str(folder), "-v"],
        env={**os.environ, "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    return Softphone(process, names[0], ports)


def _write(
    folder: Path, names: tuple[str, ...], answers: str, ports: tuple[int, int, int], media: int
) -> None:
    folder.mkdir(parents=True)
    sip, control, hand = ports
    accounts = [_ACCOUNT.format(name=name, sip=sip, answers=answers) for name in names]
    (folder / "accounts").write_text("\n".join(accounts) + "\n", encoding="utf-8")
    (folder / "contacts").touch()
    text = _CONFIG.format(
        sip=sip, control=control, hand=hand, media=media, last=media + _MEDIA_PORTS - 1,
        modules=_modules(),
    )  # fmt: skip
    (folder / "config").write_text(text, encoding="utf-8")


def _modules() -> Path:
    """Return where baresip keeps its modules, which differs from system to system."""
    usual = ("lib/baresip", "lib/*/baresip", "lib64/baresip", "local/lib/baresip")
    found = [each for path in usual for each in Path("/usr").glob(f"{path}/modules")]
    return next(iter(found), Path("/usr/lib/baresip/modules"))


def _free_tcp_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])

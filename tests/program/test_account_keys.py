"""The key of an account lies in the keyring and nowhere else: processes and keyring are real."""

import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.domain.instant import iso
from tests.program.test_company import files_with
from tests.support.keyring_daemon import KeyringDaemon
from tests.support.program import run
from tests.support.providers import aircall_company, twilio_company
from tests.support.providers.hubspot import KEY as HUBSPOT_KEY
from tests.support.providers.hubspot import hubspot
from tests.support.providers.place import Place, placed
from tests.support.providers.twilio import Opens
from tests.support.tools import needs_tool

pytestmark = [
    pytest.mark.program,
    pytest.mark.timeout(180),
    needs_tool("dbus-daemon", "gnome-keyring-daemon"),
]
_NOW = iso(twilio_company.NOON)
_SECONDS = twilio_company.NOON / 1_000_000
#: Invented, and found nowhere else on this computer.
_WORD, _NAME = "pat-eu1-9b1fe77c-invented-for-grep", "name-9b1fe77c-invented-for-grep"
_SID = "SK" + "9b1fe77c" * 4


@dataclass
class Account:
    """A provider on loopback, the words that open it, and how it is connected."""

    provider: str
    server: Any
    stdin: str
    words: tuple[str, ...] = ()
    hidden: tuple[str, ...] = (_WORD,)

    def spellings(self) -> list[str]:
        """Write the key in every way in which it could lie about."""
        pairs = [f"{user}:{self.hidden[-1]}" for user in ("", *self.hidden[:-1])]
        packed = [b64encode(pair.encode()).decode().rstrip("=") for pair in pairs]
        return [*self.hidden, *packed]


def _hubspot() -> Account:
    server = hubspot(lambda: _SECONDS)
    server.keys = {_WORD: server.keys[HUBSPOT_KEY]}
    server.book.add(30)
    return Account("hubspot", server, f"{_WORD}\n")


def _aircall() -> Account:
    server = aircall_company.served(aircall_company.filled(aircall_company.company(), 30))
    server.keys = {_NAME: _WORD}
    return Account("aircall", server, f"{_NAME}\n{_WORD}\n", hidden=(_NAME, _WORD))


def _twilio() -> Account:
    server = twilio_company.customer(lambda: twilio_company.NOON)
    server.keys[_SID] = Opens(_WORD, twilio_company.SID)
    twilio_company.fill(server.accounts[twilio_company.SID], 30)
    words = ("--account", twilio_company.SID)
    return Account("twilio", server, f"{_SID}\n{_WORD}\n", words, (_SID, _WORD))


@dataclass
class Desk:
    """A data folder, the keyring of the person whose it is, and an account that can be read."""

    folder: Path
    keyring: KeyringDaemon
    account: Account
    place: Place
    told: bytes = b""
    seen: set[str] = field(default_factory=set)

    def run(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[bytes]:
        environ = {**self.keyring.environ, "TALKTALLY_NOW": _NOW}
        done = run(self.folder, *words, stdin=stdin.encode(), environ=environ)
        self.told += done.stdout + done.stderr
        return done

    def done(self, *words: str, stdin: str = "") -> None:
        done = self.run(*words, stdin=stdin)
        assert (done.returncode, done.stderr) == (0, b"")

    def connect(self) -> None:
        base = ("--base-url", self.place.address, "--name", "Sales")
        words = ("account", "add", self.account.provider, *self.account.words, *base)
        self.done(*words, stdin=self.account.stdin)

    def kept(self) -> str:
        """Return what the keyring keeps for the account."""
        name = {"hubspot": "12345678", "aircall": "Example GmbH", "twilio": twilio_company.SID}
        provider = self.account.provider
        return self.keyring.ask("get", f"connection 1 {provider} {name[provider]}")

    def check_nothing_is_told(self, *folders: Path) -> None:
        """Check files, what was written on the terminal, and what was seen of processes."""
        assert self.seen == set()
        for spelling in self.account.spellings():
            assert spelling.encode() not in self.told
            assert files_with(spelling, *folders) == []

    def look_around(self) -> None:
        """Look for the key in what every process says of itself."""
        for path in Path("/proc").glob("[0-9]*/*"):
            if path.name in {"cmdline", "environ"}:
                self._look_at(path)

    def _look_at(self, path: Path) -> None:
        with suppress(OSError):
            content = path.read_bytes()
            self.seen |= {each for each in self.account.spellings() if each.encode() in content}


@pytest.fixture
def desk(
    request: pytest.FixtureRequest, tmp_path: Path, keyring_daemon: KeyringDaemon
) -> Iterator[Desk]:
    make: Callable[[], Account] = getattr(request, "param", _aircall)
    account = make()
    with placed(account.server) as place:
        desk = Desk(tmp_path / "desk", keyring_daemon, account, place)
        place.latency = desk.look_around
        yield desk


@pytest.mark.parametrize(
    "desk", [_hubspot, _aircall, _twilio], ids=["hubspot", "aircall", "twilio"], indirect=True
)
def test_a_key_is_in_the_keyring_and_nowhere_else(desk: Desk, tmp_path: Path, home: Path) -> None:
    desk.connect()
    desk.done("sync")
    desk.run("doctor", "--bundle", str(tmp_path / "report.zip"), "--yes")
    desk.done("backup", str(tmp_path / "copy.db"))
    desk.done("export", str(tmp_path / "all.jsonl"))
    assert _WORD in desk.kept()
    assert len(desk.place.asked) > 2
    desk.check_nothing_is_told(tmp_path, home)


def test_a_refused_key_is_told_without_it(desk: Desk, tmp_path: Path, home: Path) -> None:
    desk.connect()
    desk.account.server.keys.clear()
    assert desk.run("sync").returncode == 3
    desk.run("account", "list", "--json")
    desk.check_nothing_is_told(tmp_path, home)


def test_an_answer_without_sense_is_told_without_it(desk: Desk, tmp_path: Path, home: Path) -> None:
    desk.connect()
    desk.place.spoil = lambda *_: b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n\xff\x00{"
    assert desk.run("account", "test", "Sales").returncode == 3
    desk.check_nothing_is_told(tmp_path, home)


def test_removing_an_account_takes_its_key_out_of_the_keyring(desk: Desk) -> None:
    desk.connect()
    assert _WORD in desk.kept()
    desk.done("account", "remove", "Sales", "--yes")
    assert desk.kept() == "None"

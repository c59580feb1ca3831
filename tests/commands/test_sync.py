"""``talktally sync`` does a round with every account, tells what came, and says what went wrong."""

import io
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typing_extensions import override

from app.commands.interrupts import ends_softly
from app.commands.main import main
from app.domain.connection import AccountFound, Connection
from app.ledger.connections.accounts import note_key, pause_connection
from app.ledger.connections.health import shown
from app.ledger.ledger import Ledger, ledger_path
from app.machine.secrets import usual_secrets
from tests.support.connected import connect
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring, memory_keyring
from tests.support.ledgers import NOW
from tests.support.providers.place import Asked, Place, Told, placed
from tests.support.worlds import World, hubspot_world

__all__ = ["memory_keyring"]
NOON = "2026-11-22T12:00:00Z"


@dataclass
class Desk:
    """A console whose folder has a connection to HubSpot."""

    console: Console
    world: World
    place: Place

    def paused(self) -> None:
        with Ledger(ledger_path(self.console.folder)) as ledger, ledger.writing() as writing:
            pause_connection(writing, 1, True)


@pytest.fixture
def desk(tmp_path: Path, memory_keyring: MemoryKeyring) -> Iterator[Desk]:
    world = hubspot_world(30)
    with placed(world.provider) as place:
        connected(tmp_path, world, place)
        environ = {"TALKTALLY_NOW": NOON, "TZ": "UTC"}
        yield Desk(Console(tmp_path, environ), world, place)


def connected(folder: Path, world: World, place: Place) -> Connection:
    found = AccountFound(world.account, "Sales")
    with Ledger(ledger_path(folder)) as ledger:
        return connect(ledger, usual_secrets(), world.new(place.address), found)


class Terminal(io.StringIO):
    @override
    def isatty(self) -> bool:
        return True


def on_terminal(desk: Desk, *words: str) -> tuple[int, str]:
    err = Terminal()
    argv = [*words, "--data-dir", str(desk.console.folder)]
    return main(argv, desk.console.environ, io.StringIO(), err), err.getvalue()


def test_what_came_is_told_by_account(desk: Desk) -> None:
    assert desk.console.done("sync").out == "hubspot: 33 new entries\n"
    assert desk.console.done("sync").out == "Everything is up to date.\n"


def test_a_program_gets_every_round(desk: Desk) -> None:
    told = desk.console.done("sync", "--json").json
    assert (told["at"], told["sent"], told["problem"]) == (None, 0, None)
    (account,) = told["accounts"]
    assert (account["name"], account["provider"], account["new"]) == ("hubspot", "hubspot", 33)
    assert account["problem"] is None


def test_a_terminal_sees_how_far_it_is(desk: Desk) -> None:
    code, err = on_terminal(desk, "sync")
    assert code == 0
    assert "hubspot calls: 13 of 30" in err
    assert err.endswith("\r\033[K")


def test_a_wait_is_told_on_a_terminal(desk: Desk) -> None:
    def busy(number: int, asked: Asked, told: Told) -> Told | None:
        once = number == 1
        return Told(429, {"policyName": "SECONDLY"}, {"retry-after": "1"}) if once else None

    desk.place.spoil = busy
    assert "HubSpot asks to wait " in on_terminal(desk, "sync")[1]


def test_trouble_is_one_sentence_with_the_name(desk: Desk) -> None:
    desk.world.revoke()
    answer = desk.console.run("sync")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("hubspot: ")
    assert answer.err.endswith('To give it a new key: talktally account key "hubspot"\n')
    assert desk.console.run("sync", "--json").json["accounts"][0]["problem"]


def test_only_the_named_connection_is_asked(desk: Desk) -> None:
    assert desk.console.done("sync", "--source", "HubSpot").out.startswith("hubspot: 33")
    answer = desk.console.run("sync", "--source", "other")
    assert (answer.code, answer.out) == (2, "")
    assert "There is no connection called other" in answer.err


def test_a_paused_connection_is_left_alone(desk: Desk) -> None:
    desk.paused()
    answer = desk.console.run("sync")
    assert (answer.code, answer.out) == (2, "")
    assert "All that is connected here is paused." in answer.err
    assert "is paused" in desk.console.run("sync", "--source", "hubspot").err
    assert desk.place.asked == []


def test_a_key_that_only_a_window_has_is_no_trouble_of_the_connection(desk: Desk) -> None:
    with Ledger(ledger_path(desk.console.folder)) as ledger, ledger.writing() as writing:
        note_key(writing, 1, kept_for_run=True)
    answer = desk.console.run("sync")
    assert (answer.code, answer.out) == (3, "")
    assert "only in the window that it was given to" in answer.err
    with Ledger(ledger_path(desk.console.folder)) as ledger, ledger.reading() as snapshot:
        (fared,) = shown(snapshot, NOW).accounts
    assert fared.due is None


def test_without_anything_connected_it_says_what_to_do(tmp_path: Path) -> None:
    answer = Console(tmp_path / "none").run("sync")
    assert answer.code == 2
    assert "talktally account add" in answer.err
    assert not (tmp_path / "none").exists()


def test_ctrl_c_ends_between_pages_and_says_so(desk: Desk) -> None:
    # The server answers on another thread, where Python lets no signal be caught.
    def press(number: int, asked: Asked, told: Told) -> None:
        if asked.path.endswith("calls/search"):
            os.kill(os.getpid(), signal.SIGINT)

    desk.place.spoil = press
    answer = desk.console.run("sync")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == "It was cancelled. What was done so far stays.\n"


def test_ctrl_c_twice_ends_at_once() -> None:
    with ends_softly() as stopped:
        signal.raise_signal(signal.SIGINT)
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

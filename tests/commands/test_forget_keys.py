"""No key is left in the keyring, whatever the ledger is like, and nothing else is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import keyring
import pytest
from keyring.core import load_keyring
from keyring.errors import KeyringLocked
from typing_extensions import override

from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, empty_server_file, plan_server
from tests.support.providers.aircall_company import company, filled, served
from tests.support.providers.place import Place, placed

__all__ = ["empty_server_file", "plan_server"]
_KEY = b"key-id\nkey-token\n"


class Locked(MemoryKeyring):
    """Stays locked, whatever is asked."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("no")


@pytest.fixture
def place() -> Iterator[Place]:
    with placed(served(filled(company(), 30))) as place:
        yield place


@pytest.fixture
def desk(
    console: Console, place: Place, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> Console:
    """A desk with an account, a company and a token for softphones: a key of each kind."""
    words = ("--name", "Sales", "--base-url", place.address)
    console.done("account", "add", "aircall", *words, stdin=_KEY)
    console.done("company", "join", stdin=plan_server.link("Lea").encode())
    console.done("hook", "address")
    console.done("sync")
    assert len(memory_keyring.kept) == 3
    return console


def test_what_would_go_is_shown_first(desk: Console, memory_keyring: MemoryKeyring) -> None:
    shown = desk.run("forget-keys")
    assert (shown.code, shown.err) == (1, "Nothing was changed. To go ahead, add --yes.\n")
    assert shown.out.startswith("3 keys would be removed from the keyring.\nAccounts then need")
    told = desk.run("forget-keys", "--json")
    document = {"version": 1, "removed": None, "would": 3, "all_folders": False}
    assert (told.code, told.json) == (1, document)
    assert len(memory_keyring.kept) == 3


def test_every_key_goes_and_nothing_else(desk: Console, memory_keyring: MemoryKeyring) -> None:
    before = desk.done("list", "--json").json
    memory_keyring.kept["Another program", "a"] = "theirs"
    told = desk.done("forget-keys", "--yes").out
    assert told.startswith("3 keys were removed from the keyring.\nAt the providers")
    assert list(memory_keyring.kept) == [("Another program", "a")]
    assert desk.done("list", "--json").json == before
    again = desk.done("forget-keys", "--yes", "--json").json
    assert again == {"version": 1, "removed": 0, "all_folders": False}
    assert desk.done("forget-keys", "--yes").out.startswith("The keyring holds no key of Talktally")


def test_an_account_then_needs_its_key_again(desk: Console) -> None:
    desk.done("forget-keys", "--yes")
    assert desk.run("sync").code == 3
    (account,) = desk.done("account", "list", "--json").json["accounts"]
    assert account["health"] == "sign_in"
    assert account["problem"].startswith("The key of Sales is not on this computer any more.")
    desk.done("account", "key", "Sales", stdin=_KEY)
    (account,) = desk.done("account", "list", "--json").json["accounts"]
    assert account["health"] != "sign_in"


def test_a_company_is_still_there_and_needs_an_invitation(desk: Console) -> None:
    desk.done("forget-keys", "--yes")
    desk.run("sync")
    state = desk.done("company", "show", "--json").json["company"]
    assert state["member"] == "Lea"
    assert "Ask an owner for a new invitation" in state["problem"]


def test_a_newer_ledger_is_no_hindrance(desk: Console, memory_keyring: MemoryKeyring) -> None:
    with closing(sqlite3.connect(desk.folder / "ledger.db")) as raw:
        raw.execute("PRAGMA user_version=99")
    assert desk.run("status").code == 3
    assert desk.done("forget-keys", "--yes", "--json").json["removed"] == 3
    assert memory_keyring.kept == {}


def test_of_a_damaged_ledger_a_backup_knows(desk: Console, memory_keyring: MemoryKeyring) -> None:
    desk.done("backup")
    (desk.folder / "ledger.db").write_bytes(b"nothing of a database")
    (desk.folder / "settings.json").write_bytes(b"{")
    assert desk.run("forget-keys", "--yes", "--json").json["removed"] == 3
    assert memory_keyring.kept == {}


def test_the_keys_of_the_usual_folder_go_too(
    console: Console, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    usual = Console(tmp_path / "usual")
    usual.done("hook", "address")
    console.done("hook", "address")
    other = Console(console.folder, {**console.environ, "TALKTALLY_DATA_DIR": str(usual.folder)})
    assert other.done("forget-keys", "--yes", "--json").json["removed"] == 2
    assert memory_keyring.kept == {}


def test_without_any_data_nothing_is_made(console: Console, memory_keyring: MemoryKeyring) -> None:
    console.done("forget-keys", "--yes")
    assert not console.folder.exists()
    assert memory_keyring.kept == {}


@pytest.mark.parametrize(
    ("backend", "told"),
    [
        (load_keyring("keyring.backends.fail.Keyring"), "no keyring that Talktally could use."),
        (Locked(), "is locked. Unlock it, then try again."),
    ],
    ids=["none", "locked"],
)
@pytest.mark.usefixtures("memory_keyring")
def test_a_keyring_that_does_not_open_is_told_in_a_sentence(
    console: Console, backend: MemoryKeyring, told: str
) -> None:
    keyring.set_keyring(backend)
    answer = console.run("forget-keys", "--yes")
    assert (answer.code, answer.out) == (3, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1

"""Accounts by command: connected with a key from standard input, looked after, removed."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.core import load_keyring

from tests.support.console import Answer, Console
from tests.support.keyrings import MemoryKeyring
from tests.support.providers.aircall import Aircall
from tests.support.providers.aircall_company import company, filled, served
from tests.support.providers.place import Place, placed

_KEY = b"key-id\nkey-token\n"
_TITLE = "Example GmbH"


@pytest.fixture
def aircall() -> Aircall:
    return served(company())


@pytest.fixture
def place(aircall: Aircall) -> Iterator[Place]:
    with placed(aircall) as place:
        yield place


@pytest.fixture
def desk(console: Console, place: Place, memory_keyring: MemoryKeyring) -> Console:
    _add(console, place)
    return console


def _add(console: Console, place: Place, *words: str, stdin: bytes = _KEY) -> Answer:
    base = ("--base-url", place.address)
    return console.run("account", "add", "aircall", *base, *words, stdin=stdin)


def test_connecting_tells_what_was_found(
    console: Console, place: Place, memory_keyring: MemoryKeyring
) -> None:
    answer = _add(console, place)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Aircall · {_TITLE} is connected as {_TITLE}.\n")
    assert "Aircall gives no list of past texts" in answer.out
    assert answer.out.endswith("To read it now: talktally sync\n")
    assert len(memory_keyring.kept) == 1


def test_connecting_answers_programs(
    console: Console, place: Place, memory_keyring: MemoryKeyring
) -> None:
    told = _add(console, place, "--name", "Sales", "--json").json["account"]
    assert (told["name"], told["provider"], told["account"]) == ("Sales", "aircall", _TITLE)
    assert (told["address"], told["kept_for_run"]) == (place.address, False)


@pytest.mark.parametrize(
    ("stdin", "code", "told"),
    [
        (b"", 2, "Nothing was pasted"),
        (b"key-token\n", 2, "The API ID is missing"),
        (b"rep@example.com\nkey-token\n", 2, "e-mail address"),
        (b"a\nb\nc\n", 2, "more than a key"),
        (b"key-id\nanother-token\n", 3, "does not know this API id and token"),
    ],
)
def test_a_key_that_is_none_is_told_and_leaves_nothing(
    console: Console,
    place: Place,
    memory_keyring: MemoryKeyring,
    stdin: bytes,
    code: int,
    told: str,
) -> None:
    answer = _add(console, place, stdin=stdin)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "another-token" not in answer.err
    assert memory_keyring.kept == {}
    assert console.done("account", "list", "--json").json["accounts"] == []


def test_a_key_on_one_line_is_understood(
    console: Console, place: Place, memory_keyring: MemoryKeyring
) -> None:
    assert _add(console, place, stdin=b' "key-id:key-token"\r\n').code == 0


def test_without_a_keyring_nothing_is_asked(console: Console, place: Place) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    try:
        answer = _add(console, place)
    finally:
        keyring.set_keyring(before)
    assert answer.code == 3
    assert answer.err.startswith("The keyring of this computer cannot keep a key")
    assert place.asked == []


def test_an_account_is_connected_once(desk: Console, place: Place) -> None:
    answer = _add(desk, place, "--name", "Again")
    assert answer.code == 2
    assert answer.err.startswith(f"This account is connected already, as {_TITLE}. For a new key:")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--base-url", "http://example.com"), "https://"),
        (("--base-url", "ftp://example.com"), "is not the address of a server"),
        (("--account", "AC123"), "--account is for Twilio alone"),
        (("--behind-connect",), "only be said of a Twilio account"),
        (("--path-version", "v3"), "only be said of a HubSpot account"),
        (("--counts-toward", "nonsense"), "nonsense"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_asked(
    console: Console,
    place: Place,
    memory_keyring: MemoryKeyring,
    words: tuple[str, ...],
    told: str,
) -> None:
    answer = _add(console, place, *words)
    assert answer.code == 2
    assert told in answer.err
    assert place.asked == []


def test_the_list_tells_how_each_fares(desk: Console) -> None:
    told = desk.done("account", "list").out
    assert told.startswith(f"Aircall · {_TITLE}\n  not read yet: Connected.")
    assert "never read yet" in told


def test_an_empty_list_says_how_to_connect(console: Console) -> None:
    told = console.done("account", "list").out
    assert told.startswith("No account is connected yet.\nTo connect one: talktally account add")
    assert not console.folder.exists()


def test_a_connection_is_tested(desk: Console, aircall: Aircall) -> None:
    assert desk.done("account", "test", _TITLE).out.startswith(f"{_TITLE} works: Aircall")
    aircall.keys.clear()
    revoked = desk.run("account", "test", _TITLE, "--json")
    assert revoked.code == 3
    assert revoked.json["accounts"][0]["ok"] is False


def test_a_connection_is_renamed_paused_and_resumed(desk: Console) -> None:
    desk.done("account", "rename", _TITLE, "Sales")
    assert desk.done("account", "pause", "sales").out == (
        "Sales is paused. Nothing is read from it.\n"
    )
    (paused,) = desk.done("account", "list", "--json").json["accounts"]
    assert (paused["name"], paused["health"], paused["paused"]) == ("Sales", "paused", True)
    assert desk.done("account", "resume", "Sales").out == "Sales is read again.\n"


@pytest.mark.parametrize("verb", ["pause", "resume", "test", "remove"])
def test_one_unknown_name_refuses_all(desk: Console, verb: str) -> None:
    answer = desk.run("account", verb, _TITLE, "Nobody")
    assert answer.code == 2
    assert answer.err == f"There is no connection called Nobody. Write one of: {_TITLE}\n"
    (shown,) = desk.done("account", "list", "--json").json["accounts"]
    assert not shown["paused"]


def test_a_new_key_is_tried_before_it_is_kept(
    desk: Console, aircall: Aircall, memory_keyring: MemoryKeyring
) -> None:
    kept = dict(memory_keyring.kept)
    assert desk.run("account", "key", _TITLE, stdin=b"key-id:wrong").code == 3
    assert memory_keyring.kept == kept
    aircall.keys["new-id"] = "new-token"
    answer = desk.done("account", "key", _TITLE, stdin=b"new-id:new-token")
    assert answer.out.startswith(f"{_TITLE} has a new key.\n")
    assert "new-token" in next(iter(memory_keyring.kept.values()))


def test_options_are_said_and_taken_back(desk: Console) -> None:
    said = desk.done("account", "set", _TITLE, "--counts-toward", "none", "--json").json["account"]
    assert said["counts_toward"] == "none"
    assert desk.done("account", "set", _TITLE).out == "Nothing was changed.\n"
    taken = desk.done("account", "set", _TITLE, "--counts-toward", "", "--json").json["account"]
    assert taken["counts_toward"] is None


def test_removing_is_shown_first(desk: Console, memory_keyring: MemoryKeyring) -> None:
    shown = desk.run("account", "remove", _TITLE)
    assert shown.code == 1
    assert shown.out == f"Aircall · {_TITLE} would be removed.\n0 entries read from it stay.\n"
    assert shown.err == "Nothing was changed. To go ahead, add --yes.\n"
    assert len(memory_keyring.kept) == 1


def test_removing_takes_the_key_too(desk: Console, memory_keyring: MemoryKeyring) -> None:
    assert desk.done("account", "remove", _TITLE, "--yes").out == f"{_TITLE} is removed.\n"
    assert memory_keyring.kept == {}
    assert desk.done("account", "list", "--json").json["accounts"] == []


def test_removing_with_entries_leaves_a_ledger_without_them(
    desk: Console, aircall: Aircall
) -> None:
    filled(aircall.book, 40)
    desk.done("log", "call", "--to", "+14155550188", "--seconds", "60")
    desk.done("sync")
    shown = desk.run("account", "remove", _TITLE, "--with-entries")
    assert "40 entries read from it would go, too." in shown.out
    removed = desk.done("account", "remove", _TITLE, "--with-entries", "--yes")
    assert removed.out == f"{_TITLE} is removed.\n40 entries went with it.\n"
    assert desk.done("verify", "--json").json["entries"] == 1


def test_removing_without_entries_keeps_them(desk: Console, aircall: Aircall) -> None:
    filled(aircall.book, 40)
    desk.done("sync")
    desk.done("account", "remove", _TITLE, "--yes")
    assert desk.done("verify", "--json").json["entries"] == 40


def test_who_is_who_is_said_by_command(desk: Console, aircall: Aircall) -> None:
    filled(aircall.book, 40)
    desk.done("sync")
    assert "456  Ada Agent <ada@example.com>: Ada Agent\n" in (
        desk.done("account", "people", _TITLE).out
    )
    assert "none of them is you yet" in desk.done("account", "list").out
    said = desk.done("account", "people", _TITLE, "--user", "456", "--is", "me", "--json").json
    assert [each["me"] for each in said["people"]] == [True, False]
    assert desk.done("me", "--json").json["name"] == "Ada Agent"


def test_with_a_locked_keyring_nothing_is_removed(
    desk: Console, memory_keyring: MemoryKeyring
) -> None:
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    assert desk.run("account", "remove", _TITLE, "--yes").code == 3
    (shown,) = desk.done("account", "list", "--json").json["accounts"]
    assert not shown["paused"]
    desk.done("account", "remove", _TITLE, "--yes", "--leave-key")
    assert desk.done("account", "list", "--json").json["accounts"] == []


def test_commands_about_connections_make_no_ledger(console: Console, tmp_path: Path) -> None:
    for verb in ("pause", "test", "key", "set", "people", "remove"):
        answer = console.run("account", verb, "Sales")
        assert (answer.code, answer.out) == (2, "")
        assert "talktally account add" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_who_is_who_needs_both_words(desk: Console) -> None:
    answer = desk.run("account", "people", _TITLE, "--user", "456")
    assert answer.code == 2
    assert "--is PERSON" in answer.err


def test_people_come_with_the_first_sync(desk: Console) -> None:
    assert desk.done("account", "people", _TITLE).out.startswith("No people are known yet.")
    answer = desk.run("account", "people", _TITLE, "--user", "456", "--is", "me")
    assert answer.code == 2
    assert "names no such person" in answer.err


def test_a_token_given_as_an_argument_is_not_repeated(console: Console) -> None:
    token = "pat-eu1-0f0e0d0c-0b0a-0908-0706-050403020100"  # noqa: S105 - invented
    answer = console.run("account", "add", "hubspot", token)
    assert answer.code == 2
    assert token not in answer.err


def test_the_doctor_tells_of_connections_and_names_none(desk: Console, aircall: Aircall) -> None:
    sound = desk.done("doctor").out
    assert "Connections:\n  Aircall · not read yet · 0 entries · last good sync: none" in sound
    assert "Example" not in sound
    told = desk.done("doctor", "--json")
    (seen,) = told.json["connections"]
    assert (seen["provider"], seen["health"], seen["entries"]) == ("aircall", "new", 0)
    assert "Example" not in told.out


def test_the_doctor_says_when_a_key_is_needed(
    desk: Console, aircall: Aircall, memory_keyring: MemoryKeyring
) -> None:
    aircall.keys.clear()
    assert desk.run("sync").code == 3
    answer = desk.run("doctor")
    assert answer.code == 1
    assert answer.out.startswith("A connection needs a new key. To see which and why: talktally")

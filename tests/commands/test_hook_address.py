"""The addresses that softphones open, and the token that is shown to whoever asks for it here."""

import json

import keyring
from keyring.backends.fail import Keyring as NoKeyring

from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring


def token_of(console: Console, *words: str) -> str:
    return str(console.done("hook", "address", "--json", *words).json["token"])


def listening(console: Console, port: int = 47612) -> None:
    console.folder.mkdir(exist_ok=True)
    settings = {"version": 1, "phone": {"hook": True, "hook_port": port}}
    (console.folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def test_the_token_lies_in_the_keyring_and_in_no_file(
    console: Console, memory_keyring: MemoryKeyring
) -> None:
    token = token_of(console)
    assert len(token) >= 32
    assert list(memory_keyring.kept.values()) == [token]
    assert token_of(console) == token
    files = [each for each in console.folder.rglob("*") if each.is_file()]
    assert not any(token.encode() in each.read_bytes() for each in files)


def test_every_address_is_shown_whole(console: Console, memory_keyring: MemoryKeyring) -> None:
    listening(console, 50123)
    token = token_of(console)
    shown = console.done("hook", "address").out
    for what in ("ring", "start", "hold", "resume", "end"):
        assert f"http://127.0.0.1:50123/hook/{what}?token={token}\n" in shown
    assert "Nobody listens" not in shown
    assert memory_keyring.kept


def test_it_is_said_where_nobody_listens_yet(
    console: Console, memory_keyring: MemoryKeyring
) -> None:
    assert "Nobody listens yet" in console.done("hook", "address").out
    assert memory_keyring.kept


def test_a_new_token_takes_the_place_of_the_old_one(
    console: Console, memory_keyring: MemoryKeyring
) -> None:
    before = token_of(console)
    after = token_of(console, "--new")
    assert after not in {before, ""}
    assert list(memory_keyring.kept.values()) == [after]
    assert "start Talktally again" in console.done("hook", "address", "--new").out


def test_every_data_folder_has_a_token_of_its_own(
    console: Console, memory_keyring: MemoryKeyring
) -> None:
    other = Console(console.folder.parent / "other")
    assert token_of(other) != token_of(console)
    assert len(memory_keyring.kept) == 2


def test_the_token_goes_with_the_folder(console: Console, memory_keyring: MemoryKeyring) -> None:
    console.done("log", "call", "--to", "+14155550199", "--seconds", "60")
    listening(console)
    token = token_of(console)
    moved = console.folder.parent / "moved"
    console.done("move", str(moved))
    assert token_of(Console(moved)) == token
    assert list(memory_keyring.kept.values()) == [token]


def test_without_a_keyring_no_token_is_made(console: Console) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring’s own
    try:
        answers = [console.run("hook", "address"), console.run("hook", "address", "--new")]
    finally:
        keyring.set_keyring(before)
    for answer in answers:
        assert (answer.code, answer.out) == (3, "")
        assert "keyring" in answer.err

"""Help and complaints about arguments are in the person's language, argparse's own words too."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest
from typing_extensions import override

from app.commands.complaints import complaint
from app.commands.table import COMMANDS
from app.domain.problem import Problem
from tests.support.console import Answer, Console
from tests.support.wordings import ENGLISH, GERMAN
from ui.__main__ import WINDOW

_ARGPARSE = ("usage:", "positional arguments", "options:", "show this", "DIR")


def german(console: Console) -> Console:
    return Console(console.folder, {**console.environ, "TALKTALLY_LANG": "de"})


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_a_command_is_german(console: Console, name: str) -> None:
    help_text = german(console).done(*name.split(), "--help").out
    assert help_text.startswith(f"Aufruf: talktally {name}")
    assert GERMAN.say(COMMANDS[name].summary) in " ".join(help_text.split())
    assert [said for said in _ARGPARSE if said in help_text] == []


def test_the_list_of_commands_is_german(console: Console) -> None:
    listed = german(console).done("--help").out
    assert [name for name in COMMANDS if f"  {name} " not in listed] == []
    assert GERMAN.say(COMMANDS["sync"].summary) in listed


def test_what_the_window_can_do_is_said_in_german() -> None:
    for command in WINDOW.values():
        assert GERMAN.say(command.summary) != command.summary


@pytest.mark.parametrize("words", [["--help"], ["status", "--help"], ["status", "--foo"], ["stat"]])
def test_the_settings_of_the_named_folder_choose_the_language(
    tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "settings.json").write_text('{"language": "de"}', encoding="utf-8")
    answer = Console(tmp_path).run(*words)
    assert any(said in answer.out + answer.err for said in ("alle Zähler", "Hilfe", "gemeint"))


@pytest.mark.parametrize(
    ("words", "english", "german_sentence"),
    [
        (["list", "--order"], "expected one argument", "ein Wert fehlt"),
        (["list", "--order", "x"], "invalid choice: 'x' (choose", "'x' gibt es hier nicht"),
        (["list", "--limit", "x"], "'x' is not a whole number", "'x' ist keine ganze Zahl"),
        (["list", "--limit", "0"], "0 is not from 1 to", "0 liegt nicht zwischen 1 und"),
        (["list", "--json=1"], "it takes no value", "dazu gehört kein Wert"),
        (["import"], "arguments are required: FILE", "Es fehlt noch: DATEI"),
        (["import", ""], "Argument FILE: the name", "Argument DATEI: der Dateiname ist leer"),
        (["account", "pause"], "are required: NAME", "Es fehlt noch: NAME"),
        (["status", "--foo"], "Unrecognized arguments: --foo", "Unbekannte Argumente: --foo"),
    ],
)
def test_a_complaint_is_said_in_both_languages(
    console: Console, words: list[str], english: str, german_sentence: str
) -> None:
    assert english in _refused(console.run(*words))
    told = _refused(german(console).run(*words))
    assert german_sentence in told
    assert f"Hilfe: talktally {' '.join(words[: 2 if words[0] == 'account' else 1])} --help" in told


def _refused(answer: Answer) -> str:
    assert (answer.code, answer.out) == (2, "")
    return answer.err


@pytest.mark.parametrize(
    "build",
    [
        {"required": True},
        {"type": int},
        {"nargs": "+"},
        {"nargs": "?", "choices": ["a"]},
        {"nargs": 2},
        {"action": "store_true"},
    ],
)
@pytest.mark.parametrize("argv", [[], ["--x"], ["--x", "b"], ["--x=b"], ["--y"], ["--x", "b", "c"]])
def test_every_complaint_of_the_standard_parser_is_known(
    build: Mapping[str, object], argv: list[str]
) -> None:
    for sentence in _complained(build, argv):
        told = complaint(sentence)
        assert told.message != "{message}"
        assert not isinstance(told.places.get("reason"), str), sentence


def _complained(build: Mapping[str, object], argv: list[str]) -> list[str]:
    found: list[str] = []

    class _Listening(argparse.ArgumentParser):
        @override
        def error(self, message: str) -> NoReturn:
            found.append(message)
            raise Problem(message)

    parser = _Listening(allow_abbrev=False)
    parser.add_argument("--x", **build)  # type: ignore[arg-type]
    try:
        parser.parse_args(argv)
    except Problem:
        return found
    return []


def test_a_complaint_nobody_knows_stays_as_it_is() -> None:
    assert GERMAN.problem(complaint("something new")) == "Something new"
    assert ENGLISH.problem(complaint("argument -x: odd: {a}")) == "Argument -x: odd: {a}"


def test_what_was_typed_is_never_a_template(console: Console) -> None:
    assert "{0} {a}" in _refused(german(console).run("status", "{0} {a}"))


def test_a_secret_in_a_wrong_place_is_struck_out(console: Console) -> None:
    secret = "pat-eu1-" + "a" * 40
    for words in (["list", "--limit", secret], ["list", "--order", secret], ["status", secret]):
        assert secret not in _refused(german(console).run(*words))


def test_a_folder_that_cannot_be_read_leaves_the_language_of_the_environment(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    answer = german(Console(tmp_path / "file")).done("--help")
    assert answer.out.startswith("Talktally: wie viele")

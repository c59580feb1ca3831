"""The door of the command line: words, options, errors and exit codes."""

import io
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from typing_extensions import override

from app.commands import table
from app.commands.main import main
from app.commands.table import COMMANDS, Command
from tests.support.console import Console


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(console: Console, name: str) -> None:
    answer = console.done(*name.split(), "--help")
    assert answer.out.startswith(f"usage: talktally {name}")


def test_help_lists_every_command(console: Console) -> None:
    listed = console.done("--help").out
    assert [name for name in COMMANDS if f"  {name} " not in listed] == []


def test_the_version_is_told(console: Console) -> None:
    assert console.done("--version").out.startswith("Talktally")


def test_the_data_folder_may_stand_before_the_verb_or_inside_it(tmp_path: Path) -> None:
    for argv in (
        ["--data-dir", str(tmp_path), "plan", "show"],
        ["plan", f"--data-dir={tmp_path}", "show"],
        ["plan", "--json", "show", "--data-dir", str(tmp_path)],
    ):
        assert main(argv, {}, io.StringIO(), io.StringIO(), io.BytesIO()) == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["stattus"], "There is no command stattus. Did you mean: talktally status\n"),
        (["plan", "shwo"], "There is no command plan shwo. Did you mean: talktally plan show\n"),
        (["xyzzy"], "There is no command xyzzy. For the list of commands: talktally --help\n"),
        (["log"], "Which one? Write one of: log call, log text.\n"),
        ([], "Say what to do. For the list of commands: talktally --help\n"),
        (["status", "--foo"], "Unrecognized arguments: --foo. For help: talktally status --help\n"),
        (
            ["status", "--age", "x"],
            "Unrecognized arguments: --age x. For help: talktally status --help\n",
        ),
    ],
)
def test_a_wrong_word_is_answered_in_one_sentence(
    console: Console, words: list[str], sentence: str
) -> None:
    assert console.run(*words) == (2, "", sentence)


def test_a_file_cannot_be_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for words in (["status"], ["log", "call", "--seconds", "1"]):
        answer = Console(tmp_path / "file").run(*words)
        assert answer.code == 3
        assert "is not a folder" in answer.err


def test_an_unclear_instant_is_wrong_usage(console: Console) -> None:
    answer = console.at("tomorrow").run("status")
    assert answer.code == 2
    assert "TALKTALLY_NOW must be an instant" in answer.err


def test_a_problem_is_told_in_the_language_of_the_settings(console: Console) -> None:
    console.folder.mkdir()
    (console.folder / "settings.json").write_text('{"language": "de"}', encoding="utf-8")
    console.done("plan", "use", "hubspot-free")
    assert "Minuten" in console.done("status").out


@pytest.mark.parametrize(
    "words", ["status", "plan show", "explain 1", "verify", "me", "check +14155550188"]
)
def test_asking_makes_no_files(console: Console, words: str) -> None:
    console.run(*words.split(), "--json")
    assert not console.folder.exists()


class _Broken(io.StringIO):
    @override
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_reader_that_has_gone_is_no_trouble(console: Console) -> None:
    err = io.StringIO()
    assert main(["status"], {"TALKTALLY_DATA_DIR": str(console.folder)}, _Broken(), err) == 0
    assert err.getvalue() == ""


def failing(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Command]:
    def run(*_: object) -> int:
        raise error

    module = SimpleNamespace(add_arguments=lambda _: None, run=run)
    monkeypatch.setitem(__import__("sys").modules, "failing_command", module)
    return {"fail": Command("failing_command", "fails")}


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (RuntimeError("+14155550188"), 3, "Please report it and attach"),
        (OSError(28, "No space left on device"), 3, "No space left on device"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_no_traceback_ever_reaches_a_person(
    console: Console,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    told: str,
) -> None:
    err = io.StringIO()
    known = failing(error, monkeypatch)
    argv = ["fail", "--data-dir", str(console.folder)]
    assert main(argv, {}, io.StringIO(), err, io.BytesIO(), known) == code
    assert told in err.getvalue()
    assert "Traceback" not in err.getvalue()
    assert "4155550188" not in err.getvalue()


def test_a_build_without_the_window_says_so(console: Console) -> None:
    err = io.StringIO()
    known = {"": Command("ui.no_such_module", "the window")}
    assert main([], {}, io.StringIO(), err, io.BytesIO(), known) == 3
    assert err.getvalue() == "This build has no window. The other commands work: talktally --help\n"


def test_words_are_taken_apart_from_common_options() -> None:
    call = table.take_apart(["--json", "plan", "use", "--zone", "UTC", "x"], COMMANDS)
    assert call == ("plan use", ["--json", "--zone", "UTC", "x"])

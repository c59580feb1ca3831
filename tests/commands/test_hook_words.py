"""Numbers as MicroSIP adds them: one word at the end of the command, whatever a caller made it."""

import io

import pytest

from app.commands.main import main
from tests.support.console import Answer, Console

EACH = ("+4930901820", "030 901820", "anonymous", "*31#", "ada", "", "a b \"c\" 'd'")
SIGNS = ("-5", "-", "-x", "--json", "--help", "--data-dir=/nowhere", "--id", "@x", "=", "-h")


def added(console: Console, what: str, *number: str) -> Answer:
    """Run a hook as MicroSIP does: the words of its settings, and the number after them."""
    out, err = io.StringIO(), io.StringIO()
    environ = {**console.environ, "TALKTALLY_DATA_DIR": str(console.folder)}
    code = main(["hook", what, "--number", *number], environ, out, err, io.BytesIO())
    return Answer(code, out.getvalue(), err.getvalue())


@pytest.mark.parametrize("number", [*EACH, *SIGNS])
def test_the_word_after_number_is_the_number(console: Console, number: str) -> None:
    for what in ("ring", "start", "end"):
        assert added(console, what, number)[::2] == (0, "")
    (entry,) = console.done("list", "--json").json["entries"]
    assert entry["facts"].get("far", "") == number
    assert entry["facts"]["direction"] == "outbound"


def test_a_number_that_was_not_added_is_none(console: Console) -> None:
    for what in ("start", "end"):
        assert added(console, what)[::2] == (0, "")
    (entry,) = console.done("list", "--json").json["entries"]
    assert not entry["facts"].get("far")


def test_an_id_that_begins_with_a_sign_is_one(console: Console) -> None:
    console.done("hook", "start", "--id", "-x7f@host", "--number=+4930901820")
    console.done("hook", "end", "--id=-x7f@host")
    (entry,) = console.done("list", "--json").json["entries"]
    assert entry["facts"]["call_id"] == "-x7f@host"


def test_the_help_names_what_is_added(console: Console) -> None:
    shown = console.run("hook", "start", "--help").out
    assert "--number [NUMBER]" in shown

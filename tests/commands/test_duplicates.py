"""The same call from two sources, on the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console
from tests.support.records import call, lines


def _twice(**said: Any) -> list[dict[str, Any]]:
    """Make two redials as two sources report them: nobody can tell which is which."""
    far = "+12125550123"
    return [
        call(number, far=far, provider=provider, **said)
        for provider in ("twilio", "microsip")
        for number in (1, 2)
    ]


@pytest.fixture
def doubted(console: Console, tmp_path: Path) -> Console:
    console.done("plan", "use", "hubspot-professional")
    console.done("import", lines(tmp_path / "calls.jsonl", _twice()))
    return console


def _used(console: Console) -> int:
    assert console.done("verify", "--json").json["ok"] is True
    return int(console.meter("minutes")["used"])


def _pair(console: Console) -> tuple[str, str]:
    pair = console.done("duplicates", "--json").json["pairs"][0]
    return pair["kept"]["entry"], pair["copy"]["entry"]


def test_possible_duplicates_count_once_and_are_listed(doubted: Console) -> None:
    told = doubted.done("duplicates", "--json").json
    assert (told["total"], _used(doubted)) == (2, 2)
    assert {pair["rule"] for pair in told["pairs"]} == {"several"}
    out = doubted.done("duplicates").out
    assert "2 possible duplicates." in out
    assert "MicroSIP" in out


def test_two_that_are_apart_both_count_and_are_not_asked_again(doubted: Console) -> None:
    told = doubted.done("duplicates", "apart", *_pair(doubted)).out
    assert "two calls" in told
    doubted.done("duplicates", "apart", *_pair(doubted))
    assert _used(doubted) == 4 - doubted.done("duplicates", "--json").json["total"]
    doubted.done("duplicates", "find")
    assert _used(doubted) == 4 - doubted.done("duplicates", "--json").json["total"]


def test_saying_that_one_pair_is_the_same_call_settles_the_other(doubted: Console) -> None:
    doubted.done("duplicates", "same", *_pair(doubted))
    assert doubted.done("duplicates", "--json").json["total"] == 0
    settled = doubted.done("duplicates", "--all", "--json").json["pairs"]
    assert sorted(pair["state"] for pair in settled) == ["confirmed", "matched"]


def test_what_was_said_can_be_undone(doubted: Console) -> None:
    doubted.done("duplicates", "same", *_pair(doubted))
    assert "the same call" in doubted.done("duplicates", "undo").out
    assert doubted.done("duplicates", "--json").json["total"] == 2
    assert doubted.run("duplicates", "undo").code == 1


def test_the_undoing_can_be_undone(doubted: Console) -> None:
    doubted.done("duplicates", "same", *_pair(doubted))
    undone = doubted.done("duplicates", "undo", "--json").json
    doubted.done("undo", undone["change"])
    assert doubted.done("duplicates", "--json").json["total"] == 0
    assert "Undone: 1 pair: the same call" in doubted.done("undo", "--list").out


def test_a_person_may_pair_what_no_rule_would(doubted: Console, tmp_path: Path) -> None:
    doubted.done("import", lines(tmp_path / "more.jsonl", [call(50, provider="hand")]))
    late = "5"
    before = _used(doubted)
    doubted.done("duplicates", "same", _pair(doubted)[0], late)
    assert _used(doubted) == before - 1


def test_an_entry_is_no_copy_of_itself_or_of_nothing(doubted: Console) -> None:
    one, _ = _pair(doubted)
    assert doubted.run("duplicates", "same", one, one).code == 1
    assert doubted.run("duplicates", "apart", one, "999").code == 1


def test_explain_tells_which_entry_counts(doubted: Console) -> None:
    kept, copy = _pair(doubted)
    assert f"as entry {kept} (Twilio)" in doubted.done("explain", copy).out
    told = doubted.done("explain", kept, "--json").json
    assert [(other["id"], other["kept"]) for other in told["others"]] == [(copy, False)]


def test_an_empty_folder_has_no_duplicates(console: Console) -> None:
    assert console.done("duplicates", "--json").json["total"] == 0
    assert "No possible duplicates." in console.done("duplicates").out


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_an_export_carries_what_was_said_of_pairs(
    doubted: Console, tmp_path: Path, ending: str
) -> None:
    doubted.done("duplicates", "apart", *_pair(doubted))
    doubted.done("duplicates", "same", *_pair(doubted))
    file = tmp_path / f"all.{ending}"
    doubted.done("export", file)
    other = Console(tmp_path / "other", doubted.environ)
    other.done("plan", "use", "hubspot-professional")
    other.done("import", file)
    assert _states(other) == _states(doubted)
    assert _used(other) == _used(doubted)
    other.done("import", file)
    assert len(other.done("undo", "--list", "--json").json["changes"]) == 2


def _states(console: Console) -> list[tuple[str, str]]:
    pairs = console.done("duplicates", "--all", "--json").json["pairs"]
    return sorted((pair["state"], pair["rule"]) for pair in pairs)


def test_what_cannot_be_read_of_other_records_costs_that_line_only(
    console: Console, tmp_path: Path
) -> None:
    entries = [call(1), call(2, same_as="[nothing"), call(3, same_as=[7])]
    told = console.run("import", lines(tmp_path / "a.jsonl", entries), "--json").json
    assert (told["files"][0]["new"], told["files"][0]["refused"]) == (1, 2)

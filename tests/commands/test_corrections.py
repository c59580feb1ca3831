"""Entries corrected, told about and undone from the command line."""

from pathlib import Path

import pytest

from tests.support.console import Console


@pytest.fixture
def entry(console: Console) -> str:
    console.done("plan", "use", "hubspot-professional")
    return _logged(console)


def _logged(console: Console) -> str:
    words = ("log", "call", "--to", "+14155550188", "--seconds", "185", "--json")
    return str(console.done(*words).json["id"])


def test_a_method_corrected_counts_from_then_on(console: Console, entry: str) -> None:
    answer = console.done("correct", entry, "--method", "phone", "--json").json
    assert answer == {"version": 1, "change": 1, "entries": 1}
    assert console.meter("minutes")["used"] == 8
    assert console.done("verify", "--json").json["ok"]


def test_explain_tells_what_the_source_says(console: Console, entry: str) -> None:
    console.done("correct", entry, "--method", "phone", "--tags", "warm, Offer")
    found = console.done("explain", entry, "--json").json
    assert found["tags"] == ["Offer", "warm"]
    assert found["corrected"] == {
        "method": {"now": "phone", "reported": None},
        "tags": {"now": "Offer, warm", "reported": ""},
    }
    told = console.done("explain", entry).out
    assert "from phone (source: nothing)" in told


def test_the_history_tells_what_differs(console: Console, entry: str) -> None:
    console.done("correct", entry, "--note", "from the car")
    console.done("undo")
    lines = console.done("history", entry).out.splitlines()
    assert lines[0] == "Recorded"
    assert lines[1].endswith("Changed by you")
    assert lines[2] == "  Note: – → from the car"
    assert lines[4] == "  Note: from the car → –"
    versions = console.done("history", entry, "--json").json["versions"]
    assert [v["change"] and v["change"]["kind"] for v in versions] == [None, "note", "undo"]


def test_many_entries_are_changed_only_when_it_is_said_twice(console: Console, entry: str) -> None:
    other = _logged(console)
    answer = console.run("correct", entry, other, "--add-tag", "warm")
    assert (answer.code, "2 entries" in answer.err) == (2, True)
    done = console.done("correct", entry, other, "--add-tag", "warm", "--yes")
    assert done.out == "Tags of 2 entries changed. To undo it: talktally undo 1\n"


def test_ids_can_come_from_a_file_or_from_another_command(
    console: Console, entry: str, tmp_path: Path
) -> None:
    (tmp_path / "ids").write_text(f"{entry}\n")
    console.done("correct", "--ids-from", tmp_path / "ids", "--note", "a")
    answer = console.done(
        "correct", "--ids-from", "-", "--note", "b", "--json", stdin=entry.encode()
    )
    assert answer.json["entries"] == 1


def test_all_entries_that_match_can_be_changed(console: Console, entry: str) -> None:
    console.done("correct", entry, "--name", "Anna Brandt", "--method", "phone")
    other = _logged(console)
    console.done("correct", "--matching", "brandt", "--add-tag", "warm")
    console.done("correct", "--matching", "", "--of-method", "browser", "--add-tag", "cold")
    tags = [console.done("explain", each, "--json").json["tags"] for each in (entry, other)]
    assert tags == [["warm"], ["cold"]]
    assert console.run("correct", "--matching", "nobody", "--note", "a").code == 1
    answer = console.run("correct", "--matching", "", "--kind", "call", "--note", "a")
    assert "2 entries" in answer.err


def test_undo_takes_the_last_change_back_and_tells_all(console: Console, entry: str) -> None:
    console.done("correct", entry, "--name", "Anna")
    console.done("correct", entry, "--note", "a")
    assert console.done("undo", "--json").json == {
        "version": 1,
        "undone": 2,
        "change": 3,
        "entries": 1,
    }
    assert console.done("undo", "1").out == "Undone: Name of 1 entry changed.\n"
    listed = console.done("undo", "--list", "--json").json["changes"]
    assert [each["kind"] for each in listed] == ["undo", "undo", "note", "correct"]
    assert console.run("undo").err == "There is nothing to undo.\n"


def test_what_was_undone_comes_back(console: Console, entry: str) -> None:
    console.done("correct", entry, "--method", "phone")
    console.done("undo")
    console.done("undo", "2")
    assert console.meter("minutes")["used"] == 8


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("correct", "99", "--note", "a"), "There is no entry 99"),
        (("correct", "--note", "a"), "Say which entries"),
        (("correct", "1"), "Say what to change"),
        (("undo", "9"), "There is no change 9"),
        (("correct", "1", "--note", "a" * 2001), "longer than"),
    ],
)
def test_what_cannot_be_done_says_why(
    console: Console, entry: str, words: tuple[str, ...], said: str
) -> None:
    answer = console.run(*words)
    assert answer.code != 0
    assert said in answer.err


def test_a_change_undone_is_not_undone_again(console: Console, entry: str) -> None:
    console.done("correct", entry, "--note", "a")
    console.done("undo", "1")
    assert "undone already" in console.run("undo", "1").err


def test_nothing_to_change_is_said(console: Console, entry: str) -> None:
    console.done("correct", entry, "--note", "a")
    assert console.done("correct", entry, "--note", "a").out.startswith("Nothing changed")


def test_a_plan_for_texts_does_not_fit_a_call(console: Console, entry: str) -> None:
    answer = console.done("correct", entry, "--counts-toward", "aircall-us-ca", "--json")
    assert answer.json == {"version": 1, "change": None, "entries": 0}
    console.done("correct", entry, "--counts-toward", "none")
    assert console.meter("minutes")["used"] is None
    console.done("correct", entry, "--as-reported", "counts_toward")
    assert console.meter("minutes")["used"] == 4

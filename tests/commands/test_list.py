"""Calls and texts listed on the command line."""

import pytest

from tests.support.console import Console


@pytest.fixture
def filled(console: Console) -> Console:
    console.done("plan", "use", "hubspot-starter")
    for day, seconds in ((2, 61), (3, 0), (4, 185)):
        words = ("log", "call", "--to", "+14155550188", "--seconds", seconds)
        console.done(*words, "--start", f"2026-11-0{day}T10:00Z", "--note", f"order {day}")
    console.done("log", "text", "--to", "Bank", "--segments", 2, "--at", "2026-11-05T10:00Z")
    return console


def test_the_newest_entries_come_first(filled: Console) -> None:
    lines = filled.done("list").out.splitlines()
    assert [line.split()[0] for line in lines] == ["4", "3", "2", "1"]
    assert " 3:05 " in lines[1]
    assert lines[1].endswith("4 minutes  Included")


def test_a_limit_says_how_many_there_are(filled: Console) -> None:
    lines = filled.done("list", "--limit", 2, "--order", "oldest").out.splitlines()
    assert (len(lines), lines[-1]) == (3, "The first 2 of 4.")
    assert filled.run("list", "--limit", 0).code == 2


def test_what_is_listed_can_be_searched_and_narrowed(filled: Console) -> None:
    for words, expected in (
        (["--search", "555 01 order"], ["3", "2", "1"]),
        (["--search", "order 3"], ["2"]),
        (["--kind", "text"], ["4"]),
        (["--outcome", "included"], ["3", "1"]),
        (["--since", "2026-11-03", "--until", "2026-11-04"], ["2"]),
    ):
        answer = filled.done("list", *words, "--json").json
        assert [entry["id"] for entry in answer["entries"]] == expected
        assert answer["count"] == len(expected)


def test_json_tells_entries_as_explain_does(filled: Console) -> None:
    (entry,) = filled.done("list", "--search", "order", "--since", "2026-11-04", "--json").json[
        "entries"
    ]
    explained = filled.done("explain", entry["id"], "--json").json
    assert {**explained, "before": None, "after": None} == {**explained, **entry}


def test_nothing_to_list_is_said(console: Console) -> None:
    assert console.done("list").out == "No entry matches.\n"
    assert console.done("list", "--json").json == {"version": 1, "count": 0, "entries": []}

"""Requests that make no sense, or only just do: a sentence, and nothing is lost."""

from pathlib import Path

import pytest

from tests.support.console import Console

CALL = ["log", "call", "--seconds"]
TEXT = ["log", "text", "--segments"]
NOT_TEXT = "\udcff"


@pytest.mark.parametrize(
    "words",
    [
        [*CALL, "60", "--start", "2026-11-31T10:00Z"],
        [*CALL, "60", "--start", "2200-01-01T00:00:00Z"],
        [*CALL, "60", "--start", "noon"],
        [*CALL, "60", "--start", ""],
        [*CALL, "6\u0660"],
        [*CALL, "60", "--note", NOT_TEXT],
        [*CALL, "60", "--note", "n" * 1_001],
        [*CALL, "60", "--to", NOT_TEXT],
        [*CALL, "60", "--to", "1" * 101],
        [*CALL, "60", "--agent", NOT_TEXT],
        [*CALL, "60", "--method", "pigeon"],
        [*CALL, "60", "--seconds"],
        [*TEXT, "0"],
        [*TEXT, "-1"],
        [*TEXT, "9" * 30],
        [*TEXT, "1", "--at", "1899-12-31T00:00:00Z"],
        ["hook", "start", "--id", NOT_TEXT],
        ["hook", "start", "--number", "1" * 201],
        ["plan", "use"],
        ["plan", "use", NOT_TEXT],
        ["plan", "use", "hubspot-free", "--zone", ""],
        ["plan", "use", "hubspot-free", "--zone", "../../etc/passwd"],
        ["plan", "use", "hubspot-free", "--zone", NOT_TEXT],
        ["plan", "use", "hubspot-free", "--from", ""],
        ["plan", "seats", "--committed", "-1"],
        ["plan", "seats", "--committed", "1.5"],
        ["plan", "seats", "--annual", "1", "--until", "2026-02-29"],
        ["plan", "seats", "--annual", "1", "--until", "2026-11-20"],
        ["check", ""],
        ["check", "911"],
        ["check", "anonymous"],
        ["check", "+14155550188", "--from", "x"],
        ["me", "--number", "12"],
        ["me", "--name", NOT_TEXT],
        ["import", ""],
        ["import", "--zone", "Mars/Base", "a.csv"],
        ["export", "a.pdf"],
        ["status", "--agents"],
        ["segments"],
        ["--nonsense"],
        [""],
        ["--data-dir"],
    ],
    ids=lambda words: " ".join(words)[:60].encode("ascii", "replace").decode(),
)
def test_what_makes_no_sense_is_wrong_usage(console: Console, words: list[str]) -> None:
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca")
    console.done("plan", "seats", "--committed", 1)
    answer = console.run(*words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert console.done("verify", "--json").json["entries"] == 0


@pytest.mark.parametrize("number", ["", "anonymous", "+266696687", "unknown", "\u260e", "a\nb"])
def test_a_number_that_tells_nothing_is_kept(console: Console, number: str) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done(*CALL, 60, "--to", number)
    assert console.meter("minutes")["used"] == 1
    assert console.done("explain", 1).out


def test_the_end_of_one_of_several_calls_has_to_be_named(console: Console) -> None:
    for name in ("a", "b"):
        console.done("hook", "start", "--id", name)
    answer = console.run("hook", "end")
    told = "Several calls are open. Say which one is meant with --id or --number: a, b.\n"
    assert (answer.code, answer.err) == (1, told)
    console.done("hook", "end", "--id", "a")
    console.done("hook", "end")


@pytest.mark.parametrize("name", ["ledger.db", "ledger.db-wal", "ledger.db-shm"])
def test_an_export_never_overwrites_the_ledger(console: Console, name: str) -> None:
    console.done(*CALL, 60)
    assert console.run("export", console.folder / name, "--format", "csv").code == 2
    assert console.done("verify", "--json").json["entries"] == 1


@pytest.mark.parametrize("now", ["1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z"])
def test_the_first_and_the_last_instant_are_instants(console: Console, now: str) -> None:
    edge = console.at(now)
    edge.done("plan", "use", "hubspot-professional", "aircall-us-ca", "--anchor-day", 31)
    edge.done(*CALL, 30 * 86_400)
    edge.done(*TEXT, 10_000)
    assert edge.meter("minutes")["used"] == 43_200
    assert edge.run("check", "+14155550188").code == 1
    assert edge.done("verify").code == 0


def test_clocks_that_change_leave_no_gap(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional", "--zone", "Europe/Berlin")
    console.environ["TZ"] = "Europe/Berlin"
    for start in ("2026-10-25T02:30", "2026-03-29T02:30"):
        console.done(*CALL, 60, "--start", start)
        assert console.at(f"{start[:10]}T12:00:00Z").meter("minutes")["used"] == 1


def test_a_broken_settings_file_keeps_no_command_from_work(console: Console) -> None:
    console.folder.mkdir()
    (console.folder / "settings.json").write_bytes(b"{\xff")
    console.done(*CALL, 60)
    assert console.done("verify", "--json").json["entries"] == 1


def test_a_file_where_the_folder_should_be_is_told(console: Console, tmp_path: Path) -> None:
    console.folder.write_bytes(b"")
    for words in (["status"], [*CALL, "60"], ["verify"]):
        answer = console.run(*words)
        assert (answer.code, answer.out) == (3, "")
        assert (
            answer.err == f"{console.folder} is not a folder. Choose another one with --data-dir.\n"
        )

"""Entries by hand and by softphone, read back, explained, exported and checked."""

import json
from pathlib import Path

import pytest

from tests.support.console import Console

SECONDS_OF = ["log", "call", "--to", "+14155550188", "--seconds"]


def test_without_a_ledger_there_are_no_meters(console: Console) -> None:
    assert console.done("status", "--json").json == {
        "version": 1,
        "as_of": "2026-11-21T12:00:00Z",
        "trust": "local",
        "first_reading": None,
        "meters": [],
        "banners": [],
    }


def test_with_nothing_recorded_no_figure_is_told(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    meter = console.meter("minutes")
    assert (meter["level"], meter["used"], meter["remaining"]) == ("no_data", None, None)


def test_a_call_from_phone_is_explained_leg_by_leg(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    entry = console.done(*SECONDS_OF, 185, "--method", "phone", "--json").json["id"]
    receipt = console.done("explain", entry, "--json").json
    assert (receipt["quantity"], receipt["legs"], receipt["outcome"]) == (8, [4, 4], "included")
    assert receipt["published"] == "2019-01-11"
    assert receipt["facts"]["far"] == "+14155550188"


@pytest.mark.parametrize("entry", ["99", "x", "-1", "9" * 40])
def test_an_entry_that_is_not_there_is_refused(console: Console, entry: str) -> None:
    console.done("plan", "use", "hubspot-professional")
    answer = console.run("explain", "--", entry)
    assert answer.code == 1
    assert "There is no entry" in answer.err


@pytest.mark.parametrize("seconds", ["-1", "1e3", "nan", "", "9999999999", "1.0000001"])
def test_a_length_that_is_no_length_is_refused(console: Console, seconds: str) -> None:
    assert console.run(*SECONDS_OF[:-1], f"--seconds={seconds}").code == 2


def test_a_fraction_of_a_second_past_the_minute_begins_the_next(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done(*SECONDS_OF, "60.001")
    assert console.meter("minutes")["used"] == 2


def test_a_time_without_an_offset_is_on_the_clocks_of_the_machine(console: Console) -> None:
    console.environ["TZ"] = "Europe/Berlin"
    entry = console.done(*SECONDS_OF, 1, "--start", "2026-11-21T12:00", "--json").json["id"]
    facts = console.done("explain", entry, "--json").json["facts"]
    assert facts["start"] == "2026-11-21T11:00:00Z"


def test_a_body_is_counted_and_dropped(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "aircall-no-bundle")
    console.done("log", "text", "--to", "+14155550188", "--body", "secret " * 30)
    assert console.meter("sms_segments")["billed"] == 2
    files = [path.read_bytes() for path in console.folder.iterdir()]
    assert not any(b"secret" in text for text in files)


@pytest.mark.parametrize("words", [[], ["--media", "0"], ["--body", "x", "--segments", "1"]])
def test_a_text_needs_one_thing_to_count(console: Console, words: list[str]) -> None:
    assert console.run("log", "text", *words).code == 2


def test_an_entry_can_be_kept_out_of_every_plan(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done(*SECONDS_OF, 60, "--counts-toward", "none")
    assert console.meter("minutes")["used"] is None
    assert console.run(*SECONDS_OF, 60, "--counts-toward", "nothing").code == 2


def test_a_call_followed_by_a_softphone_is_recorded(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "ring", "--number", "+14155550188", "--id", "a")
    console.at("2026-11-21T12:00:10Z").done("hook", "start", "--id", "a")
    console.at("2026-11-21T12:00:40Z").done("hook", "start", "--id", "a")
    end = console.at("2026-11-21T12:03:15Z").done("hook", "end", "--id", "a", "--json").json
    facts = console.done("explain", end["id"], "--json").json["facts"]
    assert (facts["start"], facts["seconds"]) == ("2026-11-21T12:00:10Z", "185")


def test_a_call_nobody_answered_is_placed_and_has_no_minutes(console: Console) -> None:
    console.done("plan", "use", "hubspot-free")
    console.done("hook", "ring", "--number", "+14155550188")
    console.at("2026-11-21T12:01:00Z").done("hook", "end", "--number", "+1 415 555 0188")
    later = console.at("2026-11-21T12:02:00Z")
    assert (later.meter("minutes")["used"], later.meter("calls")["used"]) == (0, 1)


def test_the_only_open_call_needs_no_name(console: Console) -> None:
    console.done("hook", "start", "--number", "+14155550188")
    assert console.done("hook", "end", "--json").json["call"] == "+14155550188"


def test_the_end_of_an_unknown_call_is_refused(console: Console) -> None:
    answer = console.run("hook", "end", "--id", "x")
    assert answer.code == 1
    assert "No open call goes by x" in answer.err


def test_a_clock_that_went_back_gives_a_call_of_the_least_length(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "start", "--id", "x")
    entry = console.at("2026-11-21T11:00:00Z").done("hook", "end", "--id", "x", "--json").json["id"]
    receipt = console.done("explain", entry, "--json").json
    assert (receipt["facts"]["seconds"], receipt["quantity"]) == ("0.000001", 1)


def test_an_open_call_past_the_limit_blocks_the_next_one(console: Console) -> None:
    console.done("plan", "use", "hubspot-free")
    console.done("hook", "start", "--number", "+14155550188", "--id", "x")
    later = console.at("2026-11-21T12:14:30Z")
    answer = later.run("check", "+14155550199", "--json")
    assert answer.code == 1
    assert (answer.json["outcome"], answer.json["remaining_now"]) == ("blocked", 0)


def test_a_number_is_checked_with_its_legs_and_prices(console: Console, tmp_path: Path) -> None:
    sheet = tmp_path / "prices.csv"
    sheet.write_text("to,rate,currency,valid from\n1415,0.0140,USD,2026-01-01\n", encoding="utf-8")
    console.done("plan", "use", "hubspot-professional")
    console.done("prices", "use", sheet)
    card = console.done("check", "(415) 555-0188", "--method", "phone", "--json").json
    rate = {
        "amount": "0.0140", "currency": "USD", "valid_from": "2026-01-01T00:00:00Z",
        "fetched": False,
    }  # fmt: skip
    assert card["legs"] == [{"to": "", "rate": None}, {"to": "+14155550188", "rate": rate}]
    assert (card["region"], card["allowed"], card["remaining_now"]) == ("US", True, None)


def test_what_is_no_number_cannot_be_checked(console: Console) -> None:
    assert console.run("check", "hello").code == 2


def test_an_export_read_back_is_all_known(console: Console, tmp_path: Path) -> None:
    console.done(*SECONDS_OF, 185, "--method", "phone", "--note", "=1+1")
    console.done("log", "text", "--to", "+14155550188", "--body", "hi")
    for name in ("a.csv", "a.jsonl"):
        console.done("export", tmp_path / name)
        (file,) = console.done("import", tmp_path / name, "--json").json["files"]
        assert (file["read"], file["new"], file["known"], file["refused"]) == (2, 0, 2, 0)


def test_an_export_holds_what_was_selected(console: Console, tmp_path: Path) -> None:
    console.done(*SECONDS_OF, 60, "--start", "2026-11-01T10:00Z")
    console.done(*SECONDS_OF, 60, "--start", "2026-11-02T10:00Z", "--direction", "inbound")
    console.done("log", "text", "--segments", 1, "--at", "2026-11-03T10:00Z")
    file = tmp_path / "a.jsonl"
    for words, expected in (
        (["--kind", "call"], 2),
        (["--direction", "inbound"], 1),
        (["--since", "2026-11-02", "--until", "2026-11-03"], 1),
        (["--agent", "somebody"], 0),
    ):
        answer = console.done("export", file, *words, "--json").json
        assert answer["entries"] == len(file.read_text("utf-8").splitlines()) == expected


def test_an_export_needs_a_format_and_spares_the_ledger(console: Console, tmp_path: Path) -> None:
    console.done(*SECONDS_OF, 60)
    assert console.run("export", tmp_path / "a.xyz").code == 2
    assert console.run("export", console.folder / "ledger.db", "--format", "csv").code == 2
    assert console.done("verify", "--json").json["entries"] == 1


def test_refused_lines_are_told_and_lose_no_others(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    good = {"kind": "call", "provider": "x", "id": "1", "start": "2026-11-01T10:00:00Z"}
    lines = [{**good, "direction": "outbound", "seconds": "60"}, {**good, "direction": "sideways"}]
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    answer = console.run("import", file, "--json")
    assert answer.code == 1
    assert (answer.json["files"][0]["new"], answer.json["files"][0]["refused"]) == (1, 1)
    assert "1 line was refused" in answer.err
    assert Path(answer.json["files"][0]["refusals"]).exists()


def test_a_file_that_is_not_there_keeps_no_other_from_being_read(
    console: Console, tmp_path: Path
) -> None:
    console.done(*SECONDS_OF, 60)
    console.done("export", tmp_path / "a.csv")
    answer = console.run("import", tmp_path / "none.csv", tmp_path / "a.csv", "--json")
    assert answer.code == 2
    assert [file["known"] for file in answer.json["files"]] == [1]


def test_a_mapping_is_kept_under_its_name(console: Console, tmp_path: Path) -> None:
    mapping = {"columns": {"start": "When", "to": "Whom", "duration": "Long"}}
    (tmp_path / "mine.json").write_text(json.dumps(mapping), encoding="utf-8")
    file = tmp_path / "a.csv"
    file.write_text("When,Whom,Long\n2026-11-01 10:00:00,+14155550188,60\n", encoding="utf-8")
    first = console.done("import", file, "--mapping", tmp_path / "mine.json", "--json").json
    second = console.done("import", file, "--mapping", "mine", "--json").json
    assert (first["files"][0]["new"], second["files"][0]["known"]) == (1, 1)
    assert console.run("import", file, "--mapping", "yours").code == 2


def test_standard_input_is_counted_as_it_is(console: Console) -> None:
    answer = console.done("segments", "-", "--json", stdin=b" a\r\n").json
    assert (answer["units"], answer["parts"]) == (4, [" a\r\n"])


def test_costly_characters_are_named_with_a_replacement(console: Console) -> None:
    answer = console.done("segments", "a’b", "--json").json
    assert answer["encoding"] == "UCS-2"
    assert answer["costly"] == [{"char": "’", "at": 1, "plain": "'"}]


def test_standard_input_must_be_utf8(console: Console) -> None:
    assert console.run("segments", "-", stdin=b"\xff").code == 2


def test_the_books_add_up(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca")
    console.done(*SECONDS_OF, 185)
    console.done("log", "text", "--to", "+14155550188", "--segments", 2)
    assert console.done("verify", "--json").json == {
        "version": 1,
        "ok": True,
        "entries": 2,
        "differences": [],
    }


@pytest.mark.parametrize(
    "name",
    [
        *("ledger.db", "ledger.db-wal", "Ledger.DB-shm", "settings.json", "snapshot.json"),
        *("last-page.png", "last-page.json", "talktally.log", "talktally.log.1"),
    ],
)
def test_an_export_never_takes_the_place_of_our_own_files(console: Console, name: str) -> None:
    nothing_yet = console.run("export", console.folder / name, "--format", "csv")
    console.done(*SECONDS_OF, 60)
    answer = console.run("export", console.folder / name, "--format", "csv")
    assert (nothing_yet.code, answer.code) == (2, 2)
    assert "belongs to Talktally itself" in answer.err


def test_an_export_is_narrowed_like_the_list(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "hubspot-starter")
    console.done(*SECONDS_OF, 60, "--note", "asks for (a) 50% cut", "--method", "phone")
    console.done(*SECONDS_OF, 0, "--agent", "Omar")
    file = tmp_path / "a.jsonl"
    for words, expected in (
        (["--search", "415 555-01 50% CUT"], 1),
        (["--search", "51% cut"], 0),
        (["--method", "phone"], 1),
        (["--agent", "me"], 1),
        (["--outcome", "included", "--outcome", "not_counted"], 2),
        (["--outcome", "billed"], 0),
        (["--source", "hand"], 2),
    ):
        answer = console.done("export", file, *words, "--json").json
        assert answer["entries"] == len(file.read_text("utf-8").splitlines()) == expected

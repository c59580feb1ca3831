"""Who I am: names, aliases, and what was said about them."""

from pathlib import Path

from tests.support.console import Console
from tests.support.records import call, lines

SECONDS_OF = ["log", "call", "--to", "+14155550188", "--seconds"]


def test_a_new_name_keeps_the_name_that_records_use(console: Console, tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", [call(1, agent="Ada Rep"), call(2, agent="Ada Rep")])
    console.done("plan", "use", "hubspot-professional")
    console.done("import", file)
    me = console.done("me", "--name", "Ada B. Rep", "--json").json
    assert (me["name"], me["aliases"], me["others"]) == ("Ada B. Rep", ["Ada Rep"], [])
    again = console.done("import", file, "--json").json["files"][0]
    assert (again["new"], again["known"], again["people"]) == (0, 2, [])
    assert console.meter("minutes")["used"] == 2
    assert console.done("verify", "--json").json["ok"] is True


def test_an_entry_goes_on_naming_whom_its_record_named(console: Console, tmp_path: Path) -> None:
    console.done("import", lines(tmp_path / "a.jsonl", [call(1, agent="Ada Rep")]))
    console.done("me", "--name", "Ada B. Rep")
    receipt = console.done("explain", "1", "--json").json
    assert (receipt["agent"], receipt["facts"]["agent"]) == ("Ada B. Rep", "Ada Rep")


def test_i_can_go_by_an_old_name_again(console: Console, tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", [call(1, agent="Ada Rep")])
    console.done("import", file)
    console.done("me", "--name", "Ada B. Rep")
    me = console.done("me", "--name", "ada rep", "--json").json
    assert (me["name"], me["aliases"]) == ("Ada Rep", ["Ada B. Rep"])
    assert console.done("import", file, "--json").json["files"][0]["new"] == 0


def test_an_alias_brings_its_link_with_twilio_connect(console: Console) -> None:
    console.done("me", "--name", "Ada Rep")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect", "--agent", "A. Rep")
    console.done(*SECONDS_OF, 60)
    console.done("me", "--alias", "A. Rep")
    assert console.meter("minutes")["linked"] is True


def test_an_alias_brings_the_numbers_and_names_it_had(console: Console) -> None:
    console.done("me", "--name", "Bo Rep", "--alias", "B. Rep", "--number", "+14155550100")
    console.done(*SECONDS_OF, 60, "--agent", "Ada Rep")
    console.done("me", "--name", "Ada Rep", "--alias", "Bo Rep")
    me = console.done("me", "--json").json
    assert me["numbers"] == ["+14155550100"]
    assert (me["aliases"], me["others"]) == (["B. Rep", "Bo Rep"], [])

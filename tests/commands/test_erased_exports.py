"""Entries without their numbers, exported and read back: the same figures, the same prices."""

from pathlib import Path

import pytest

from tests.support.console import Console


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_erased_entries_come_back_with_the_same_figures(
    console: Console, tmp_path: Path, ending: str
) -> None:
    console.done("plan", "use", "hubspot-professional")
    for number, seconds in (("+12125550123", 100), ("+447400123456", 61), ("anonymous", 5)):
        console.done("log", "call", "--to", number, "--seconds", seconds)
    console.done("erase", "--yes", "+12125550123")
    console.at("2027-05-22T12:00:00Z").done("retention", "--months", 6, "--apply")
    file = tmp_path / f"out.{ending}"
    console.done("export", file)
    other = Console(tmp_path / "other", console.environ)
    other.done("plan", "use", "hubspot-professional")
    assert other.done("import", file, "--json").json["files"][0]["new"] == 3
    assert (
        other.done("status", "--json").json["meters"]
        == (console.done("status", "--json").json["meters"])
    )
    assert "erased:known:GB:+44" in file.read_text()

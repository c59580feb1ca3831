"""The file that tells which lines of an import were refused."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.records import call, lines, table

_MESSAGES = ("Sid", "From", "To", "SentDate", "NumSegments", "Status", "Body")
_SENT = ("+14155550100", "+14155550188", "2026-11-03 10:00:00")


def _refused(console: Console, path: Path) -> list[str]:
    found = console.run("import", path, "--json").json["files"][0]["refusals"]
    with Path(found).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))[1]


@pytest.mark.parametrize(
    "cells", [(*_SENT, "my secret", "sent", "b"), (*_SENT[:2], "my secret", "1", "sent", "b")]
)
def test_no_value_of_a_message_is_told(
    console: Console, tmp_path: Path, cells: tuple[str, ...]
) -> None:
    row = _refused(console, table(tmp_path / "a.csv", _MESSAGES, ("SM1", *cells)))
    assert "secret" not in "".join(row)
    assert (row[0], "“…”" in row[1], row[2]) == ("2", True, "")


def test_reasons_are_told_in_the_language_of_the_person(console: Console, tmp_path: Path) -> None:
    console.environ["LANG"] = "de_DE.UTF-8"
    row = _refused(console, lines(tmp_path / "a.jsonl", [call(1, direction="up")]))
    assert row[1] == "„up“ ist keine Richtung"


@pytest.mark.parametrize("stem", ["a" * 249, "ä" * 120])
def test_a_long_name_is_cut_for_the_side_file(console: Console, tmp_path: Path, stem: str) -> None:
    file = lines(tmp_path / f"{stem}.json", [call(1, direction="up")])
    for _ in range(2):
        assert _refused(console, file)[0] == "1"
    console.done("export", tmp_path / f"{stem}.csv")


def test_what_a_killed_import_left_is_swept_away(console: Console, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    folder = console.folder / "refused"
    folder.mkdir(parents=True)
    stale, running = folder / f".a.{gone.pid}.part", folder / ".a.1.part"
    for path in (stale, running):
        path.touch()
    console.done("import", lines(tmp_path / "a.jsonl", [call(1)]))
    assert (stale.exists(), running.exists()) == (False, sys.platform != "win32")

"""What the palette tells of entries follows the clock of the place where they are looked at."""

from pathlib import Path

from app.wording.words import Words
from tests.support.console import Console
from tests.support.ledgers import NOW
from ui.desk.books import Books
from ui.desk.palette_requests import FindWork


def told(work: FindWork, words: Words) -> str:
    """What is told of the first entry found."""
    lines = work.find("4155550188", words)() or ()
    return next(line.detail for line in lines if line.key.startswith("entry:"))


def test_an_entry_without_a_plan_is_told_in_the_zone_the_computer_is_in_now(
    tmp_path: Path, words: Words
) -> None:
    call = ("--to", "+14155550188", "--start", "2026-11-20T09:00:00Z", "--seconds", "61")
    Console(tmp_path).done("log", "call", *call)
    zones = ["Europe/Berlin", "America/New_York"]
    work = FindWork(Books(tmp_path, lambda: NOW), zones.pop)
    details = [told(work, words), told(work, words)]
    work.close()
    assert ("04:00" in details[0], "10:00" in details[1]) == (True, True)


def test_an_entry_that_a_plan_counts_is_told_in_the_zone_of_the_plan(
    tmp_path: Path, words: Words
) -> None:
    console = Console(tmp_path, {"TZ": "Europe/Berlin"})
    console.done("plan", "use", "hubspot-professional")
    console.done("log", "call", "--to", "+14155550188", "--start", "2026-11-20T09:00:00Z",
                 "--seconds", "61")  # fmt: skip
    work = FindWork(Books(tmp_path, lambda: NOW), lambda: "America/New_York")
    assert "10:00" in told(work, words)
    work.close()

"""A rep narrows a million entries by each kind of filter, and writes what is left to a file.

What must be found is counted here from how the entries were made, without the program.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from app.domain.event import Call, Direction, Fact, Method
from tests.bench.ledgers import LARGE, ME, my_facts
from tests.journeys.million.sitting import Sitting
from tests.support.ledgers import at

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
OUTCOMES = ("Billed only", "Over the limit", "Outside the bundle", "Included", "Not counted")
KINDS: dict[str, Callable[[Fact], bool]] = {
    "Calls": lambda fact: isinstance(fact, Call),
    "Texts": lambda fact: not isinstance(fact, Call),
    "Calls made": lambda fact: isinstance(fact, Call) and fact.direction is Direction.OUTBOUND,
    "Calls received": lambda fact: isinstance(fact, Call) and fact.direction is Direction.INBOUND,
    "Texts sent": lambda fact: not isinstance(fact, Call) and fact.direction is Direction.OUTBOUND,
    "Texts received": lambda fact: (
        not isinstance(fact, Call) and fact.direction is Direction.INBOUND
    ),
    "Calls from the phone": lambda fact: isinstance(fact, Call) and fact.method is Method.PHONE,
}


@pytest.fixture(scope="module")
def mine() -> list[Fact]:
    """The entries of the rep, made again."""
    return list(my_facts(LARGE))


def number(count: str) -> int:
    """Read "1,234 of 1,000,000 entries"."""
    return int(count.split()[0].replace(",", ""))


def test_one_person_and_each_kind_of_entry(sitting: Sitting, mine: list[Fact]) -> None:
    assert number(sitting.choose("Person", ME)) == len(mine) == 5000
    for kind, belongs in KINDS.items():
        assert (kind, number(sitting.choose("Kind", kind))) == (kind, sum(map(belongs, mine)))


def test_one_cycle(sitting: Sitting, mine: list[Fact]) -> None:
    sitting.choose("Person", ME)
    spans = {
        "This cycle": ("2026-10-31 23:00", "2026-11-30 23:00"),
        "Last cycle": ("2026-09-30 22:00", "2026-10-31 23:00"),
    }
    for cycle, (since, until) in spans.items():
        expected = sum(at(since) <= fact.start < at(until) for fact in mine)
        assert (cycle, number(sitting.choose("Period", cycle))) == (cycle, expected)


def test_each_outcome_and_all_of_them_together(sitting: Sitting) -> None:
    found = [number(sitting.choose("Outcome", outcome)) for outcome in OUTCOMES]
    assert sum(found) == LARGE
    sitting.click(sitting.button("Clear filters"))
    sitting.wait_for_list()
    assert sitting.count == "1,000,000 entries"


def test_each_source_and_all_of_them_together(sitting: Sitting) -> None:
    calls, texts = (sitting.choose("Source", source) for source in ("HubSpot", "Aircall"))
    assert number(calls) + number(texts) == LARGE
    assert sitting.choose("Kind", "Calls") == "0 of 1,000,000 entries"


def test_words_and_filters_narrow_together(sitting: Sitting, mine: list[Fact]) -> None:
    sitting.choose("Person", ME)
    sitting.choose("Kind", "Calls")
    expected = sum("5559" in fact.far and KINDS["Calls"](fact) for fact in mine)
    assert number(sitting.search("5559")) == expected


def test_what_is_found_is_written_to_a_file(
    sitting: Sitting, mine: list[Fact], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    sitting.choose("Person", ME)
    expected = number(sitting.choose("Kind", "Calls received"))
    sitting.click(sitting.button("Export"))
    sitting.wait(lambda: sitting.row_title == "mine.csv is written.")
    assert len(file.read_text(encoding="utf-8").splitlines()) == expected + 1
    assert expected == sum(map(KINDS["Calls received"], mine))


def test_a_narrow_window_has_all_filters_behind_one_button(sitting: Sitting) -> None:
    sitting.window.window().resize(700, 600)
    opener = sitting.button("Filter")
    sitting.click(opener)
    outer = opener.menu()
    (person,) = (line for line in outer.actions() if line.text().startswith("Person: "))
    sitting.choose_line(outer, person.text())
    inner = outer.findChildren(QMenu)[outer.actions().index(person)]
    sitting.wait(inner.isVisible)
    sitting.choose_line(inner, ME)
    sitting.wait_for_list()
    assert sitting.count == "5,000 of 1,000,000 entries"

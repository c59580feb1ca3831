"""The preview of a mapping: what the first lines become, and nothing is kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.kept_mappings import keep, kept_mappings
from app.actions.preview_mapping import look_at, preview_mapping
from app.domain.event import Call
from app.domain.problem import Problem
from app.ledger.ledger import Ledger
from tests.support.archives import workbook
from tests.support.readings import written

LINE = "2026-11-02 15:04;+14155550123;61\n"
TABLE = "Wann;Ziel;Dauer\n" + LINE


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.db") as made:
        yield made


def test_the_guess_is_named_for_the_file_and_made_for_its_columns(
    ledger: Ledger, tmp_path: Path
) -> None:
    look = look_at(ledger, written(tmp_path, TABLE))
    assert (look.guess.name, look.guess.made_for) == ("export", ("Wann", "Ziel", "Dauer"))
    assert look.glimpse.separator == ";"


def test_the_first_lines_become_facts_or_reasons(ledger: Ledger, tmp_path: Path) -> None:
    path = written(tmp_path, TABLE + LINE.replace("61", "tall"))
    look = look_at(ledger, path)
    good, bad = preview_mapping(path, look.guess, zone="Europe/Berlin")
    assert isinstance(good.fact, Call)
    assert (good.number, good.fact.talk_us, good.problem) == (2, 61_000_000, None)
    assert (bad.fact, str(bad.problem)) == (None, "“tall” is not a duration")


def test_no_more_lines_are_read_than_are_shown(ledger: Ledger, tmp_path: Path) -> None:
    path = written(tmp_path, TABLE * 1 + LINE * 500)
    assert len(preview_mapping(path, look_at(ledger, path).guess, zone="UTC")) == 20


def test_a_first_line_that_names_nothing_is_a_line_like_the_others(
    ledger: Ledger, tmp_path: Path
) -> None:
    path = written(tmp_path, LINE * 3)
    look = look_at(ledger, path)
    assert (len(look.glimpse.rows), look.guess.made_for) == (3, ())
    assert [each.number for each in preview_mapping(path, look.guess, zone="UTC")] == [1, 2, 3]


def test_a_person_may_say_that_the_first_line_is_a_record(ledger: Ledger, tmp_path: Path) -> None:
    look = look_at(ledger, written(tmp_path, TABLE), first_line_names=False)
    assert look.glimpse.rows[0] == ("Wann", "Ziel", "Dauer")
    assert look.guess.header == look.glimpse.header == ("column 1", "column 2", "column 3")


def test_kept_mappings_are_offered(ledger: Ledger, tmp_path: Path) -> None:
    path = written(tmp_path, TABLE)
    guess = replace(look_at(ledger, path).guess, name="anlage")
    keep(ledger, guess)
    assert look_at(ledger, path).kept == (guess,)


def test_the_sheets_of_a_workbook_are_named(ledger: Ledger, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [("x",)], [("y",)])
    look = look_at(ledger, path, sheet="Sheet 2")
    assert (look.sheets, look.glimpse.header) == (("Sheet 1", "Sheet 2"), ("y",))
    assert look.guess.sheet == "Sheet 2"


def test_a_mapping_without_a_name_is_not_kept(ledger: Ledger, tmp_path: Path) -> None:
    guess = look_at(ledger, written(tmp_path, TABLE)).guess
    with pytest.raises(Problem, match="no name"):
        keep(ledger, replace(guess, name=" "))
    assert kept_mappings(ledger) == []

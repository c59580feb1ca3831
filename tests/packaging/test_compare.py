"""The frozen program held against the source: what differs is told, and nothing else."""

from pathlib import Path

import pytest
from shipping.asked import asked, in_place
from shipping.compare import Answer, answers, differences

_SAID = """#!/bin/sh
echo "$TALKTALLY_LANG $@"
echo "Free space: $$ GB"
echo kept > "$TALKTALLY_DATA_DIR/kept.csv"
echo passed over > "$TALKTALLY_DATA_DIR/ledger.db"
"""


def _program(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    program = folder / "talktally"
    program.write_text(text, encoding="utf-8")
    program.chmod(0o700)
    return program


def test_programs_that_answer_alike_differ_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()
    both = [_program(tmp_path / name, _SAID) for name in ("source", "frozen")]
    source, found = (list(answers(each, tmp_path)) for each in both)
    assert len(source) == len(list(asked()))
    assert list(source[0][1].left) == ["kept.csv"]
    assert list(differences(source, found)) == []


def test_each_difference_is_told_from_where_it_begins() -> None:
    wanted = Answer(0, "x" * 100 + "Grüße", "", {})
    found = Answer(1, "x" * 100 + "?", "no module", {"out.csv": "0"})
    told = list(differences([("status", wanted)], [("status", found)]))
    assert [line.partition(" is ")[0] for line in told] == [
        "status: code",
        "status: out",
        "status: err",
        "status: left",
    ]
    assert told[1] == f"status: out is {'x' * 40}?'\n  from source {'x' * 40}Grüße'"


@pytest.mark.parametrize("language", ["", "de_AT"])
def test_both_languages_are_asked_for(language: str) -> None:
    assert any(more.get("TALKTALLY_LANG", "") == language for _, more in asked())


def test_a_text_and_a_number_are_one_word_each() -> None:
    words = [words for words, _ in asked()]
    assert ("segments", "Grüße — 100 % 😀") in words
    assert ("check", "+49 30 901820", "--json") in words
    assert in_place(["backup", "{place}/copy.db"], "/folder") == ["backup", "/folder/copy.db"]

"""An older ledger brought up to date: nothing lost, everything new in place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.actions.verify import verify
from app.ledger.ledger import Ledger
from app.ledger.schema import VERSION, stated_version
from tests.support.ledgers import call, keep, ledger_with

_BACK_TO_1 = """
    DROP INDEX fact_by_far; DROP INDEX fact_by_call_id; DROP INDEX superseded_by;
    DROP INDEX fact_by_tags;
    DROP INDEX number_by_tail; DROP TABLE change; DROP TABLE correction; DROP TABLE twin;
    DROP TABLE verdict;
    DROP TABLE phrase_index; DROP TABLE phrase; DROP TABLE mention;
    ALTER TABLE fact DROP COLUMN tags; ALTER TABLE fact DROP COLUMN call_id;
    ALTER TABLE number DROP COLUMN tail; PRAGMA user_version=1;
"""


def _objects(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        return set(raw.execute("SELECT type, name FROM sqlite_master"))


def _made_older(folder: Path) -> Path:
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(name="Übermut KG"), call(note="asks for a price"), call())
        path = ledger.path
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(_BACK_TO_1)
    return path


def test_a_ledger_of_version_1_gets_all_that_a_new_one_has(tmp_path: Path) -> None:
    path = _made_older(tmp_path)
    (tmp_path / "new").mkdir()
    with Ledger(path) as upgraded, ledger_with(tmp_path / "new") as new:
        assert stated_version(path) == VERSION
        assert verify(upgraded).ok
        assert _objects(path) == _objects(new.path)


def test_an_upgrade_makes_old_names_and_notes_findable(tmp_path: Path) -> None:
    path = _made_older(tmp_path)
    with Ledger(path), closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT text FROM phrase ORDER BY text").fetchall() == [
            ("asks for a price",),
            ("übermut kg",),
        ]
        assert raw.execute("SELECT tail FROM number WHERE text='+12125550123'").fetchone() == (
            "25550123",
        )

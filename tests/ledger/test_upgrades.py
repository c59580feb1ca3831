"""An older ledger brought up to date: nothing lost, everything new in place."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.actions.follow_call import take_report
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.call_report import Phase
from app.domain.instant import SECOND
from app.ledger.connections.accounts import connections_of
from app.ledger.ledger import Ledger
from app.ledger.live import open_calls
from app.ledger.schema import VERSION, stated_version
from tests.support.call_reports import report
from tests.support.ledgers import NOW, call, keep, ledger_with, receipts

_BACK_TO_5 = """
    DROP TABLE closed_call; DROP TABLE unsure_end;
    ALTER TABLE open_call DROP COLUMN source; ALTER TABLE open_call DROP COLUMN phase;
    ALTER TABLE open_call DROP COLUMN name; ALTER TABLE open_call DROP COLUMN seen_us;
    ALTER TABLE open_call DROP COLUMN boot;
    ALTER TABLE open_call DROP COLUMN answered_running_us;
    ALTER TABLE open_call DROP COLUMN answered_awake_us;
    ALTER TABLE open_call DROP COLUMN seen_running_us;
    ALTER TABLE open_call DROP COLUMN seen_awake_us; PRAGMA user_version=5;
"""
_BACK_TO_4 = f"""
    {_BACK_TO_5}
    CREATE TABLE notice (account TEXT, level TEXT); PRAGMA user_version=4;
"""
_BACK_TO_3 = f"""
    {_BACK_TO_4}
    DROP TABLE connection; DROP TABLE connection_part; DROP TABLE unfinished_record;
    DROP TABLE refused_record; DROP TABLE connection_person; DROP TABLE withdrawn;
    DROP TABLE fetched_price;
    PRAGMA user_version=3;
"""
_BACK_TO_2 = f"""
    {_BACK_TO_3}
    DROP TABLE company; DROP TABLE profile_statement; DROP TABLE licence; DROP TABLE book_person;
    DROP TABLE pooled_use; DROP TABLE person_use; DROP TABLE sent_count; DROP TABLE counting;
    DROP TABLE plan_news; DROP TABLE ledger_key; ALTER TABLE seats DROP COLUMN without_bundle;
    ALTER TABLE plan_entry DROP COLUMN origin; ALTER TABLE seats DROP COLUMN origin;
    ALTER TABLE annual_seats DROP COLUMN origin; ALTER TABLE link DROP COLUMN origin;
    PRAGMA user_version=2;
"""
_BACK_TO_1 = f"""
    {_BACK_TO_2}
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
        found = set(raw.execute("SELECT type, name FROM sqlite_master"))
        columns = "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
        return found | set(raw.execute(columns))


def _made_older(folder: Path, script: str = _BACK_TO_1) -> Path:
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(name="Übermut KG"), call(note="asks for a price"), call())
        path = ledger.path
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(script)
    return path


@pytest.mark.parametrize(
    "script",
    [_BACK_TO_1, _BACK_TO_2, _BACK_TO_3, _BACK_TO_4, _BACK_TO_5],
    ids=["from-1", "from-2", "from-3", "from-4", "from-5"],
)
def test_an_older_ledger_gets_all_that_a_new_one_has(tmp_path: Path, script: str) -> None:
    path = _made_older(tmp_path, script)
    (tmp_path / "new").mkdir()
    with Ledger(path) as upgraded, ledger_with(tmp_path / "new") as new:
        assert stated_version(path) == VERSION
        assert verify(upgraded).ok
        assert _objects(path) == _objects(new.path)


def test_a_plan_of_a_ledger_of_version_2_goes_on(tmp_path: Path) -> None:
    path = _made_older(tmp_path, _BACK_TO_2)
    with Ledger(path) as upgraded:
        (meter,) = read_status(upgraded, NOW).meters
    assert (meter.plan, meter.used) == ("hubspot-professional", 3)


def test_a_ledger_of_version_3_keeps_its_entries_and_has_no_connection_yet(tmp_path: Path) -> None:
    path = _made_older(tmp_path, _BACK_TO_3)
    with Ledger(path) as upgraded, upgraded.reading() as snapshot:
        assert connections_of(snapshot.connection) == ()
        assert len(receipts(upgraded)) == 3


def test_a_call_open_in_a_ledger_of_version_5_still_ends(tmp_path: Path) -> None:
    path = _made_older(tmp_path, _BACK_TO_5)
    opened = ("a84b4c76e66710@pc33", NOW, NOW + 5 * SECOND, "+14155550199", 0, None, 1)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO open_call VALUES (?, ?, ?, ?, ?, ?, ?)", opened)
    with Ledger(path) as upgraded:
        with upgraded.reading() as snapshot:
            (call,) = open_calls(snapshot.connection)
        assert (call.source, call.phase, call.answered) == ("hook", Phase.TALKING, opened[2])
        ended = take_report(upgraded, report("end", 65, id=opened[0]))
        assert ended.call is not None
        assert ended.call.talk_us == 60 * SECOND


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

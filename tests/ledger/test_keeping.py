"""The ledger file: made for its owner alone, upgraded after a copy, and never guessed at."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.actions.verify import verify
from app.domain.event import Call, Text
from app.domain.problem import LedgerProblem
from app.ledger.engine import writing_engine
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.schema import VERSION, prepare, stated_version
from tests.support.ledgers import call, keep, ledger_with, text


def test_a_new_ledger_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as ledger:
        modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {0o600}
    assert stated_version(ledger.path) == VERSION


def test_a_ledger_of_a_newer_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        path = ledger.path
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(LedgerProblem, match="newer Talktally"):
        Ledger(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = ledger_path(tmp_path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version=7")
        raw.execute("CREATE TABLE theirs (a)")
        raw.commit()
    with pytest.raises(LedgerProblem, match="another program"):
        Ledger(path)


def test_a_file_that_is_no_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    ledger_path(tmp_path).write_bytes(b"something else entirely" * 100)
    with pytest.raises(LedgerProblem, match="not a Talktally ledger"):
        Ledger(ledger_path(tmp_path))


def _add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE source ADD COLUMN colour TEXT")


def test_an_upgrade_copies_the_ledger_first_and_keeps_every_entry(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call())
        path = ledger.path
    engine = writing_engine(path)
    prepare(path, engine, version=VERSION + 1, upgrades={VERSION: _add_a_column})
    engine.dispose()
    copy = tmp_path / f"ledger-before-upgrade-from-{VERSION}.db"
    assert stated_version(path) == VERSION + 1
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with Ledger(copy) as kept:
        assert verify(kept).entries == 1


def test_an_upgrade_that_breaks_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call())
        path = ledger.path

    def broken(connection: Connection) -> None:
        _add_a_column(connection)
        raise RuntimeError("half way")

    engine = writing_engine(path)
    with pytest.raises(RuntimeError):
        prepare(path, engine, version=VERSION + 1, upgrades={VERSION: broken})
    engine.dispose()
    with Ledger(path) as same:
        assert verify(same).ok


def _break_half_way(ledger: Ledger) -> None:
    with ledger.writing() as writing:
        writing.store([call(agent="Jana")])
        raise RuntimeError("half way")


def test_an_error_in_a_transaction_undoes_all_of_it(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        with pytest.raises(RuntimeError):
            _break_half_way(ledger)
        keep(ledger, call(agent="Omar"))
        found = verify(ledger)
    assert (found.entries, found.ok) == (1, True)


def test_the_same_report_again_changes_nothing(tmp_path: Path) -> None:
    facts: list[Call | Text] = [call(), text(segments=2), call(seconds=61, far="(415) 555-0123")]
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        with ledger.writing() as writing:
            first = writing.store(facts)
            again = writing.store(facts)
        assert (first.new, first.known, again.new, again.known) == (3, 0, 0, 3)


def test_a_later_version_of_a_record_supersedes_the_earlier_one(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", minutes=3))
        keep(ledger, call(external_id="7", minutes=5))
        found = verify(ledger)
        with ledger.reading() as snapshot:
            facts = snapshot.connection.exec_driver_sql("SELECT count(*) FROM fact").scalar()
    assert (found.entries, found.ok, facts) == (1, True, 2)


def test_two_accounts_of_one_provider_never_collide(tmp_path: Path) -> None:
    plain = call(external_id="7")
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, plain, plain._replace(source=plain.source._replace(account="2")))
        assert verify(ledger).entries == 2


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE total SET units = units + 1",
        "DELETE FROM charge",
        "UPDATE charge SET units = units + 1",
        "UPDATE crossing SET before = before + 1",
        "DELETE FROM identity",
        "UPDATE coverage SET entries = 9",
        "UPDATE fact SET talk_us = talk_us + 60000000",
    ],
)
def test_verify_finds_whatever_is_not_as_the_facts_say(tmp_path: Path, harm: str) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00"), call("2026-11-03 09:00", 2500))
        keep(ledger, call("2026-11-04 09:00"))
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql(harm)
        assert not verify(ledger).ok


def test_a_write_by_another_door_is_noticed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as ledger, Ledger(ledger.path) as other:
        before = ledger.changes()
        assert ledger.changes() == before
        keep(other, call())
        assert ledger.changes() != before


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE plan_entry SET document='{'",
        "UPDATE plan_entry SET document='{}'",
        "UPDATE plan_entry SET zone='Mars/Base'",
    ],
)
def test_a_damaged_plan_is_trouble_with_the_ledger(tmp_path: Path, harm: str) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger, ledger.writing() as writing:
        writing.connection.exec_driver_sql(harm)
    with (
        Ledger(ledger.path) as again,
        pytest.raises(LedgerProblem, match="is damaged"),
        again.reading(),
    ):
        pass

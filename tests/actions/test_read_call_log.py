"""Call logs of softphones that are read again whenever they change."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.actions.entry_history import entry_history
from app.actions.read_call_log import MAY_GO_ON, LogTaken, read_call_log
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.event import Call
from app.domain.instant import SECOND, Instant
from app.domain.plan import MeterKind
from app.domain.problem import EnvironmentProblem, Problem, UsageProblem
from app.exchange import database_copy
from app.ledger.imports import last_imports
from app.ledger.ledger import Ledger
from tests.support.call_logs import conference_calls
from tests.support.ledgers import ledger_with, receipts
from tests.support.readings import SAMPLES

START = 1_795_303_840
NOW = Instant((START + 300) * SECOND)
PLAN = "hubspot-starter"


def _ring(path: Path, *rows: str) -> Path:
    keyed = "".join(f"{key}={row}\r\n" for key, row in enumerate(rows))
    path.write_text(f"[Settings]\r\n[Calls]\r\n{keyed}", encoding="utf-16", newline="")
    return path


def _row(seconds: int, *, kind: int = 0, start: int = START, info: str = "") -> str:
    return f"+15550100;Miller; Sons;{kind};{start};{seconds};{info}"


def _talks(ledger: Ledger) -> list[int]:
    facts = [each.fact for each in receipts(ledger)]
    return [fact.talk_us // SECOND for fact in facts if isinstance(fact, Call)]


def _read(ledger: Ledger, path: Path, now: Instant = NOW) -> LogTaken:
    return read_call_log(ledger, path, now, always=True)


@pytest.mark.parametrize(
    ("name", "calls"), [("linphone_call_history.db", 3), ("microsip.ini", 2), ("twinkle.ch", 4)]
)
def test_the_log_of_each_softphone_is_read(tmp_path: Path, name: str, calls: int) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        taken = read_call_log(ledger, SAMPLES / name, NOW)
        assert (taken.tally.new, taken.tally.refused, len(receipts(ledger))) == (calls, 0, calls)


def test_a_log_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        first = read_call_log(ledger, SAMPLES / "twinkle.ch", NOW)
        again = read_call_log(ledger, SAMPLES / "twinkle.ch", NOW)
    assert not first.unchanged
    assert again == LogTaken(first.tally, unchanged=True)


def test_the_same_rows_again_add_nothing_and_no_import(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        _read(ledger, SAMPLES / "linphone_call_history.db")
        taken = _read(ledger, SAMPLES / "linphone_call_history.db")
        with ledger.reading() as snapshot:
            imports = last_imports(snapshot.connection, 10)
        assert (len(receipts(ledger)), len(imports)) == (3, 1)
    assert (taken.tally.new, taken.tally.known) == (0, 3)


def test_a_call_that_goes_on_is_left_until_it_is_over(tmp_path: Path) -> None:
    path = tmp_path / "MicroSIP.ini"
    with ledger_with(tmp_path, PLAN) as ledger:
        assert _read(ledger, _ring(path, _row(0))).held == 1
        assert _talks(ledger) == []
        assert _read(ledger, _ring(path, _row(185))).held == 0
        assert _talks(ledger) == [185]
        assert verify(ledger).ok


def test_a_call_nobody_answered_comes_when_it_cannot_go_on_any_more(tmp_path: Path) -> None:
    path = _ring(tmp_path / "MicroSIP.ini", _row(0))
    later = Instant(START * SECOND + MAY_GO_ON)
    with ledger_with(tmp_path, PLAN) as ledger:
        read_call_log(ledger, path, NOW)
        assert read_call_log(ledger, path, Instant(later - 1)).unchanged
        assert read_call_log(ledger, path, later).tally.new == 1
        assert _talks(ledger) == [0]
        assert read_call_log(ledger, path, Instant(later + 1)).unchanged


def test_a_call_that_failed_for_a_reason_comes_at_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        taken = _read(ledger, _ring(tmp_path / "MicroSIP.ini", _row(0, info="Busy Here")))
        assert (taken.held, _talks(ledger)) == (0, [0])


def test_a_row_written_again_after_hours_takes_the_place_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "MicroSIP.ini"
    later = Instant(START * SECOND + 2 * MAY_GO_ON)
    with ledger_with(tmp_path, PLAN) as ledger:
        _read(ledger, _ring(path, _row(0)), later)
        _read(ledger, _ring(path, _row(7_200)), later)
        (only,) = receipts(ledger)
        assert _talks(ledger) == [7_200]
        assert len(entry_history(ledger, only.id).versions) == 2
        assert verify(ledger).ok


def test_linphone_since_5_2_writes_a_row_again_when_its_call_ends(tmp_path: Path) -> None:
    path = conference_calls(tmp_path / "linphone.db", [(0, 0, START, 0, 1, "call-1")])
    with ledger_with(tmp_path, PLAN) as ledger:
        assert _read(ledger, path).held == 1
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute(
                "UPDATE conference_call SET duration=61, connected_time=?, status=0", (START + 4,)
            )
        assert _read(ledger, path).tally.new == 1
        assert _talks(ledger) == [61]


def test_a_log_that_holds_no_calls_yet_says_so(tmp_path: Path) -> None:
    new = tmp_path / "MicroSIP.ini"
    new.write_text("[Settings]\r\nsingleMode=1\r\n", encoding="utf-16")
    with (
        ledger_with(tmp_path, PLAN) as ledger,
        pytest.raises(Problem, match=r"MicroSIP\.ini holds no call log"),
    ):
        read_call_log(ledger, new, NOW)


def test_another_export_is_no_call_log(tmp_path: Path) -> None:
    with (
        ledger_with(tmp_path, PLAN) as ledger,
        pytest.raises(Problem, match="holds no call log of Linphone, MicroSIP or Twinkle"),
    ):
        read_call_log(ledger, SAMPLES / "twilio_calls.csv", NOW)


def test_a_log_that_is_gone_says_so_and_its_entries_stay(tmp_path: Path) -> None:
    path = _ring(tmp_path / "MicroSIP.ini", _row(61))
    with ledger_with(tmp_path, PLAN) as ledger:
        _read(ledger, path)
        path.unlink()
        with pytest.raises(UsageProblem, match="There is no file"):
            read_call_log(ledger, path, NOW)
        assert _talks(ledger) == [61]


def test_a_row_written_in_half_is_taken_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "MicroSIP.ini"
    whole = _row(185)
    with ledger_with(tmp_path, PLAN) as ledger:
        for end in range(1, len(whole)):
            _read(ledger, _ring(path, whole[:end]))
            assert _talks(ledger) == []
        _read(ledger, _ring(path, whole))
        assert _talks(ledger) == [185]


def test_an_old_row_that_the_ring_lost_stays_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "MicroSIP.ini"
    with ledger_with(tmp_path, PLAN) as ledger:
        _read(ledger, _ring(path, _row(61)))
        _read(ledger, _ring(path, _row(30, start=START + 100)))
        assert sorted(_talks(ledger)) == [30, 61]


def test_a_log_being_written_is_left_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = conference_calls(tmp_path / "linphone.db", [(0, 9, START, START, 0, "a")])
    moments = iter(range(1, 1000))

    def copy_while_it_changes(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes())
        os.utime(source, (next(moments), next(moments)))

    with ledger_with(tmp_path, PLAN) as ledger:
        with monkeypatch.context() as patch:
            patch.setattr(database_copy, "copyfile", copy_while_it_changes)
            with pytest.raises(EnvironmentProblem, match="is being written"):
                _read(ledger, path)
        assert _read(ledger, path).tally.new == 1


def test_a_log_its_softphone_holds_locked_is_read_as_it_was(tmp_path: Path) -> None:
    path = conference_calls(tmp_path / "linphone.db", [(0, 9, START, START, 0, "a")])
    with ledger_with(tmp_path, PLAN) as ledger, closing(sqlite3.connect(path)) as softphone:
        softphone.execute("BEGIN EXCLUSIVE")
        softphone.execute("UPDATE conference_call SET duration = 99")
        assert _read(ledger, path).tally.new == 1
        assert _talks(ledger) == [9]
        softphone.commit()
        _read(ledger, path)
        assert _talks(ledger) == [99]


def test_what_a_log_brings_counts(tmp_path: Path) -> None:
    rows = (_row(61), _row(30, start=START + 100))
    with ledger_with(tmp_path, PLAN) as ledger:
        _read(ledger, _ring(tmp_path / "MicroSIP.ini", *rows))
        meters = read_status(ledger, NOW).meters
    assert [each.used for each in meters if each.kind is MeterKind.MINUTES] == [3]

"""The account behind Twilio Connect, told by its files or only by a person."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.actions import import_file
from tests.support.console import Console
from tests.support.records import TWILIO, call, leg, lines, table

_WITH_ACCOUNT = ("Account SID", *TWILIO)
_MARK = "--behind-connect"


def _file(path: Path, account: str, *sids: str) -> Path:
    rows: list[Sequence[object]] = [leg(sid, 60) for sid in sids]
    if not account:
        return table(path, TWILIO, *rows)
    return table(path, _WITH_ACCOUNT, *[(account, *row) for row in rows])


@pytest.fixture
def planned(console: Console) -> Console:
    console.done("plan", "use", "hubspot-professional")
    return console


def _billed(console: Console) -> tuple[int, int]:
    meter = console.meter("minutes")
    assert console.done("verify", "--json").json["ok"] is True
    return meter["used"], meter["billed"]


def test_a_mark_passes_on_to_the_account_once_it_is_known(planned: Console, tmp_path: Path) -> None:
    planned.done("import", _file(tmp_path / "a.csv", "", "CA1"), _MARK)
    planned.done("import", _file(tmp_path / "b.csv", "AC1", "CA1", "CA2"))
    assert _billed(planned) == (0, 2)


def test_a_mark_without_an_account_finds_the_one_that_is_known(
    planned: Console, tmp_path: Path
) -> None:
    planned.done("import", _file(tmp_path / "b.csv", "AC1", "CA1", "CA2"))
    planned.done("import", _file(tmp_path / "a.csv", "", "CA1"), _MARK)
    assert _billed(planned) == (0, 2)


def test_a_file_without_accounts_never_erases_a_known_one(planned: Console, tmp_path: Path) -> None:
    planned.done("import", _file(tmp_path / "b.csv", "AC1", "CA1"), _MARK)
    again = planned.done("import", _file(tmp_path / "a.csv", "", "CA1"), "--json").json
    assert again["files"][0]["new"] == 0
    assert _billed(planned) == (0, 1)


def test_every_account_of_a_file_is_marked_however_late_it_comes(
    planned: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_file, "CHUNK", 1)
    rows = [("AC1", *leg("CA1", 60)), ("AC2", *leg("CA2", 60))]
    planned.done("import", table(tmp_path / "a.csv", _WITH_ACCOUNT, *rows), _MARK)
    assert _billed(planned) == (0, 2)


def test_another_providers_file_cannot_be_behind_twilio_connect(
    planned: Console, tmp_path: Path
) -> None:
    answer = planned.run("import", lines(tmp_path / "a.jsonl", [call(1)]), _MARK)
    assert answer.code == 2
    assert "Leave --behind-connect out" in answer.err
    assert planned.meter("minutes")["level"] == "no_data"

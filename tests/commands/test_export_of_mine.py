"""Who I am and what I said of an account, carried by an export into an empty ledger."""

from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.records import TWILIO, leg, table

_CALL = ("log", "call", "--to", "+14155550123", "--start", "2026-11-02T10:00:00Z", "--seconds")


@pytest.fixture
def other(tmp_path: Path) -> Console:
    made = Console(tmp_path / "other")
    made.done("plan", "use", "hubspot-professional")
    return made


@pytest.fixture
def mixed(console: Console) -> Console:
    console.done("plan", "use", "hubspot-professional")
    console.done(*_CALL, "61")
    console.done(*_CALL, "601", "--agent", "Omar")
    return console


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_the_one_name_in_an_export_is_not_taken_for_mine(
    mixed: Console, other: Console, tmp_path: Path, ending: str
) -> None:
    mixed.done("export", tmp_path / f"out.{ending}")
    answer = other.done("import", tmp_path / f"out.{ending}")
    assert "so you are" not in answer.out
    assert other.done("status", "--json").json == mixed.done("status", "--json").json


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_an_export_tells_which_names_are_mine(
    mixed: Console, other: Console, tmp_path: Path, ending: str
) -> None:
    mixed.done(*_CALL, "121", "--agent", "Jana")
    mixed.done(*_CALL, "122", "--agent", "Jana")
    mixed.done(*_CALL, "181", "--agent", "J. Roe")
    mixed.done("me", "--name", "Jana", "--alias", "J. Roe")
    mixed.done("export", tmp_path / f"out.{ending}")
    answer = other.done("import", tmp_path / f"out.{ending}")
    assert "The entries marked as yours are Jana's, so you are Jana." in answer.out
    assert other.done("status", "--json").json == mixed.done("status", "--json").json


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_an_export_tells_which_account_is_behind_twilio_connect(
    console: Console, other: Console, tmp_path: Path, ending: str
) -> None:
    console.done("plan", "use", "hubspot-professional")
    calls = table(tmp_path / "calls.csv", TWILIO, leg("CA1", 61), leg("CA2", 62))
    console.done("import", calls, "--behind-connect")
    console.done("export", tmp_path / f"out.{ending}")
    other.done("import", tmp_path / f"out.{ending}")
    assert console.meter("minutes")["billed"] > 0
    assert other.done("status", "--json").json == console.done("status", "--json").json

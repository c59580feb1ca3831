"""Taking back what was said of me: names and numbers, and nothing is lost by it."""

from pathlib import Path

import pytest

from app.actions.mark_me import MeWish, mark_me
from app.actions.not_mine import not_my_name, not_my_number
from app.actions.verify import verify
from tests.support.console import Console
from tests.support.ledgers import call, keep, ledger_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ada has called for ten minutes, and for twenty by another name."""
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(agent="Ada", minutes=10), call(agent="A. Rep", minutes=20))
        mark_me(ledger, MeWish(name="Ada", aliases=("A. Rep",), numbers=("+14155550100",)))
    return tmp_path


def used(folder: Path, agent: str) -> int:
    at = {"TALKTALLY_NOW": "2026-11-21T13:05:00Z", "TZ": "Europe/Berlin"}
    status = Console(folder, at).done("status", "--json", "--agent", agent).json
    return int(status["meters"][0]["used"])


def test_a_name_that_is_not_mine_takes_its_entries_along(folder: Path) -> None:
    assert used(folder, "me") == 30
    with ledger_with(folder) as ledger:
        me = not_my_name(ledger, "a. rep")
        assert (me.name, me.aliases, me.others) == ("Ada", (), ("A. Rep",))
        assert not verify(ledger).differences
    assert (used(folder, "me"), used(folder, "A. Rep")) == (10, 20)


def test_a_name_can_be_mine_again(folder: Path) -> None:
    with ledger_with(folder) as ledger:
        not_my_name(ledger, "A. Rep")
        mark_me(ledger, MeWish(aliases=("A. Rep",)))
    assert used(folder, "me") == 30


def test_the_name_i_go_by_and_names_of_others_change_nothing(folder: Path) -> None:
    with ledger_with(folder) as ledger:
        assert not_my_name(ledger, "Ada") == not_my_name(ledger, "Nobody")
        assert not_my_name(ledger, "Ada").aliases == ("A. Rep",)


def test_a_number_is_no_longer_mine(folder: Path) -> None:
    with ledger_with(folder) as ledger:
        assert not_my_number(ledger, "+14155550100").numbers == ()
        assert not_my_number(ledger, "+14155550100").numbers == ()
        assert not verify(ledger).differences

"""What stands beside the figures on the first page."""

from pathlib import Path

from app.actions.mark_me import MeWish, mark_me
from app.actions.overview import read_overview
from tests.support.connections import connect
from tests.support.ledgers import NOW, call, keep, ledger_with


def test_what_is_connected_is_read_with_the_figures(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        before = read_overview(ledger, NOW)
        connect(ledger)
        after = read_overview(ledger, NOW)
    assert [(found.joined, found.accounts) for found in (before, after)] == [
        (False, False),
        (False, True),
    ]


def test_people_are_told_until_one_of_several_is_me(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(agent="Jana"))
        assert read_overview(ledger, NOW).people == ()
        keep(ledger, call(agent="ada"))
        assert read_overview(ledger, NOW).people == ("ada", "Jana")
        mark_me(ledger, MeWish(name="Jana"))
        assert read_overview(ledger, NOW).people == ()

"""The memory of notices, which outlives the window."""

from pathlib import Path

from app.actions.status import read_status
from app.domain.notice import adopt, due
from app.ledger.ledger import Ledger
from app.ledger.notices import keep_told, told_notices
from tests.support.ledgers import NOW, call, keep, ledger_with


def test_what_was_told_is_remembered_by_the_next_start(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-03 09:00", 1950))
        status = read_status(ledger, NOW)
        with ledger.writing() as writing:
            keep_told(writing, adopt("me", status.meters))
    with Ledger(ledger.path) as again, again.reading() as snapshot:
        told = told_notices(snapshot)
        assert due("me", status.meters, told=told, trust=status.trust).meters == ()
    assert told == adopt("me", status.meters)

"""Which accounts are to be asked, and when."""

from pathlib import Path

import pytest

from app.actions.sync_accounts import accounts_due, accounts_to_sync, sync_account
from app.domain.connection import AccountFound, Key, NewConnection, Provider
from app.domain.instant import MINUTE, Instant
from app.domain.problem import UsageProblem
from app.ledger.connections.accounts import pause_connection
from app.ledger.ledger import Ledger, ledger_path
from app.machine.secrets import RunSecrets
from app.sync.accounts.watch import Watch
from tests.support.connected import connect
from tests.support.fake_reader import ACCOUNT, FakePart, FakeReader, calls_of
from tests.support.ledgers import NOW


def add(ledger: Ledger, secrets: RunSecrets, account: str, name: str) -> None:
    new = NewConnection(Provider.HUBSPOT, Key("", "word"), name)
    connect(ledger, secrets, new, AccountFound(account, name))


def test_accounts_are_due_one_after_the_other_and_paused_ones_never(tmp_path: Path) -> None:
    secrets = RunSecrets()
    with Ledger(ledger_path(tmp_path)) as ledger:
        for number, name in ((ACCOUNT, "Sales"), ("2", "Support"), ("3", "Old")):
            add(ledger, secrets, number, name)
        with ledger.writing() as writing:
            pause_connection(writing, 3, True)
        reader = FakeReader([FakePart(facts=list(calls_of(3)))])
        (sales,) = accounts_to_sync(ledger, ["sales"])
        outcome = sync_account(ledger, secrets, sales, Watch(lambda: NOW), reader.opened)
        assert outcome.new == 3
        due = accounts_due(ledger, NOW)
        assert [(each.connection.name, each.seconds) for each in due] == [
            ("Support", 0), ("Sales", outcome.next_in),
        ]  # fmt: skip
        assert accounts_due(ledger, Instant(NOW + 60 * MINUTE))[1].seconds == 0


def test_all_but_paused_accounts_are_asked_unless_named(tmp_path: Path) -> None:
    secrets = RunSecrets()
    with Ledger(ledger_path(tmp_path)) as ledger:
        add(ledger, secrets, "1", "Sales")
        add(ledger, secrets, "2", "Old")
        with ledger.writing() as writing:
            pause_connection(writing, 2, True)
        assert [each.name for each in accounts_to_sync(ledger)] == ["Sales"]
        with pytest.raises(UsageProblem, match="Old is paused"):
            accounts_to_sync(ledger, ["Old"])
        with pytest.raises(UsageProblem, match="no connection called New"):
            accounts_to_sync(ledger, ["New"])

"""Which accounts are to be asked."""

from pathlib import Path

import pytest

from app.actions.sync_accounts import accounts_to_sync, sync_account
from app.domain.connection import AccountFound, Key, NewConnection, Provider
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


def test_a_round_is_done_with_an_account_that_is_named(tmp_path: Path) -> None:
    secrets = RunSecrets()
    with Ledger(ledger_path(tmp_path)) as ledger:
        add(ledger, secrets, ACCOUNT, "Sales")
        reader = FakeReader([FakePart(facts=list(calls_of(3)))])
        (sales,) = accounts_to_sync(ledger, ["sales"])
        outcome = sync_account(ledger, secrets, sales, Watch(lambda: NOW), reader.opened)
        assert outcome.new == 3


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

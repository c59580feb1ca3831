"""Removing a connection: its key, its entries, and nothing left that nobody knows of."""

import pytest

from app.actions.account_here import account_named
from app.actions.pause_account import pause_account
from app.actions.remove_account import Removal, remove_account
from app.domain.problem import EnvironmentProblem, UsageProblem
from app.ledger.ledger import Ledger
from app.machine.secrets import EitherSecrets, RunSecrets, Secrets
from tests.support.connecting import (
    BrokenSecrets,
    LastingSecrets,
    StuckSecrets,
    connect,
    ledger,
    names_of,
    providers,
    secrets,
)
from tests.support.meters import NOW
from tests.support.readers import FakeProviders

__all__ = ["ledger", "providers", "secrets"]


def test_removing_takes_connection_and_key(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    removed = remove_account(ledger, secrets, number, now=NOW)
    assert removed is not None
    assert (removed.connection.name, removed.entries) == ("Example Ltd", 0)
    assert (names_of(ledger), secrets.kept()) == ([], {})


def test_removing_twice_is_told(ledger: Ledger, secrets: Secrets, providers: FakeProviders) -> None:
    number = connect(ledger, secrets, providers).connection.id
    remove_account(ledger, secrets, number, now=NOW)
    with pytest.raises(UsageProblem, match="removed meanwhile"):
        remove_account(ledger, secrets, number, now=NOW)


@pytest.mark.parametrize("paused", [False, True])
def test_a_removal_that_is_cancelled_leaves_everything(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders, *, paused: bool
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    pause_account(ledger, number, paused=paused)
    removal = Removal(with_entries=True, cancelled=lambda: True)
    assert remove_account(ledger, secrets, number, now=NOW, removal=removal) is None
    assert account_named(ledger, "Example Ltd").paused is paused
    assert len(secrets.kept()) == 1


def test_a_key_that_cannot_be_taken_out_keeps_its_connection(
    ledger: Ledger, providers: FakeProviders
) -> None:
    secrets = StuckSecrets()
    number = connect(ledger, secrets, providers).connection.id
    with pytest.raises(EnvironmentProblem):
        remove_account(ledger, secrets, number, now=NOW)
    assert not account_named(ledger, "Example Ltd").paused
    remove_account(ledger, secrets, number, now=NOW, removal=Removal(leave_key=True))
    assert names_of(ledger) == []


def test_what_was_kept_for_the_run_needs_no_keyring_to_be_removed(
    ledger: Ledger, providers: FakeProviders
) -> None:
    number = connect(ledger, EitherSecrets(BrokenSecrets(), RunSecrets()), providers).connection.id
    remove_account(ledger, EitherSecrets(BrokenSecrets(), RunSecrets()), number, now=NOW)
    assert names_of(ledger) == []

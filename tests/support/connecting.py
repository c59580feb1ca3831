"""Accounts connected without a network: keyrings of every temper, keys, and who they belong to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from app.actions.add_account import Added, add_account
from app.actions.read_accounts import read_accounts
from app.domain.connection import AccountFound, Key, NewConnection, Provider, Right
from app.domain.problem import EnvironmentProblem
from app.ledger.ledger import Ledger
from app.machine.secrets import RunSecrets, Secrets
from tests.support.meters import NOW
from tests.support.readers import FakeProviders, no_wait

FIRST = AccountFound("9000001", "Example Ltd", "Europe/Berlin", "EUR", (Right.PEOPLE,))
OTHER = AccountFound("9000002", "Other Ltd")
KEY, NEW_KEY, OTHER_KEY = Key("", "key-one"), Key("", "key-new"), Key("", "key-two")


class BrokenSecrets:
    """A keyring that answers nothing."""

    def get(self, account: str) -> str | None:
        raise EnvironmentProblem("The keyring is locked.")

    def set(self, account: str, secret: str) -> bool:
        raise EnvironmentProblem("The keyring is locked.")

    def remove(self, account: str) -> None:
        raise EnvironmentProblem("The keyring is locked.")


class LastingSecrets(RunSecrets):
    """Keeps what it is given, as a keyring would."""

    @override
    def set(self, account: str, secret: str) -> bool:
        super().set(account, secret)
        return True

    def kept(self) -> dict[str, str]:
        """Return all that is kept."""
        return dict(self._kept)


@pytest.fixture
def providers() -> FakeProviders:
    return FakeProviders({"key-one": FIRST, "key-new": FIRST, "key-two": OTHER})


@pytest.fixture
def secrets() -> LastingSecrets:
    return LastingSecrets()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.db") as ledger:
        yield ledger


class StuckSecrets(LastingSecrets):
    """A keyring that forgets nothing."""

    @override
    def remove(self, account: str) -> None:
        raise EnvironmentProblem("The keyring is locked.")


def connect(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders, key: Key = KEY, name: str = ""
) -> Added:
    new = NewConnection(Provider.HUBSPOT, key, name)
    return add_account(ledger, secrets, new, now=NOW, opener=providers.open, wait=no_wait)


def names_of(ledger: Ledger) -> list[str]:
    return [each.connection.name for each in read_accounts(ledger, NOW).accounts]

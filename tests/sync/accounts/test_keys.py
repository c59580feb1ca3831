"""The key of a connection lies in the keyring and nowhere else."""

import pytest

from app.domain.connection import Connection, Key, Provider
from app.domain.failure import Failure, FailureKind
from app.machine.secrets import RunSecrets
from app.sync.accounts.keys import forget_key, keep_key, kept_key, key_account

HUBSPOT = Connection(3, Provider.HUBSPOT, "Sales", "4711")
KEY = Key("who", "pat-eu1-word")


def test_a_key_comes_back_as_it_was_kept() -> None:
    secrets = RunSecrets()
    keep_key(secrets, HUBSPOT, KEY)
    assert kept_key(secrets, HUBSPOT) == KEY


def test_it_is_named_by_what_a_rename_does_not_change() -> None:
    assert key_account(HUBSPOT) == "connection 3 hubspot 4711"


@pytest.mark.parametrize("kept", [None, "", "pat-eu1-word", "[]", '{"user": "x"}', "[" * 99_999])
def test_what_is_no_key_asks_for_a_new_one(kept: str | None) -> None:
    secrets = RunSecrets()
    if kept is not None:
        secrets.set(key_account(HUBSPOT), kept)
    with pytest.raises(Failure, match="The key of Sales is not on this computer") as caught:
        kept_key(secrets, HUBSPOT)
    assert caught.value.kind is FailureKind.SIGN_IN


def test_a_key_that_was_forgotten_is_gone() -> None:
    secrets = RunSecrets()
    keep_key(secrets, HUBSPOT, KEY)
    forget_key(secrets, HUBSPOT)
    with pytest.raises(Failure):
        kept_key(secrets, HUBSPOT)


def test_a_key_shows_nothing_of_itself() -> None:
    assert "pat" not in repr(KEY)

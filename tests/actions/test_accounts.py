"""Connecting accounts and looking after them, with a provider that needs no network."""

import pytest
from typing_extensions import override

from app.actions.account_here import account_named, accounts_named
from app.actions.add_account import add_account
from app.actions.check_account import check_account
from app.actions.identify_user import identify_user
from app.actions.pause_account import pause_account
from app.actions.read_accounts import read_accounts
from app.actions.rename_account import rename_account
from app.actions.renew_key import renew_key
from app.actions.set_account_options import set_account_options
from app.domain.accounts import Health
from app.domain.connection import AccountFound, Key, NewConnection, Options, Provider, Right
from app.domain.failure import Failure
from app.domain.problem import EnvironmentProblem, UsageProblem
from app.ledger.connections.accounts import remove_connection
from app.ledger.ledger import Ledger
from app.machine.secrets import EitherSecrets, RunSecrets, Secrets
from app.sync.accounts.keys import kept_key
from tests.support.connecting import (
    KEY,
    NEW_KEY,
    OTHER_KEY,
    BrokenSecrets,
    LastingSecrets,
    connect,
    ledger,
    names_of,
    providers,
    secrets,
)
from tests.support.meters import NOW
from tests.support.readers import FakeProviders, no_wait

__all__ = ["ledger", "providers", "secrets"]


def test_an_account_is_named_after_itself(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    added = connect(ledger, secrets, providers)
    assert (added.connection.name, added.connection.account) == ("Example Ltd", "9000001")
    assert (added.connection.zone, added.connection.currency) == ("Europe/Berlin", "EUR")
    assert not added.kept_for_run
    assert kept_key(secrets, added.connection) == KEY


def test_a_new_account_is_shown_with_what_its_key_lacks(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    connect(ledger, secrets, providers)
    (shown,) = read_accounts(ledger, NOW).accounts
    assert (shown.health, shown.lacking) == (Health.NEW, (Right.PEOPLE,))


def test_a_key_that_opens_nothing_leaves_nothing(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders
) -> None:
    with pytest.raises(Failure):
        connect(ledger, secrets, providers, Key("", "wrong"))
    assert names_of(ledger) == []
    assert secrets.kept() == {}


def test_an_account_that_is_connected_already_is_refused(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders
) -> None:
    connect(ledger, secrets, providers)
    with pytest.raises(UsageProblem, match="connected already, as Example Ltd"):
        connect(ledger, secrets, providers, NEW_KEY, "Again")
    assert names_of(ledger) == ["Example Ltd"]
    assert len(secrets.kept()) == 1


def test_a_keyring_that_refuses_leaves_nothing(ledger: Ledger, providers: FakeProviders) -> None:
    with pytest.raises(EnvironmentProblem):
        connect(ledger, BrokenSecrets(), providers)
    assert names_of(ledger) == []


def test_without_a_keyring_a_window_keeps_the_key_for_its_run(
    ledger: Ledger, providers: FakeProviders
) -> None:
    secrets = EitherSecrets(BrokenSecrets(), RunSecrets())
    added = connect(ledger, secrets, providers)
    assert added.kept_for_run
    (shown,) = read_accounts(ledger, NOW).accounts
    assert shown.connection.kept_for_run
    assert kept_key(secrets, added.connection) == KEY


def test_two_accounts_of_one_provider_stand_side_by_side(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    first = connect(ledger, secrets, providers).connection
    second = connect(ledger, secrets, providers, OTHER_KEY, "Second").connection
    assert names_of(ledger) == ["Example Ltd", "Second"]
    assert (kept_key(secrets, first), kept_key(secrets, second)) == (KEY, OTHER_KEY)


def test_a_connection_is_found_without_regard_to_case(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    added = connect(ledger, secrets, providers)
    assert account_named(ledger, " example  LTD").id == added.connection.id


def test_one_unknown_name_refuses_all_of_them(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    connect(ledger, secrets, providers)
    with pytest.raises(UsageProblem, match="no connection called Nobody"):
        accounts_named(ledger, ["Example Ltd", "Nobody"])


def test_a_name_said_twice_is_meant_once(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    connect(ledger, secrets, providers)
    assert len(accounts_named(ledger, ["Example Ltd", "example ltd"])) == 1


def test_without_connections_it_is_said_how_to_connect(ledger: Ledger) -> None:
    with pytest.raises(UsageProblem, match="talktally account add"):
        account_named(ledger, "Example")


def test_a_test_notes_what_the_provider_says_now(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    providers.accounts["key-one"] = AccountFound("9000001", "New Ltd", "UTC", "USD")
    check_account(ledger, secrets, number, opener=providers.open, wait=no_wait)
    (shown,) = read_accounts(ledger, NOW).accounts
    assert (shown.connection.title, shown.connection.zone, shown.lacking) == ("New Ltd", "UTC", ())


def test_a_test_of_a_revoked_key_says_so(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    del providers.accounts["key-one"]
    with pytest.raises(Failure, match="does not know this key"):
        check_account(ledger, secrets, number, opener=providers.open, wait=no_wait)


def test_a_new_key_takes_the_place_of_the_old_one(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders
) -> None:
    added = connect(ledger, secrets, providers).connection
    renew_key(ledger, secrets, added.id, NEW_KEY, opener=providers.open, wait=no_wait)
    assert kept_key(secrets, added) == NEW_KEY
    assert len(secrets.kept()) == 1


@pytest.mark.parametrize("key", [OTHER_KEY, Key("", "wrong")])
def test_a_key_of_another_account_changes_nothing(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders, key: Key
) -> None:
    added = connect(ledger, secrets, providers).connection
    with pytest.raises((UsageProblem, Failure)):
        renew_key(ledger, secrets, added.id, key, opener=providers.open, wait=no_wait)
    assert kept_key(secrets, added) == KEY


def test_a_key_for_what_was_removed_meanwhile_is_not_kept(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders
) -> None:
    added = connect(ledger, secrets, providers).connection

    def remove() -> None:
        with ledger.writing() as writing:
            remove_connection(writing, added.id)

    providers.meanwhile = remove
    with pytest.raises(UsageProblem, match="removed meanwhile"):
        renew_key(ledger, secrets, added.id, NEW_KEY, opener=providers.open, wait=no_wait)
    assert secrets.kept() == {}


def test_a_connection_is_renamed_paused_and_resumed(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    assert rename_account(ledger, number, " Sales  team ").name == "Sales team"
    assert pause_account(ledger, number, paused=True).paused
    assert not pause_account(ledger, number, paused=False).paused


def test_a_name_that_is_taken_is_refused(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    connect(ledger, secrets, providers)
    second = connect(ledger, secrets, providers, OTHER_KEY).connection
    with pytest.raises(UsageProblem, match="already"):
        rename_account(ledger, second.id, "EXAMPLE ltd")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (Options(version="latest"), "v3, or a year and a month"),
        (Options(version="2026-9"), "v3, or a year and a month"),
        (Options(behind_connect=True), "only be said of a Twilio account"),
        (Options(subaccounts=False), "only be said of a Twilio account"),
    ],
)
def test_what_cannot_be_said_of_hubspot_is_refused(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders, options: Options, told: str
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    with pytest.raises(UsageProblem, match=told):
        set_account_options(ledger, number, options, now=NOW)


def test_options_are_kept(ledger: Ledger, secrets: Secrets, providers: FakeProviders) -> None:
    number = connect(ledger, secrets, providers).connection.id
    options = Options(version="2026-09", counts_toward="none")
    assert set_account_options(ledger, number, options, now=NOW).options == options


def test_no_key_is_in_what_a_failed_attempt_raises(
    ledger: Ledger, providers: FakeProviders
) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        connect(ledger, BrokenSecrets(), providers)
    problem = caught.value
    assert "key-one" not in f"{problem!r} {problem} {problem.places} {problem.__context__!r}"
    assert "key-one" not in repr(NewConnection(Provider.HUBSPOT, KEY))


def test_a_key_that_cannot_tell_its_account_is_taken(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    added = connect(ledger, secrets, providers).connection
    providers.accounts["key-new"] = AccountFound("", "HubSpot", lacking=(Right.ACCOUNT,))
    renew_key(ledger, secrets, added.id, NEW_KEY, opener=providers.open, wait=no_wait)
    assert account_named(ledger, added.name).account == "9000001"


def test_a_company_that_was_renamed_keeps_its_connection(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    providers.accounts["key-one"] = AccountFound("Old Ltd", "Old Ltd")
    new = NewConnection(Provider.AIRCALL, KEY)
    added = add_account(ledger, secrets, new, now=NOW, opener=providers.open, wait=no_wait)
    renamed = AccountFound("New Ltd", "New Ltd")
    providers.accounts |= {"key-one": renamed, "key-new": renamed}
    check_account(ledger, secrets, added.connection.id, opener=providers.open, wait=no_wait)
    renewed = renew_key(
        ledger, secrets, added.connection.id, NEW_KEY, opener=providers.open, wait=no_wait
    )
    assert (renewed.connection.account, renewed.connection.title) == ("Old Ltd", "New Ltd")


def test_who_somebody_is_needs_a_name(
    ledger: Ledger, secrets: Secrets, providers: FakeProviders
) -> None:
    number = connect(ledger, secrets, providers).connection.id
    with pytest.raises(UsageProblem, match="1 to 100 characters"):
        identify_user(ledger, number, "101", "  ")


class InterruptedSecrets(LastingSecrets):
    """A person loses patience with the question of the keyring."""

    @override
    def set(self, account: str, secret: str) -> bool:
        super().set(account, secret)
        raise KeyboardInterrupt


def test_an_interrupt_while_the_key_is_kept_leaves_nothing(
    ledger: Ledger, providers: FakeProviders
) -> None:
    secrets = InterruptedSecrets()
    with pytest.raises(KeyboardInterrupt):
        connect(ledger, secrets, providers)
    assert (names_of(ledger), secrets.kept()) == ([], {})


def test_a_connection_whose_key_was_lost_takes_a_new_one(
    ledger: Ledger, secrets: LastingSecrets, providers: FakeProviders
) -> None:
    added = connect(ledger, secrets, providers).connection
    for account in secrets.kept():
        secrets.remove(account)
    with pytest.raises(Failure, match="not on this computer any more"):
        check_account(ledger, secrets, added.id, opener=providers.open, wait=no_wait)
    renew_key(ledger, secrets, added.id, NEW_KEY, opener=providers.open, wait=no_wait)
    assert kept_key(secrets, added) == NEW_KEY

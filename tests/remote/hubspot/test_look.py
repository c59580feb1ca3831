"""Whose a HubSpot key is, what it may read, and who the users are."""

import pytest

from app.domain.connection import AccountFound, RemotePerson, Right
from app.domain.failure import Failure, FailureKind
from app.domain.problem import UsageProblem
from app.remote.hubspot.paths import paths_of
from tests.support.hubspot_desk import desk
from tests.support.providers.hubspot import ACCOUNT, OWNERS, RECORDS, Owner
from tests.support.providers.place import Told


def test_a_key_opens_its_account() -> None:
    with desk() as hubspot:
        assert hubspot.reader.look() == AccountFound(
            "12345678", "HubSpot 12345678", "America/New_York", "USD"
        )


@pytest.mark.parametrize(
    ("scopes", "lacking"),
    [((RECORDS, ACCOUNT), Right.PEOPLE), ((RECORDS, OWNERS), Right.ACCOUNT)],
)
def test_a_key_may_lack_what_is_not_needed(scopes: tuple[str, ...], lacking: Right) -> None:
    with desk(key="narrow") as hubspot:
        hubspot.account.let_in("narrow", *scopes)
        found = hubspot.reader.look()
        assert (found.account, found.lacking) == ("12345678", (lacking,))


def test_a_key_that_may_not_read_calls_is_told_which_scope_to_add() -> None:
    with desk(key="narrow") as hubspot:
        hubspot.account.let_in("narrow", OWNERS, ACCOUNT)
        with pytest.raises(Failure, match=r"crm\.objects\.contacts\.read") as caught:
            hubspot.reader.look()
    assert caught.value.kind is FailureKind.SIGN_IN


def test_a_key_that_may_not_read_texts_reads_calls_alone() -> None:
    with desk() as hubspot:
        refusal = Told(403, {"status": "error", "message": "no", "category": "MISSING_SCOPES"})
        hubspot.place.spoil = lambda _, asked, told: (
            refusal if "communications" in asked.path else None
        )
        assert hubspot.reader.look().lacking == (Right.TEXTS,)
        assert [page.position for page in hubspot.round("texts")] == [""]


def test_a_key_that_was_taken_back_is_told_apart() -> None:
    with desk() as hubspot:
        hubspot.account.revoke()
        with pytest.raises(Failure, match="service key") as caught:
            hubspot.reader.look()
    assert caught.value.kind is FailureKind.SIGN_IN
    assert "pat-" not in repr(caught.value) + repr(caught.value.places)


@pytest.mark.parametrize("key", ["", "ä", "one\ntwo", "\ud800"])
def test_what_cannot_be_a_key_is_no_key(key: str) -> None:
    with desk(key=key) as hubspot, pytest.raises(Failure, match="does not accept this key"):
        hubspot.reader.look()


def test_everybody_is_known_those_who_left_too() -> None:
    with desk() as hubspot:
        hubspot.account.owners = (
            Owner("7", " Ada ", "Agent", "ada@example.com"),
            Owner("8", "", "", "ben@example.com", left=True),
            Owner("9", "", "", ""),
        )
        people = {each.external_id: each for each in hubspot.reader.people()}
    assert people == {
        "7": RemotePerson("7", "Ada Agent", "ada@example.com"),
        "8": RemotePerson("8", "ben@example.com", "ben@example.com", active=False),
        "9": RemotePerson("9", "9"),
    }


def test_more_owners_than_a_page_has_are_all_read() -> None:
    with desk() as hubspot:
        hubspot.account.owners = tuple(
            Owner(str(number), f"A{number}", "B", "") for number in range(1000, 1250)
        )
        assert len(hubspot.reader.people()) == 250


def test_without_the_right_to_owners_nobody_is_known() -> None:
    with desk(key="narrow") as hubspot:
        hubspot.account.let_in("narrow", RECORDS)
        assert hubspot.reader.people() == ()


def test_a_family_of_paths_that_is_no_more_is_named() -> None:
    with desk(version="2027-03") as hubspot, pytest.raises(Failure, match="version"):
        hubspot.reader.look()


@pytest.mark.parametrize("version", ["v1", "2026", "2026-13", "../x", "2026-09/x"])
def test_only_versions_that_can_be_are_taken(version: str) -> None:
    with pytest.raises(UsageProblem, match="version"):
        paths_of(version)


def test_there_is_no_balance_and_no_price() -> None:
    with desk() as hubspot:
        assert hubspot.reader.balance(hubspot.instant) is None
        assert hubspot.reader.prices(("US",), hubspot.instant) == ()

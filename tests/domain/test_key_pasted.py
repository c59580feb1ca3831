"""What people paste as a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.connection import Key, Provider
from app.domain.key_pasted import LONGEST_KEY, KeyPasted, read_key
from app.domain.problem import UsageProblem

_TOKEN = "pat-eu1-0f0e0d0c-invented"  # noqa: S105 - invented
_ACCOUNT = "AC" + "0a" * 16
_KEY_NAME = "SK" + "0b" * 16
_AUTH = "0c" * 16


@pytest.mark.parametrize(
    "pasted",
    [
        _TOKEN,
        f"  {_TOKEN}\r\n",
        f'"{_TOKEN}"',
        f"\u201e{_TOKEN}\u201c",
        f"Bearer {_TOKEN}",
        f"'Authorization: bearer  {_TOKEN}'",
        f"\u200b{_TOKEN}\u00a0",
        f"{_TOKEN};",
    ],
)
def test_what_stands_around_a_key_is_taken_off(pasted: str) -> None:
    assert read_key(Provider.HUBSPOT, pasted) == KeyPasted(Key("", _TOKEN))


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("", "Nothing was pasted"),
        (" \n", "Nothing was pasted"),
        ('""', "Nothing was pasted"),
        ("rep@example.com", "e-mail address"),
        ("https://app.example.com/keys", "address of a page"),
        ("9000001", "a number"),
        ("0f0e0d0c-0b0a-0908-0706-050403020100", "old API key"),
        ("two words", "more than a key"),
        ("pat-\nsplit", "more than a key"),
        ("pat-größe", "more than a key"),
        ("x" * (LONGEST_KEY + 1), "too long"),
    ],
)
def test_the_wrong_thing_for_hubspot_is_told_apart(pasted: str, told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        read_key(Provider.HUBSPOT, pasted)


def test_aircall_takes_both_parts_in_one_word() -> None:
    assert read_key(Provider.AIRCALL, " id1:token2 ").key == Key("id1", "token2")
    assert read_key(Provider.AIRCALL, "token2", user="id1").key == Key("id1", "token2")


@pytest.mark.parametrize(
    ("user", "word", "told"),
    [
        ("", "token2", "API ID is missing"),
        ("id1:x", "token2", "API ID is missing"),
        ("id1", "id1", "are the same"),
        ("id1", "", "Nothing was pasted"),
    ],
)
def test_aircall_needs_two_parts(user: str, word: str, told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        read_key(Provider.AIRCALL, word, user=user)


def test_twilio_takes_the_auth_token_with_the_account() -> None:
    told = read_key(Provider.TWILIO, _AUTH, account=_ACCOUNT)
    assert told == KeyPasted(Key(_ACCOUNT, _AUTH), _ACCOUNT)
    assert read_key(Provider.TWILIO, _AUTH, user=_ACCOUNT, account=_ACCOUNT) == told


def test_twilio_takes_an_api_key() -> None:
    told = read_key(Provider.TWILIO, _AUTH, user=_KEY_NAME, account=_ACCOUNT)
    assert told == KeyPasted(Key(_KEY_NAME, _AUTH), _ACCOUNT)


@pytest.mark.parametrize(
    ("account", "user", "word", "told"),
    [
        ("", "", _AUTH, "Account SID is missing"),
        (_KEY_NAME, "", _AUTH, "SID of an API key"),
        (_AUTH, "", _AUTH, "no Account SID"),
        (_ACCOUNT, _AUTH, _AUTH, "no SID of an API key"),
        (_ACCOUNT, "", _ACCOUNT, "names an account or a key"),
        (_ACCOUNT, _KEY_NAME, _KEY_NAME, "names an account or a key"),
        (_ACCOUNT, "", "", "Nothing was pasted"),
    ],
)
def test_parts_of_twilio_in_the_wrong_place_are_told(
    account: str, user: str, word: str, told: str
) -> None:
    with pytest.raises(UsageProblem, match=told):
        read_key(Provider.TWILIO, word, user=user, account=account)


@given(
    st.sampled_from(Provider), st.text(min_size=12, max_size=60), st.text(min_size=12), st.text()
)
def test_nothing_that_was_pasted_is_in_a_problem(
    provider: Provider, word: str, user: str, account: str
) -> None:
    try:
        told = str(read_key(provider, word, user=user, account=account))
    except UsageProblem as problem:
        told = f"{problem!r} {problem} {problem.places}"
    assert word not in told
    assert user not in told

"""What a roll-out file may say, key by key, and that nothing else is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import Problem
from app.domain.rollout import NOTHING_DECIDED, LookingForUpdates, Rollout
from app.domain.rollout_values import Unfit, rollout_of
from app.wording.language import Language, choose_language
from tests.support.rollouts import CODE, FEED_KEY

ALL = {
    "server": "https://plans.example.com/",
    "language": "de",
    "start_at_login": True,
    "updates": "never",
    "feed": "https://updates.example.com/feed.json",
    "feed_key": FEED_KEY,
}


def test_all_that_can_be_decided() -> None:
    assert rollout_of(ALL) == Rollout(
        server="https://plans.example.com",
        language="de",
        start_at_login=True,
        updates=LookingForUpdates.NEVER,
        feed="https://updates.example.com/feed.json",
        feed_key=FEED_KEY,
    )


def test_nothing_said_is_nothing_decided() -> None:
    assert rollout_of({}) == NOTHING_DECIDED


def test_an_invitation_keeps_its_secret_and_tells_its_server() -> None:
    found = rollout_of({"server": f"https://Plans.example.com/join#{CODE}"})
    assert found.invites
    assert found.server == f"https://plans.example.com/join#{CODE}"
    assert found.server_address == "https://plans.example.com"
    assert CODE not in repr(found)


def test_a_server_alone_invites_nobody() -> None:
    found = rollout_of({"server": "https://plans.example.com/join"})
    assert (found.invites, found.server) == (False, "https://plans.example.com")
    assert found.server_address == found.server


@pytest.mark.parametrize("name", ["en", "de", "de_AT", "en-GB"])
def test_a_language_that_is_spoken(name: str) -> None:
    found = rollout_of({"language": name}).language
    chosen = choose_language("", {"LANG": "fr_FR"}, decided=found)
    assert chosen == choose_language(name, {}) != Language("fr", "FR")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("server", 5),
        ("server", ""),
        ("server", "http://plans.example.com"),
        ("server", "plans.example.com"),
        ("server", f"https://plans.example.com/elsewhere#{CODE}"),
        ("server", "https://plans.example.com/join#short"),
        ("server", "https://me:word@plans.example.com"),
        ("server", "https://" + "a" * 3_000),
        ("language", "fr"),
        ("language", "system"),
        ("language", ["de"]),
        ("start_at_login", "yes"),
        ("start_at_login", 1),
        ("updates", "weekly"),
        ("updates", False),
        ("feed", "http://updates.example.com/feed.json"),
        ("feed_key", FEED_KEY[:-1]),
        ("feed_key", "A" * 56),
        ("feed_key", "\u00e9" * 56),
        ("feed_key", f"untrusted comment: minisign public key\n{FEED_KEY}"),
        ("servers", "https://plans.example.com"),
        ("language ", "de"),
    ],
)
def test_a_key_or_value_that_makes_no_sense_is_told_by_its_key(key: str, value: object) -> None:
    with pytest.raises(Unfit) as caught:
        rollout_of({**ALL, key: value})
    assert caught.value.key == key
    assert isinstance(caught.value.why, Problem)


@pytest.mark.parametrize("alone", ["feed", "feed_key"])
def test_a_feed_is_nothing_without_its_key(alone: str) -> None:
    with pytest.raises(Unfit, match=alone):
        rollout_of({alone: ALL[alone]})


_junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*ALL]) | st.text(max_size=20), _junk, max_size=4))
def test_whatever_a_file_says_it_is_decided_or_refused(document: dict[str, object]) -> None:
    try:
        found = rollout_of(document)
    except Unfit as unfit:
        assert unfit.key in document  # noqa: PT017 - either way is right
    else:
        assert isinstance(found, Rollout)

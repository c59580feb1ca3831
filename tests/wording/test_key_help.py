"""Where keys come from is said for every provider, in both languages."""

import pytest

from app.domain.connection import Provider, Right
from app.wording.key_help import key_fields, key_help, lacking_text
from tests.support.wordings import ENGLISH, GERMAN


@pytest.mark.parametrize("provider", Provider)
def test_every_provider_has_steps_and_says_who_can_take_them(provider: Provider) -> None:
    told = key_help(ENGLISH, provider)
    assert len(told.steps) >= 3
    assert told.rights
    assert told.who
    assert told.page.startswith("https://")


def test_only_twilio_needs_its_account_named() -> None:
    asked = [provider for provider in Provider if key_fields(ENGLISH, provider).account]
    assert asked == [Provider.TWILIO]


def test_hubspot_asks_for_one_word_alone() -> None:
    fields = key_fields(ENGLISH, Provider.HUBSPOT)
    assert (fields.account, fields.user) == ("", "")
    assert fields.word


def test_a_lacking_right_of_hubspot_names_the_scope_that_would_bring_it() -> None:
    told = lacking_text(ENGLISH, Provider.HUBSPOT, Right.PEOPLE)
    assert "crm.objects.owners.read" in told


@pytest.mark.parametrize("provider", Provider)
@pytest.mark.parametrize("right", Right)
def test_every_lacking_right_is_one_calm_sentence(provider: Provider, right: Right) -> None:
    assert lacking_text(ENGLISH, provider, right).endswith(".")


@pytest.mark.parametrize("provider", Provider)
def test_german_has_words_of_its_own_for_every_step(provider: Provider) -> None:
    english, german = (key_help(words, provider) for words in (ENGLISH, GERMAN))
    assert len(english.steps) == len(german.steps)
    assert not set(english.steps) & set(german.steps)

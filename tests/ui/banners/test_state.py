"""What the banner slot shows, for each banner there is."""

import pytest

from app.domain.instant import MINUTE
from app.domain.meter import BannerKind
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOVEMBER, NOW
from ui.banners.state import BannersState, banners_state, bring, fold
from ui.theme.strokes import STROKES
from ui.theme.tone import Tone

_KINDS = [
    ("billed_call", Tone.BILLED),
    ("limit_in_call", Tone.STOP),
    ("blocked", Tone.STOP),
    ("could_be_billed", Tone.STOP),
    ("billed", Tone.BILLED),
    ("near", Tone.NEAR),
    ("pool", Tone.NEAR),
    ("ahead", Tone.NEAR),
    ("sign_in", Tone.QUIET),
    ("differs", Tone.QUIET),
    ("offline", Tone.QUIET),
    ("stale", Tone.QUIET),
]


def slot(words: Words, name: str, *folded: str) -> BannersState:
    return banners_state(words, states.statuses()[name], NOW, folded=folded)


def test_there_is_a_state_for_every_kind() -> None:
    assert [kind for kind, _ in _KINDS] == [str(kind) for kind in BannerKind]


@pytest.mark.parametrize(("kind", "tone"), _KINDS)
def test_each_banner_has_icon_words_and_tone(words: Words, kind: str, tone: Tone) -> None:
    standing = slot(words, kind).standing
    assert standing is not None
    assert (standing.kind, standing.tone) == (kind, tone)
    assert standing.headline.endswith(".")
    assert standing.detail
    assert standing.chip
    assert standing.mark in STROKES


def test_without_banners_the_slot_is_empty(words: Words) -> None:
    assert slot(words, "fine").standing is None


def test_the_first_stands_and_the_others_queue(words: Words) -> None:
    state = slot(words, "near")
    assert state.standing is state.banners[0]
    assert [each.kind for each in state.chips] == ["pool", "ahead"]


def test_only_near_can_be_put_off(words: Words) -> None:
    offered = {kind: slot(words, kind).banners[0].snoozes for kind, _ in _KINDS}
    assert [kind for kind, snoozes in offered.items() if snoozes] == ["near"]


def test_near_can_be_put_off_for_an_hour_until_tomorrow_or_the_reset(words: Words) -> None:
    choices = slot(words, "near").banners[0].snoozes
    assert [each.label for each in choices] == ["In 1 hour", "Tomorrow", "After the reset"]
    assert [choices[0].until, choices[2].until] == [NOW + 60 * MINUTE, NOVEMBER.end]


def test_only_billing_banners_can_be_folded(words: Words) -> None:
    foldable = [kind for kind, _ in _KINDS if slot(words, kind).banners[0].fold]
    assert foldable == ["billed_call", "billed"]


def test_a_folded_billing_banner_stays_as_a_chip(words: Words) -> None:
    state = fold(slot(words, "billed"), "billed")
    assert state.standing is None
    assert [each.chip for each in state.chips] == ["Billed: 37 min"]


def test_what_cannot_be_folded_is_not(words: Words) -> None:
    assert fold(slot(words, "blocked"), "blocked").standing is not None
    assert slot(words, "blocked", "blocked").standing is not None


def test_a_person_who_folded_it_finds_it_folded(words: Words) -> None:
    assert slot(words, "billed", "billed").standing is None


def test_a_chip_brings_its_banner_back(words: Words) -> None:
    folded = fold(slot(words, "billed"), "billed")
    opened = bring(folded, "billed", folded.banners[0].meter)
    assert opened.standing is not None
    assert not opened.chips


def test_the_figure_is_in_the_question(words: Words) -> None:
    assert slot(words, "near").banners[0].why == "Why 84?"

"""Every pair of ink and ground can be read."""

import pytest

from ui.theme.tokens import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    Tokens,
    edge,
    ground,
    ink,
    tokens_for,
)
from ui.theme.tone import Tone

_READABLE, _VISIBLE, _STRONG = 4.5, 3.0, 7.0
_SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])


@_SCHEMES
def test_text_and_soft_are_readable_on_every_ground(tokens: Tokens) -> None:
    grounds = [tokens.ground, tokens.card, tokens.hover, tokens.track]
    grounds += [ground(tokens, tone) for tone in Tone]
    worst = min(contrast(each, under) for each in (tokens.text, tokens.soft) for under in grounds)
    assert worst >= _READABLE


@_SCHEMES
@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.NEAR, Tone.STOP, Tone.BILLED])
def test_words_of_a_warning_are_readable_on_its_ground(tokens: Tokens, tone: Tone) -> None:
    assert contrast(ink(tokens, tone), ground(tokens, tone)) >= _READABLE
    places = (tokens.card, tokens.ground, tokens.hover, tokens.accent_ground)
    assert min(contrast(ink(tokens, tone), place) for place in places) >= _READABLE


@_SCHEMES
@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.NEAR, Tone.BILLED])
def test_what_is_used_stands_out_from_the_track(tokens: Tokens, tone: Tone) -> None:
    assert contrast(ink(tokens, tone), tokens.track) >= _VISIBLE


@_SCHEMES
def test_the_main_button_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= _READABLE


@_SCHEMES
def test_the_ring_of_the_keyboard_can_be_seen_everywhere(tokens: Tokens) -> None:
    grounds = [tokens.ground, tokens.card, tokens.hover, *(ground(tokens, tone) for tone in Tone)]
    assert min(contrast(tokens.accent, under) for under in grounds) >= _VISIBLE
    # The main button leaves a gap between its ring, which is in the ink of texts, and itself.
    assert min(contrast(tokens.accent, each) for each in (tokens.ground, tokens.card)) >= _VISIBLE


@_SCHEMES
def test_the_outline_of_a_field_can_be_seen(tokens: Tokens) -> None:
    under = (tokens.ground, tokens.card, tokens.hover)
    assert min(contrast(tokens.faint, each) for each in under) >= _VISIBLE


@pytest.mark.parametrize("tokens", [LIGHT_CONTRAST, DARK_CONTRAST])
def test_high_contrast_draws_edges_that_can_be_seen(tokens: Tokens) -> None:
    assert min(contrast(edge(tokens, tone), tokens.card) for tone in Tone) >= _VISIBLE
    assert contrast(tokens.soft, tokens.card) >= _STRONG


def test_a_scheme_is_chosen_by_darkness_and_contrast() -> None:
    assert tokens_for(dark=False, contrast=False) is LIGHT
    assert tokens_for(dark=True, contrast=True) is DARK_CONTRAST


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as light, from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return (red, green, blue)

"""Levels stay apart for eyes that do not tell red from green, and never by colour alone."""

from itertools import combinations

import pytest

from app.domain.meter import Level
from tests.ui.theme.test_tokens import linear
from ui.text.tones import tone_of
from ui.theme.strokes import STROKES
from ui.theme.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Tokens, ink
from ui.theme.tone import Tone

Colour = tuple[float, float, float]

#: What eyes without the red or the green cones see of linear red, green and blue, after
#: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
#: Deficiency", 2009.
_EYES: dict[str, tuple[Colour, Colour, Colour]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
#: From linear light to what the eye weighs, for daylight.
_TO_XYZ: tuple[Colour, Colour, Colour] = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)
#: As far apart that two marks side by side are told apart at a glance.
_APART = 10.0
_LEVELS = (Tone.PLAIN, Tone.NEAR, Tone.BILLED)


@pytest.mark.parametrize("eyes", _EYES)
@pytest.mark.parametrize("tokens", [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST])
def test_the_tones_of_levels_stay_apart(tokens: Tokens, eyes: str) -> None:
    seen = [_seen(ink(tokens, tone), eyes) for tone in _LEVELS]
    assert min(_distance(one, other) for one, other in combinations(seen, 2)) >= _APART


def test_every_warning_has_a_shape_of_its_own() -> None:
    warnings = {Tone.NEAR: "near", Tone.BILLED: "billed", Tone.STOP: "stop"}
    tones = {tone_of(level) for level in Level}
    assert {tone for tone in tones if tone not in (Tone.PLAIN, Tone.QUIET)} <= set(warnings)
    assert len({STROKES[mark] for mark in warnings.values()}) == len(warnings)


def _seen(colour: str, eyes: str) -> Colour:
    """Lightness and two opponent colours of what such eyes see."""
    light = _through(_EYES[eyes], linear(colour))
    x, y, z = (_felt(part) for part in _through(_TO_XYZ, light))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _through(matrix: tuple[Colour, Colour, Colour], light: Colour) -> Colour:
    first, second, third = (
        max(0.0, sum(share * part for share, part in zip(row, light, strict=True)))
        for row in matrix
    )
    return (first, second, third)


def _felt(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def _distance(one: Colour, other: Colour) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)

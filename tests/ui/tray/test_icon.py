"""The painted icon: sharp in every size, seen on any panel, never told by its colour alone."""

import pytest
from PySide6.QtGui import QColor, QImage

from ui.theme.tone import Tone
from ui.tray.icon import INKS, SIDES, picture, tray_icon
from ui.tray.symbol import STEPS, Badge, Mark, Symbol

pytestmark = pytest.mark.usefixtures("qtbot")

_GROUNDS = ("#ffffff", "#f4f4f5", "#202226", "#000000")
_FINE = Symbol(15, Tone.PLAIN)
_BLOCKED = Symbol(STEPS, Tone.STOP, Mark.BLOCKED)


def _image(symbol: Symbol, side: int = 16, *, template: bool = False) -> QImage:
    made = picture(symbol, side, template=template).toImage()
    return made.convertToFormat(QImage.Format.Format_ARGB32)


def _shape(symbol: Symbol) -> frozenset[tuple[int, int]]:
    """The pixels that are mostly covered, whatever their colour."""
    image = _image(symbol)
    every = ((x, y) for x in range(16) for y in range(16))
    return frozenset(each for each in every if image.pixelColor(*each).alpha() > 128)


def _light(colour: str) -> float:
    ink = QColor(colour)
    parts = (ink.redF(), ink.greenF(), ink.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("tone", Tone)
def test_every_ink_is_seen_on_light_and_dark_panels(tone: Tone, ground: str) -> None:
    one, other = sorted((_light(INKS[tone]), _light(ground)))
    assert (other + 0.05) / (one + 0.05) >= 3


def test_at_16_px_marks_differ_by_their_shape() -> None:
    shapes = {mark: _shape(Symbol(STEPS, Tone.STOP, mark)) for mark in Mark}
    for one, shape in shapes.items():
        for other, another in shapes.items():
            assert one is other or len(shape ^ another) >= 4, (one, other)


def test_at_16_px_an_old_arc_is_broken() -> None:
    fresh, old = (Symbol(STEPS, Tone.PLAIN, old=old) for old in (False, True))
    assert len(_shape(fresh) - _shape(old)) >= 16


@pytest.mark.parametrize("badge", [Badge.CALL, Badge.PAUSE])
@pytest.mark.parametrize("symbol", [_FINE, _BLOCKED])
def test_at_16_px_a_badge_is_seen(symbol: Symbol, badge: Badge) -> None:
    badged = Symbol(symbol.filled, symbol.tone, symbol.mark, badge=badge)
    assert len(_shape(symbol) ^ _shape(badged)) >= 8


@pytest.mark.parametrize("side", SIDES)
def test_the_lines_of_a_mark_are_sharp(side: int) -> None:
    near = _image(Symbol(0, Tone.NEAR, Mark.NEAR), side)
    row = {
        near.pixelColor(x, side * 6 // 16).alpha() for x in range(side * 5 // 16, side * 11 // 16)
    }
    assert row == {0, 255}


def test_the_icon_has_every_size() -> None:
    made = tray_icon(_FINE)
    assert {size.width() for size in made.availableSizes()} == set(SIDES)
    assert not made.isMask()


def test_a_template_has_no_colour() -> None:
    image = _image(_BLOCKED, template=True)
    assert image.pixelColor(8, 3) == QColor("#000000")
    assert tray_icon(_BLOCKED, template=True).isMask()

"""Fonts: the desktop's own face in the few sizes of the window, with figures of one width."""

import sys
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase


class Role(Enum):
    """What a text is on the page: its size in px at 100 % and its weight."""

    BODY = (14.0, QFont.Weight.Normal)
    STRONG = (14.0, QFont.Weight.DemiBold)
    SMALL = (12.5, QFont.Weight.Normal)
    CARD_TITLE = (13.0, QFont.Weight.DemiBold)
    HEADLINE = (17.0, QFont.Weight.DemiBold)
    PAGE_TITLE = (19.0, QFont.Weight.DemiBold)
    FIGURE = (23.0, QFont.Weight.DemiBold)
    CLOCK = (24.0, QFont.Weight.DemiBold)


#: Points in a px at 100 %; sizes in points grow with the desktop's text size, sizes in px do not.
_POINTS_PER_PIXEL = 1.0 if sys.platform == "darwin" else 0.75
#: The property of the application that holds the size of all text.
_PERCENT = "text_percent"
_WHOLE = 100


def font(role: Role) -> QFont:
    """The font of a role, growing with the desktop's text size and with what a person chose."""
    pixels, weight = role.value
    made = _face(weight)
    made.setPointSizeF(pixels * _POINTS_PER_PIXEL * text_percent() / _WHOLE)
    return made


def text_percent() -> int:
    """The size of all text in percent of the desktop's, as the application holds it."""
    application = QCoreApplication.instance()
    kept = application.property(_PERCENT) if application is not None else None
    return kept if isinstance(kept, int) else _WHOLE


def keep_text_percent(percent: int) -> None:
    """Let the application hold another size; fonts that are made from now on have it."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_PERCENT, percent)


def font_in_pixels(pixels: float, weight: QFont.Weight) -> QFont:
    """A font of exactly so many px, for figures painted inside a drawing."""
    made = _face(weight)
    made.setPixelSize(max(1, round(pixels)))
    return made


def _face(weight: QFont.Weight) -> QFont:
    face = QFont(_families())
    face.setWeight(weight)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def _families() -> list[str]:
    """Families to try in order; none is named on macOS, where a missing one is slow to look for."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    named = {"darwin": [], "win32": ["Segoe UI Variable Text", "Segoe UI"]}
    return [*named.get(sys.platform, ["Inter"]), system]

"""Motion: what the window lets move by itself, as the desktop says or nothing at all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


#: The property of the application that says whether nothing moves by itself.
_RESTS = "motion_rests"


def end_of_unknown() -> int:
    """The end of a bar while nobody knows how much there is: 0 lets it move, 1 keeps it still."""
    application = QApplication.instance()
    return int(bool(application is not None and application.property(_RESTS)))


class Motion:
    """Remembers what the desktop wants to move, so that it can be given back."""

    def __init__(self) -> None:
        self._flash = QGuiApplication.styleHints().cursorFlashTime()
        self._moving = tuple(each for each in _EFFECTS if QApplication.isEffectEnabled(each))

    def rest(self, *, rests: bool) -> None:
        """Let nothing move by itself, the cursor of a field neither; or what the desktop wants."""
        application, hints = QApplication.instance(), QGuiApplication.styleHints()
        if application is not None:
            application.setProperty(_RESTS, rests)
        hints.setCursorFlashTime(0 if rests else self._flash)
        for effect in self._moving:
            QApplication.setEffectEnabled(effect, not rests)

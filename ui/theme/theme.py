"""The theme in force: follows the desktop's light, dark and contrast, or the person's choice."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.fonts import Role, font, keep_text_percent, text_percent
from ui.theme.motion import Motion
from ui.theme.palette import palette
from ui.theme.sheet import sheet
from ui.theme.tokens import Tokens, tokens_for


class Choice(StrEnum):
    """What the person asked for; ``SYSTEM`` follows the desktop, also while it changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Holds the tokens in force and dresses the application in them; ``changed`` after a change."""

    changed = Signal()

    def __init__(self, choice: Choice = Choice.SYSTEM, *, contrast: bool | None = None) -> None:
        """``contrast``: high contrast on or off, ``None`` to ask the desktop."""
        super().__init__()
        self._choice = choice
        self._contrast = contrast
        # Kept with the theme: the binding drops what hints gave it once the hints are gone.
        self._motion: Motion | None = None
        self._hints = QGuiApplication.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._wishes.contrastPreferenceChanged.connect(self._refresh)
        self._ask_desktop()
        self.tokens: Tokens = self._tokens()

    @property
    def choice(self) -> Choice:
        """What the person asked for."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Follow another choice from now on."""
        self._choice = choice
        self._ask_desktop()
        self._refresh()

    def dress(self, application: QApplication) -> None:
        """Give the application its palette, font and style sheet."""
        self._dress(application, 1.0)

    def size_text(self, percent: int) -> None:
        """Show all text in another size, in percent of the desktop's; nothing else is scaled."""
        before = text_percent()
        application = QApplication.instance()
        if percent == before or not isinstance(application, QApplication):
            return
        keep_text_percent(percent)
        self._dress(application, percent / before)
        self.changed.emit()

    def _dress(self, application: QApplication, growth: float) -> None:
        # Widgets without a font of their own follow the application's; to the others another style
        # sheet gives back the size they were made with.
        own = [(each, each.font()) for each in application.allWidgets() if _has_font(each)]
        application.setFont(font(Role.BODY))
        application.setPalette(palette(self.tokens))
        application.setStyleSheet(sheet(self.tokens))
        for widget, sized in own:
            sized.setPointSizeF(sized.pointSizeF() * growth)
            widget.setFont(sized)

    def rest(self, *, rests: bool) -> None:
        """Let nothing move by itself, or what the desktop lets move."""
        if self._motion is None:
            if not rests:
                return
            self._motion = Motion()
        self._motion.rest(rests=rests)

    def _ask_desktop(self) -> None:
        """Tell the desktop which scheme native parts (title bar, menus) should have."""
        schemes = {Choice.LIGHT: Qt.ColorScheme.Light, Choice.DARK: Qt.ColorScheme.Dark}
        self._hints.setColorScheme(schemes.get(self._choice, Qt.ColorScheme.Unknown))

    def _refresh(self) -> None:
        tokens = self._tokens()
        if tokens == self.tokens:
            return
        self.tokens = tokens
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.dress(application)
        self.changed.emit()

    def _tokens(self) -> Tokens:
        return tokens_for(dark=self._is_dark(), contrast=self._is_contrast())

    def _is_dark(self) -> bool:
        if self._choice is Choice.SYSTEM:
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self._choice is Choice.DARK

    def _is_contrast(self) -> bool:
        if self._contrast is not None:
            return self._contrast
        return self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast


def _has_font(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().pointSizeF() > 0

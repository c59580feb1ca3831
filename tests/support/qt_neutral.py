"""Gives the application back as it was made: much of what a window sets stays when it is gone.

The next test of the same worker would meet it. Nothing here imports Qt where it is not loaded.
"""

import sys
from typing import Any

#: What the application holds under names of our own: see ui/theme.
_HELD = ("text_percent", "motion_rests")


def neutralise() -> None:
    """Let the application look, speak and be touched as at first."""
    core, widgets = sys.modules.get("PySide6.QtCore"), sys.modules.get("PySide6.QtWidgets")
    application = core.QCoreApplication.instance() if core is not None else None
    if application is None:
        return
    _fall_silent(core, application)
    if widgets is not None and isinstance(application, widgets.QApplication):
        _undress(application)
        _move_again(application)
        _let_go_of_keys(widgets, application)
        if application.clipboard().text():
            application.clipboard().clear()


def _fall_silent(core: Any, application: Any) -> None:
    """Let Qt speak English again."""
    for translator in application.findChildren(core.QTranslator):
        application.removeTranslator(translator)


def _undress(application: Any) -> None:
    """Take off what a theme dressed it in."""
    if not application.styleSheet():
        return
    gui = sys.modules["PySide6.QtGui"]
    application.setStyleSheet("")
    application.setPalette(gui.QPalette())
    application.setFont(gui.QFontDatabase.systemFont(gui.QFontDatabase.SystemFont.GeneralFont))


def _move_again(application: Any) -> None:
    """Let text have its own size and the cursor blink, as the desktop says."""
    for name in _HELD:
        application.setProperty(name, None)
    application.styleHints().setCursorFlashTime(-1)
    while application.overrideCursor() is not None:
        application.restoreOverrideCursor()


def _let_go_of_keys(widgets: Any, application: Any) -> None:
    """Let go of what a test pressed last: with Shift still down a list would choose several."""
    core = sys.modules["PySide6.QtCore"]
    keys, buttons = application.keyboardModifiers(), application.mouseButtons()
    if keys == core.Qt.KeyboardModifier.NoModifier and buttons == core.Qt.MouseButton.NoButton:
        return
    # Here because only a test that presses something has loaded it.
    from PySide6.QtTest import QTest

    hand = widgets.QWidget()
    QTest.keyRelease(hand, core.Qt.Key.Key_Shift)
    for button in (core.Qt.MouseButton.LeftButton, core.Qt.MouseButton.RightButton):
        QTest.mouseRelease(hand, button)
    core.QCoreApplication.sendPostedEvents(hand)

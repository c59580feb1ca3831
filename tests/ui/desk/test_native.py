"""Qt's own buttons and file dialogs speak the language of the window."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.desk.native import NativeWords


@pytest.mark.parametrize(
    ("codes", "cancel"), [(["de"], "Abbrechen"), (["de", "en"], "Cancel"), (["xx"], "Cancel")]
)
def test_a_button_of_qt_speaks_the_last_language(
    qtbot: QtBot, codes: list[str], cancel: str
) -> None:
    native = NativeWords()
    for code in codes:
        native.speak(code)
    assert said_for_cancel() == cancel


@pytest.mark.parametrize("code", ["en", "xx"])
def test_a_window_replaces_what_another_one_left(qtbot: QtBot, code: str) -> None:
    other = NativeWords()
    other.speak("de")
    NativeWords().speak(code)
    assert said_for_cancel() == "Cancel"
    # While the other one is still there: when it is collected is nobody's promise.
    other.speak("de")
    assert said_for_cancel() == "Abbrechen"


def said_for_cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")

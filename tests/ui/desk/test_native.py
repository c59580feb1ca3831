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
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel

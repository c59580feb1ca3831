"""Where a text is cut: the end of a number tells it from others, a name its beginning."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.elide import elide_mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("+1 415 555 0188", Qt.TextElideMode.ElideLeft),
        ("+1 415 ··· ··88", Qt.TextElideMode.ElideLeft),
        ("Anna Brandt · +49 30 5550", Qt.TextElideMode.ElideRight),
        ("", Qt.TextElideMode.ElideRight),
    ],
)
def test_a_number_keeps_its_end(text: str, mode: Qt.TextElideMode) -> None:
    assert elide_mode(text) is mode

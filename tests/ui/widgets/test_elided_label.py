"""A label of one line: whole, or in shorter words, or cut where least is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.widgets.labels import ElidedLabel

ELIDED_LEFT = Qt.TextElideMode.ElideLeft
LONG, SHORTER, LEAST = (
    "phone, two legs · billed · +49 30 5550142",
    "phone, two legs · billed",
    "billed",
)


@pytest.fixture
def line(qtbot: QtBot) -> ElidedLabel:
    line = ElidedLabel()
    qtbot.addWidget(line)
    line.resize(600, 20)
    return line


def looks_like(line: ElidedLabel, text: str) -> bool:
    """Tell whether a line looks as one would whose only text is this."""
    plain = ElidedLabel()
    plain.setText(text)
    plain.resize(line.size())
    return drawn(plain) == drawn(line)


def drawn(line: ElidedLabel) -> QImage:
    return line.grab().toImage()


def test_a_line_says_it_in_fewer_words_where_room_is_short(line: ElidedLabel) -> None:
    line.set_text(LONG, (SHORTER, LEAST))
    for text in (LONG, SHORTER, LEAST):
        line.resize(line.fontMetrics().horizontalAdvance(text) + 4, 20)
        assert looks_like(line, text)
    assert line.text() == line.toolTip() == LONG


def test_a_number_without_room_keeps_its_end(line: ElidedLabel) -> None:
    line.setText("+49 30 5550142")
    line.resize(60, 20)
    cut = line.fontMetrics().elidedText(line.text(), ELIDED_LEFT, 60)
    assert cut.endswith("42")
    assert looks_like(line, cut)

"""The flow: line after line, and nothing for what is hidden."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import Flow


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(330, 100)
    place.show()
    return place


@pytest.fixture
def labels(place: QWidget) -> list[QLabel]:
    """Three labels of 100 px in a flow."""
    flow, made = Flow(place), [QLabel(str(n)) for n in range(3)]
    for label in made:
        label.setFixedSize(100, 20)
        flow.addWidget(label)
    return made


def test_widgets_stand_side_by_side_and_go_on_in_the_next_line(
    qtbot: QtBot, place: QWidget, labels: list[QLabel]
) -> None:
    qtbot.waitUntil(lambda: [label.x() for label in labels] == [0, 108, 216])
    place.resize(220, 100)
    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (108, 0), (0, 28)]


def test_what_is_hidden_leaves_no_gap(qtbot: QtBot, labels: list[QLabel]) -> None:
    labels[0].hide()
    qtbot.waitUntil(lambda: [label.x() for label in labels[1:]] == [0, 108])

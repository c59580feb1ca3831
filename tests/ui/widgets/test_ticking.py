"""A label that ticks changes its digits and nothing around it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.theme.fonts import Role
from ui.widgets.ticking import TickingLabel


class Layouts(QObject):
    """Counts how often a widget was asked to lay out its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[QWidget, TickingLabel]:
    around = QWidget()
    qtbot.addWidget(around)
    made = TickingLabel(Role.CLOCK)
    QHBoxLayout(around).addWidget(made)
    made.show_text("2:41")
    around.show()
    return around, made  # the label goes with what it stands in


def test_a_second_asks_for_no_layout_and_a_longer_text_does(
    qtbot: QtBot, shown: tuple[QWidget, TickingLabel]
) -> None:
    around, ticking = shown
    layouts = Layouts()
    qtbot.waitExposed(around)
    around.installEventFilter(layouts)
    for text in ("2:42", "2:43", "9:59"):
        ticking.show_text(text)
        qtbot.wait(0)
    assert (ticking.text(), layouts.asked) == ("9:59", 0)
    ticking.show_text("10:00")
    qtbot.waitUntil(lambda: layouts.asked > 0)


def test_it_has_room_for_all_digits_in_any_size_of_text(
    shown: tuple[QWidget, TickingLabel],
) -> None:
    ticking = shown[1]
    for points in (9, 24, 48):
        font = ticking.font()
        font.setPointSize(points)
        ticking.setFont(font)
        for digit in "0123456789":
            text = f"{digit}:{digit}{digit}"
            ticking.show_text(text)
            assert ticking.width() >= ticking.fontMetrics().horizontalAdvance(text)


def test_what_wraps_takes_the_width_there_is(shown: tuple[QWidget, TickingLabel]) -> None:
    ticking = shown[1]
    ticking.setWordWrap(True)
    assert ticking.minimumWidth() == 0
    ticking.setWordWrap(False)
    assert ticking.minimumWidth() == ticking.maximumWidth() > 0

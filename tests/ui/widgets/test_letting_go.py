"""What leaves a page leaves it at once, and turns up nowhere else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.card import clear_layout, let_go


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page on the screen, with a layout and nothing in it."""
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def layout_of(page: QWidget) -> QLayout:
    layout = page.layout()
    assert layout is not None
    return layout


@pytest.mark.parametrize("leave", [let_go, lambda line: clear_layout(line.parent().layout())])
def test_a_line_that_leaves_before_it_was_seen_opens_no_window(
    page: QWidget, leave: Callable[[QWidget], None]
) -> None:
    line = QLabel("Twelve minutes")
    layout_of(page).addWidget(line)
    leave(line)
    # Of all that is still to come, Qt's showing of what the layout was given.
    QCoreApplication.sendPostedEvents(line, QEvent.Type.MetaCall.value)
    assert line.isHidden()


def test_lines_of_a_layout_inside_leave_too(page: QWidget) -> None:
    inside = QVBoxLayout()
    inside.addWidget(QLabel("Twelve minutes"))
    layout_of(page).addItem(inside)
    clear_layout(layout_of(page))
    assert not page.findChildren(QLabel)

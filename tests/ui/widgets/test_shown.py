"""A part is shown with its place, and is never a window of its own."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.shown import show_if


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    return page


def place(part: QWidget, page: QWidget) -> None:
    """Give a part its place, then show the page."""
    layout = page.layout()
    assert layout is not None
    layout.addWidget(part)
    page.show()


@pytest.mark.parametrize("told", [("yes",), ("", "yes")])
def test_a_part_waits_for_its_place(page: QWidget, told: tuple[str, ...]) -> None:
    part = QLabel("Twelve minutes")
    for each in told:
        show_if(part, each)
    assert not part.isVisible()
    place(part, page)
    assert part.isVisible()


def test_a_part_without_anything_to_show_stays_hidden_at_its_place(page: QWidget) -> None:
    part = QLabel("Twelve minutes")
    show_if(part, "")
    place(part, page)
    assert not part.isVisible()


def test_a_part_at_its_place_comes_and_goes(page: QWidget) -> None:
    part = QLabel("Twelve minutes")
    place(part, page)
    seen = []
    for there in ("", "yes", "yes", ""):
        show_if(part, there)
        seen.append(part.isVisible())
    assert seen == [False, True, True, False]

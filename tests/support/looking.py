"""What a person finds on a page: with the keyboard, and with too little room."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

_MOST_STOPS = 60


def cut(page: QWidget) -> list[str]:
    """The sentences that have less room than they need."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    return [
        each.text()
        for each in labels
        if (each.wordWrap() and each.height() < each.heightForWidth(each.width()))
        or (not each.wordWrap() and each.width() < each.minimumSizeHint().width())
    ]


def walk(first: QWidget) -> list[QWidget]:
    """What Tab reaches from a widget on, in its order, until it comes round."""
    reached: list[QWidget] = []
    first.setFocus()
    for _ in range(_MOST_STOPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return reached


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")

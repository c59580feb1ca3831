"""A person with a keyboard alone: what Tab reaches, and whether one sees where one is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.reading_order import hands_keys_on

_MOST_STOPS = 300


def round_trip(
    first: QWidget, *, back: bool = False, at_each: Callable[[QWidget], object] = id
) -> list[QWidget]:
    """What Tab reaches from a widget on until it comes round; fails where it never does.

    ``at_each`` is shown every stop while the keyboard is there.
    """
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    reached: list[QWidget] = [first]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(_MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None, f"lost after {spoken(reached[-1])}"
        QTest.keyClick(focus, key, modifier)
        now = QApplication.focusWidget()
        assert now is not focus, f"caught in {spoken(focus)}"
        if now is first or now is None:
            break
        assert now not in reached, f"{spoken(focus)} leads back to {spoken(now)}"
        at_each(now)
        reached.append(now)
    return reached


def can_be_reached(widget: QWidget) -> bool:
    """Whether a widget waits for the keyboard and should be met by Tab."""
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    stands_in = hands_keys_on(widget)
    return wants and not stands_in and widget.isVisible() and widget.isEnabled()


def is_in_sight(widget: QWidget) -> bool:
    """Whether anything of a widget can be seen in its window."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def shows_focus(widget: QWidget) -> bool:
    """Whether a widget looks otherwise while it has the keyboard."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    there = _look(widget)
    widget.clearFocus()
    away = _look(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return there != away


def spoken(widget: QWidget) -> str:
    """A widget as a failed test names it."""
    text = getattr(widget, "text", None)
    name = widget.accessibleName() or (text() if callable(text) else "")
    return f"{type(widget).__name__} {name!r}"


def _look(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()

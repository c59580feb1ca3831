"""The order of Tab: as one reads, whatever order widgets were made and moved in."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

#: What Qt calls the inner widget of everything that scrolls.
_VIEWPORT = "qt_scrollarea_viewport"


def order_as_read(root: QWidget) -> None:
    """Let Tab go through everything in a window's part in the order of its layouts.

    Qt puts a widget that gets another parent at the end of the order, so cards that are moved
    between columns would come last.
    """
    stops = [each for each in _within(root) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def bring_into_sight(widget: QWidget | None) -> None:
    """Scroll what holds a widget until it can be seen.

    A scroll area does so by itself only while the keyboard moves inside it.
    """
    above = widget.parentWidget() if widget is not None else None
    while widget is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def hands_keys_on(widget: QWidget) -> bool:
    """Whether Qt made a widget inside another that has the keyboard in its place.

    Not asked by ``focusProxy``: the binding takes what that returns for a part of the widget that
    was asked, so table and viewport would hold each other, and the collector of garbage would
    delete what Qt still draws.
    """
    if isinstance(widget, QLineEdit):
        return isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    return widget.objectName() == _VIEWPORT


def _within(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    every = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    beside = [each for each in every if each not in placed]
    for each in (*placed, *beside):
        if not each.isWindow():
            yield each
            # Only what scrolls rows keeps its inner widget to itself: a page lies in the others'.
            if isinstance(widget, QScrollArea) or not hands_keys_on(each):
                yield from _within(each)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of those in it, a grid's row by row."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=layout.getItemPosition)  # type: ignore[arg-type]
    for place in places:
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)

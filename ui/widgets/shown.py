"""Showing a part of a page only while there is something to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, there: object) -> None:
    """Show a widget while something is there, else hide it."""
    if there and widget.parentWidget() is None and not widget.isVisible():
        # Shown before it has its place, it would be a window of its own for a moment, which takes
        # the keyboard from the one that a person works in. Its place shows what nobody hid.
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(bool(there))

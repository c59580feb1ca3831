"""Bringing the window to where a person sees it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def bring_up(widget: QWidget) -> None:
    """Show the window of a widget in front, hidden, minimised or covered as it may be."""
    top = widget.window()
    top.setWindowState(top.windowState() & ~Qt.WindowState.WindowMinimized)
    top.show()
    top.raise_()
    top.activateWindow()

"""Finding parts of a widget in tests."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)


def child(widget: QWidget, kind: type[Part], name: str = "") -> Part:
    """Return the first part of a kind inside a widget, or the one with this text."""
    for part in widget.findChildren(kind):
        if not name or getattr(part, "text", str)() == name:
            return part
    message = f"no {kind.__name__} {name!r} in {widget!r}"
    raise AssertionError(message)

"""Where a text that lacks room is cut."""

from PySide6.QtCore import Qt


def elide_mode(text: str) -> Qt.TextElideMode:
    """Cut at the right; a number alone at the left, for its end tells it from others."""
    is_number = text.startswith("+") and not any(each.isalpha() for each in text)
    return Qt.TextElideMode.ElideLeft if is_number else Qt.TextElideMode.ElideRight

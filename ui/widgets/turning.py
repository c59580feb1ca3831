"""A row that turns into a column where room is short."""

from PySide6.QtWidgets import QBoxLayout, QWidget


def turning(parent: QWidget | None = None, *, spacing: int = 8) -> QBoxLayout:
    """Make a row without margins that :func:`turn` can make a column."""
    made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    if parent is not None:
        parent.setLayout(made)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def turn(layout: QBoxLayout, *, wide: bool) -> None:
    """Make it a row where there is room, else a column."""
    direction = QBoxLayout.Direction
    layout.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

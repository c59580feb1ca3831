"""A drawing: what paints itself, and is an image with a name to screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel


class Drawing(QLabel):
    """A label without words; whoever paints it names it by what it shows."""

    def __init__(self) -> None:
        super().__init__()
        # Never seen: a label is an image to the system only while it has a picture.
        unseen = QPixmap(1, 1)
        unseen.fill(Qt.GlobalColor.transparent)
        self.setPixmap(unseen)

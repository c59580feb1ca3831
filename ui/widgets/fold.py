"""A line that opens and closes what lies below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.link import LinkButton


class Fold(QWidget):
    """Shows ``body`` below its title once the title was pressed."""

    def __init__(self, theme: Theme, body: QWidget) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._toggle = LinkButton(theme, folds=True)
        self._toggle.toggled.connect(body.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(body)
        body.hide()

    @property
    def toggle(self) -> LinkButton:
        """The line itself, a place for the keyboard."""
        return self._toggle

    def set_title(self, title: str) -> None:
        """Name the line; it stays open or closed."""
        self._toggle.set_name(title)

    def open(self) -> None:
        """Show the body."""
        self._toggle.setChecked(True)

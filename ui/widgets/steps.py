"""Steps to take elsewhere, numbered, folded behind a line until they are wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import clear_layout
from ui.widgets.fold import Fold
from ui.widgets.labels import label


class StepList(QWidget):
    """Numbered steps below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 2, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Show these steps."""
        if steps == self._shown:
            return
        self._shown = steps
        clear_layout(self._grid)
        for index, step in enumerate(steps):
            number, words = label(Role.SMALL, ink="soft"), label(Role.SMALL, wrap=True)
            number.setText(f"{index + 1}.")
            words.setText(step)
            self._grid.addWidget(number, index, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, index, 1)


class FoldedSteps(Fold):
    """A line that opens and closes its steps."""

    def __init__(self, theme: Theme) -> None:
        self._steps = StepList()
        super().__init__(theme, self._steps)

    def show_steps(self, title: str, steps: tuple[str, ...]) -> None:
        """Show the line; it stays open or closed."""
        self.set_title(title)
        self._steps.show_steps(steps)

"""A few buttons side by side of which one is pressed: the parts of a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from ui.widgets.buttons import button
from ui.widgets.flow import Flow


class Segments(QFrame):
    """Names of parts; ``chosen`` carries the key of the one that a person pressed."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._flow = Flow(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Not when one is clicked: screen readers toggle it instead.
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def key(self) -> str:
        """The key of the part that is chosen, "" before there is one."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Name the parts, key and name each; the first is chosen unless one is already."""
        for key, name in parts:
            if key not in self._buttons:
                self._add(key)
            self._buttons[key].setText(name)
        if not self.key:
            self.choose(parts[0][0])

    def choose(self, key: str) -> None:
        """Press one without telling."""
        with QSignalBlocker(self._group):
            self._buttons[key].setChecked(True)

    def _add(self, key: str) -> None:
        made = self._buttons[key] = button()
        made.setProperty("part", "segment")
        made.setCheckable(True)
        self._group.addButton(made)
        self._flow.addWidget(made)

    def _on_toggled(self, _: object, checked: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        if checked:
            self.chosen.emit(self.key)

"""A field of a dialog: a name above its box, notes below it; and the box of time zones."""

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QLabel, QVBoxLayout, QWidget

from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import label

#: However long what there is to choose from, a box need not be wider than this, in px.
_LEAST = 100


class Field(QWidget):
    """A box with its name above it and, where there are any, notes and more boxes below it."""

    def __init__(self, name: str, box: QWidget, *below: QWidget) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._box = box
        self._caption = caption = label(Role.STRONG, wrap=True)
        caption.setBuddy(box)
        self.set_name(name)
        box.setMinimumWidth(_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addStretch(1)  # or boxes side by side would not stand in one line
        for part in (caption, box, *below):
            column.addWidget(part)

    def set_name(self, name: str) -> None:
        """Name the box, as in another language."""
        self._caption.setText(name)
        self._box.setAccessibleName(name)


class ZoneBox(ChoiceBox):
    """All time zones by name, found by any part of it."""

    def __init__(self, theme: Theme, zone: str) -> None:
        super().__init__(theme)
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        names = {bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds()}
        self.addItems(sorted(names | {zone}))
        self.setCurrentText(zone)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    @property
    def zone(self) -> str:
        """The zone that is written, "" when there is none of that name."""
        place = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return self.itemText(place) if place >= 0 else ""


def note() -> QLabel:
    """A quiet sentence below a box."""
    return label(Role.SMALL, ink="soft", wrap=True)

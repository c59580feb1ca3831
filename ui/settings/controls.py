"""The controls of rows: each shows a value and tells what was said; none keeps anything."""

from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.settings.rows import Acts, Choice, Switch, Told
from ui.settings.side_by_side import SideBySide
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import label
from ui.widgets.switch import SwitchBox


class Shown(Protocol):
    """A control on the page; ``said`` carries the answer, of :class:`Acts` the key of one."""

    said: SignalInstance

    @property
    def widget(self) -> QWidget:
        """What stands in the row."""

    @property
    def stop(self) -> QWidget:
        """What has the keyboard first."""

    def show_control(self, control: Any) -> None:
        """Show another value, of the kind it was made for."""

    def set_name(self, name: str) -> None:
        """Name it for who hears the page."""


class Part(QObject):
    """What the controls share; ``widget`` holds it, with its owner."""

    said = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    @property
    def stop(self) -> QWidget:
        """What has the keyboard first."""
        return self.widget

    def set_name(self, name: str) -> None:
        """Name it for who hears the page."""
        self.stop.setAccessibleName(name)


class CalmChoiceBox(ChoiceBox):
    """A choice box that lets the wheel pass: the page scrolls, and nothing is changed by it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(8)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceShown(Part):
    """A choice; one that is searched can be written, and says ``None`` for what is not there."""

    def __init__(self, theme: Theme) -> None:
        self._box = CalmChoiceBox(theme)
        super().__init__(self._box)
        self._options: tuple[tuple[str, str], ...] = ()
        self._chosen = ""
        self._box.activated.connect(self._on_activated)

    def show_control(self, control: Choice) -> None:
        """Show other options, or another one as chosen."""
        if control.search and not self._box.isEditable():
            self._make_searched()
        if control.options != self._options:
            self._options = control.options
            self._box.clear()
            for key, name in control.options:
                self._box.addItem(name, key)
        self._chosen = control.chosen
        self._box.setCurrentIndex(self._box.findData(control.chosen))

    @override
    def set_name(self, name: str) -> None:
        super().set_name(name)
        if (line := self._box.lineEdit()) is not None:
            line.setAccessibleName(name)

    def _make_searched(self) -> None:
        box = self._box
        line = QLineEdit()
        box.setLineEdit(line)  # which makes it editable
        box.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        line.editingFinished.connect(self._on_written)

    def _on_activated(self, place: int) -> None:
        self._say(self._box.itemData(place))

    def _on_written(self) -> None:
        place = self._box.findText(self._box.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        self._say(self._box.itemData(place) if place >= 0 else None)

    def _say(self, key: str | None) -> None:
        if key != self._chosen:
            self.said.emit(key)


class SwitchShown(Part):
    """A switch."""

    def __init__(self, theme: Theme) -> None:
        self._box = SwitchBox(theme)
        super().__init__(self._box)
        self._box.clicked.connect(self._on_clicked)

    def show_control(self, control: Switch) -> None:
        """Show it on or off."""
        self._box.setChecked(control.on)

    def _on_clicked(self) -> None:
        self.said.emit(self._box.isChecked())


class ActsShown(Part):
    """Buttons, side by side."""

    def __init__(self) -> None:
        side = SideBySide()
        super().__init__(side)
        self._flow = side.flow
        self._buttons: dict[str, QPushButton] = {}
        self._acts: tuple[tuple[str, str], ...] = ()
        self._name = ""

    @property
    @override
    def stop(self) -> QWidget:
        return next(iter(self._buttons.values()), self.widget)

    def show_control(self, control: Acts) -> None:
        """Show other buttons, or the same by other names."""
        if [key for key, _ in control.acts] != list(self._buttons):
            self._make([key for key, _ in control.acts])
        for key, text in control.acts:
            self._buttons[key].setText(text)
        self._acts = control.acts
        self.set_name(self._name)

    @override
    def set_name(self, name: str) -> None:
        self._name = name
        for key, text in self._acts:
            self._buttons[key].setAccessibleName(f"{name}: {text}")

    def _make(self, keys: list[str]) -> None:
        """Make the buttons anew; the keyboard stays on the one it was on."""
        held = next((key for key, each in self._buttons.items() if each.hasFocus()), "")
        self._flow.clear()
        self._buttons = {key: self._made(key) for key in keys}
        if held in self._buttons:
            self._buttons[held].show()  # what is out of sight takes no keys
            self._buttons[held].setFocus()

    def _made(self, key: str) -> QPushButton:
        made = button()
        made.clicked.connect(lambda: self.said.emit(key))
        self._flow.addWidget(made)
        return made


class ToldShown(Part):
    """Words alone."""

    def __init__(self) -> None:
        self._label = label(Role.BODY, ink="soft", wrap=True)
        super().__init__(self._label)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_control(self, control: Told) -> None:
        """Show other words."""
        self._label.setText(control.text)

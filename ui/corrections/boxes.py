"""The boxes of the corrections dialog: each shows a field and tells what was answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.corrections.state import FieldState
from ui.corrections.tags import TagCompleter
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox

_NOTE_HEIGHT = 72


class Answer(QObject):
    """One field's box; ``edited`` whenever its answer may be another one."""

    edited = Signal()

    def __init__(self, state: FieldState, box: QWidget, read: Callable[[], str]) -> None:
        super().__init__(box)
        self.state = state
        self.box = box
        self._read = read
        self._first = read()

    @property
    def answer(self) -> str | None:
        """What was answered, ``None`` where the field was left as it was."""
        said = self._read()
        return None if said == self._first else said


def answer_box(theme: Theme, state: FieldState, tags: Sequence[str]) -> Answer:
    """Make the box for a field."""
    if state.options:
        return _choice(theme, state)
    return _long(state) if state.name == "note" else _line(state, tags)


def _choice(theme: Theme, state: FieldState) -> Answer:
    box = ChoiceBox(theme)
    for option in state.options:
        box.addItem(option.label, option.value)
    box.setCurrentIndex(max(0, box.findData(state.value)))
    if state.written:
        box.setEditable(True)
        box.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)

    def read() -> str:
        place = box.findText(box.currentText().strip())
        return str(box.itemData(place)) if place >= 0 else " ".join(box.currentText().split())

    made = Answer(state, box, read)
    box.currentTextChanged.connect(made.edited)
    return made


def _line(state: FieldState, tags: Sequence[str]) -> Answer:
    box = QLineEdit(state.value)
    box.setPlaceholderText(state.hint)
    box.setCursorPosition(len(state.value))
    if "tags" in state.name:
        box.setCompleter(TagCompleter(tags, box))
    made = Answer(state, box, box.text)
    box.textChanged.connect(made.edited)
    return made


def _long(state: FieldState) -> Answer:
    box = QPlainTextEdit(state.value)
    box.setPlaceholderText(state.hint)
    box.setTabChangesFocus(True)
    box.setFixedHeight(_NOTE_HEIGHT)
    made = Answer(state, box, box.toPlainText)
    box.textChanged.connect(made.edited)
    return made

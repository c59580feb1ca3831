"""The questions of the mapping dialog as boxes: what is asked changes with the answers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui.mapping.state import Question
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox
from ui.widgets.columns import Columns
from ui.widgets.field import Field, ZoneBox

_ZONE = "zone"
_LEAST = 170


class Form(QWidget):
    """Asks questions; ``answered`` carries the key of the one that was answered."""

    answered = Signal(str)

    def __init__(self, theme: Theme, zone: str) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._theme = theme
        self._zone = zone
        self._boxes: dict[str, QComboBox | QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        self._columns = Columns(least=_LEAST, shares=(1, 1, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Ask these; boxes of before keep their place and get what there is to choose now."""
        for question in questions:
            if question.key not in self._boxes:
                self._add(question)
            self._fill(self._boxes[question.key], question)

    def show_asked(self, keys: frozenset[str]) -> None:
        """Show the fields that matter."""
        shown = [field for key, field in self._fields.items() if key in keys]
        for field in self._fields.values():
            field.setVisible(field in shown)
        self._columns.set_widgets(*shown)

    @property
    def answers(self) -> dict[str, str]:
        """The answers; a zone that does not exist is ""."""
        return {key: _answer(box) for key, box in self._boxes.items()}

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Put other answers in; nothing is announced."""
        for key, box in self._boxes.items():
            if key not in answers:
                continue
            with QSignalBlocker(box):
                _put(box, answers[key])

    def _add(self, question: Question) -> None:
        box: QComboBox | QLineEdit
        if question.key == _ZONE:
            box = ZoneBox(self._theme, self._zone)
            box.editTextChanged.connect(self._on_answer)
        elif question.choices:
            box = ChoiceBox(self._theme)
            box.currentIndexChanged.connect(self._on_answer)
        else:
            box = QLineEdit()
            box.textChanged.connect(self._on_answer)
        box.setObjectName(question.key)
        self._boxes[question.key] = box
        field = Field(question.name, box)
        field.setParent(self._columns)  # or one that is not shown would be a window
        self._fields[question.key] = field

    def _fill(self, box: QComboBox | QLineEdit, question: Question) -> None:
        if isinstance(box, QLineEdit):
            box.setPlaceholderText(question.hint)
        elif question.choices:
            with QSignalBlocker(box):
                chosen = box.currentData()
                box.clear()
                for choice in question.choices:
                    box.addItem(choice.text, choice.key)
                box.setCurrentIndex(max(0, box.findData(chosen)))

    def _on_answer(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.answered.emit(sender.objectName())


def _answer(box: QComboBox | QLineEdit) -> str:
    if isinstance(box, QLineEdit):
        return box.text()
    return box.zone if isinstance(box, ZoneBox) else str(box.currentData() or "")


def _put(box: QComboBox | QLineEdit, answer: str) -> None:
    if isinstance(box, QLineEdit):
        box.setText(answer)
    elif isinstance(box, ZoneBox):
        box.setCurrentText(answer)
    else:
        box.setCurrentIndex(max(0, box.findData(answer)))

"""The dialog that corrects one entry or many, in all fields or in one."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.corrections.boxes import answer_box
from ui.corrections.state import CorrectionState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.field import Field, note
from ui.widgets.labels import label
from ui.widgets.scroll import scrolling

_WIDTH, _SIDE = 420, 20
#: What the dialog leaves of the screen at least, in px.
_OUTSIDE = 70
#: So long nothing more is written before a preview is asked for, in ms.
_PAUSE = 250


class CorrectionDialog(QDialog):
    """Asks what is to change; ``chosen`` carries the answers by field, ``edited`` those so far."""

    chosen = Signal(object)
    edited = Signal(object)

    def __init__(self, theme: Theme, state: CorrectionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._answers = [answer_box(theme, field, state.tags) for field in state.fields]
        self._preview = note()
        self._save, self._cancel = button(main=True), button()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._on_pause)
        self._area = self._lay_out()
        self._connect_parts()
        self._answers[0].box.setFocus()

    @property
    def answers(self) -> dict[str, str]:
        """What was answered so far, without the fields that were left as they were."""
        return {each.state.name: each.answer for each in self._answers if each.answer is not None}

    def show_preview(self, sentence: str) -> None:
        """Say what saving would do."""
        self._preview.setText(sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _lay_out(self) -> QScrollArea:
        self.setWindowTitle(self._state.title)
        self.setMinimumSize(300, 200)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 18)
        column.setSpacing(14)
        title = label(Role.PAGE_TITLE, wrap=True)
        title.setText(self._state.title)
        title.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._body = self._fields()
        area = scrolling(self._body)
        column.addWidget(title)
        column.addWidget(area, 1)
        column.addLayout(self._buttons())
        return area

    def _fields(self) -> QWidget:
        body = QWidget()
        body.setProperty("part", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(13)
        about = note()
        about.setText(self._state.about)
        column.addWidget(about)
        for each in self._answers:
            column.addWidget(Field(each.state.label, each.box))
        column.addWidget(self._preview)
        column.addStretch(1)
        return body

    def _buttons(self) -> QHBoxLayout:
        self._save.setText(self._state.save)
        self._save.setDefault(True)
        self._save.setEnabled(False)
        self._cancel.setText(self._state.cancel)
        line = row(1, self._cancel, self._save)
        line.setContentsMargins(_SIDE, 0, _SIDE, 0)
        return line

    def _connect_parts(self) -> None:
        for each in self._answers:
            each.edited.connect(self._on_edited)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        # Enter begins a new line in a note, so there is a second way to save.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save.click)

    def _fit(self) -> None:
        """Be as tall as the fields; they scroll where the screen is not."""
        self._body.ensurePolished()
        around = self.sizeHint().height() - self._area.sizeHint().height()
        wanted = self._body.heightForWidth(_WIDTH) + around
        most = self.screen().availableGeometry().height() - _OUTSIDE
        self.resize(_WIDTH, min(wanted, most))

    def _on_edited(self) -> None:
        self._save.setEnabled(bool(self.answers))
        self._pause.start()

    def _on_pause(self) -> None:
        self.edited.emit(self.answers)

    def _on_save(self) -> None:
        self.chosen.emit(self.answers)
        self.accept()

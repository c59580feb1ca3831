"""The mapping dialog: the first lines of a file, what its columns mean, and what that makes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.mapping.answers import YES, Answers, asked_for
from ui.mapping.form import Form
from ui.mapping.preview import PreviewState
from ui.mapping.state import MappingState
from ui.mapping.tables import LinesTable
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label, set_ink, set_text
from ui.widgets.scroll import scrolling

_SIDE = 20
_WIDTH, _HEIGHT = 760, 760
#: What the dialog leaves of the screen at least, in px.
_OUTSIDE = 70
#: How long the answers rest before their preview is asked for, in ms.
_REST = 200


class MappingDialog(QDialog):
    """Asks what columns mean; ``chosen`` carries the answers to keep and import by.

    ``changed`` carries the answers whose preview is wanted, ``layout_changed`` whether the first
    line names the columns, and the sheet: then another look at the file is.
    """

    changed = Signal(object)
    layout_changed = Signal(bool, str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, state: MappingState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        zone = state.answers["zone"]
        self._about = label(Role.SMALL, ink="soft", wrap=True)
        self._lines = LinesTable(state.words.first_lines, lines=5)
        self._layout, self._form = Form(theme, zone), Form(theme, zone)
        self._summary = label(Role.STRONG, wrap=True)
        self._preview = LinesTable(state.words.result, lines=8)
        self._save = button(main=True)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._ask)
        self._lay_out()
        self._layout.answered.connect(self._on_layout)
        self._form.answered.connect(self._on_answer)
        self.show_state(state)

    def show_state(self, state: MappingState) -> None:
        """Show another look at the file, with what it suggests."""
        self._state = state
        self._about.setText(state.about)
        self._lines.show_lines(state.names_shown, state.rows)
        self._layout.show_questions(state.layout)
        self._layout.show_asked(frozenset(question.key for question in state.layout))
        self._layout.setVisible(bool(state.layout))
        self._form.show_questions(state.questions)
        self._layout.show_answers(state.answers)
        self._show_answers(state.answers)

    def show_preview(self, state: PreviewState) -> None:
        """Show what the lines become; only what can be read can be imported."""
        set_text(self._summary, state.summary)
        set_ink(self._summary, "text" if state.tone is Tone.PLAIN else state.tone.value)
        self._preview.show_preview(state)
        self._preview.setVisible(bool(state.rows))
        self._preview.setAccessibleDescription(state.summary)
        self._save.setEnabled(state.usable and not self._rest.isActive())

    @property
    def answers(self) -> Answers:
        """The answers as they stand."""
        return self._form.answers

    def _lay_out(self) -> None:
        words = self._state.words
        self.setWindowTitle(words.title)
        self.setMinimumSize(340, 260)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 18)
        column.setSpacing(12)
        title = label(Role.PAGE_TITLE, wrap=True)
        title.setText(words.title)
        title.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.addWidget(title)
        column.addWidget(scrolling(self._body()), 1)
        column.addLayout(self._buttons())
        room = self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height() - _OUTSIDE))

    def _body(self) -> QWidget:
        body = QWidget()
        body.setProperty("part", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(12)
        parts = (self._about, self._lines, self._layout, self._form, self._summary, self._preview)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return body

    def _buttons(self) -> QHBoxLayout:
        words, cancel = self._state.words, button()
        self._save.setText(words.save)
        self._save.setDefault(True)
        self._save.setEnabled(False)
        cancel.setText(words.cancel)
        self._save.clicked.connect(self._on_save)
        cancel.clicked.connect(self.reject)
        line = row(1, cancel, self._save)
        line.setContentsMargins(_SIDE, 0, _SIDE, 0)
        return line

    def _on_layout(self, key: str) -> None:
        answers = self._layout.answers
        if key == "kept":
            kept = self._state.kept.get(answers["kept"], self._state.answers)
            self._show_answers(kept)
        else:
            named = answers.get("names", YES) == YES
            self.layout_changed.emit(named, answers.get("sheet", ""))

    def _show_answers(self, answers: Answers) -> None:
        self._form.show_answers(answers)
        self._form.show_asked(asked_for(self.answers))
        self._ask()

    def _on_answer(self, _: str) -> None:
        self._form.show_asked(asked_for(self.answers))
        self._save.setEnabled(False)
        self._rest.start()

    def _ask(self) -> None:
        self._save.setEnabled(False)
        self.changed.emit(self.answers)

    def _on_save(self) -> None:
        self.chosen.emit(self.answers)
        self.accept()

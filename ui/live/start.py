"""The form that says "I'm on a call" by hand: number if known, method, direction."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from ui.live.start_state import StartCallState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card, section_title
from ui.widgets.choice import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.labels import set_text


class StartedCall(NamedTuple):
    """A call a person says is open; ``number`` as typed, "" when not given."""

    number: str
    method: str
    direction: str


class StartCall(Card):
    """Asks for a call; ``started`` carries a :class:`StartedCall`, ``closed`` follows Cancel."""

    started = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._back: QWidget | None = None
        self._state: StartCallState | None = None
        self._built = False

    def _build(self) -> None:
        """Make the fields, at the first call and not while the window opens."""
        self._built = True
        self._title = section_title()
        self._number = QLineEdit()
        self._number.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._number.setMinimumWidth(190)
        self._method = ChoiceBox(self._theme)
        self._direction = ChoiceBox(self._theme)
        self._start = button(main=True)
        self._cancel = button()
        self._start.clicked.connect(self._on_start)
        self._cancel.clicked.connect(self.closed)
        self._number.returnPressed.connect(self._on_start)
        self._lay_out()

    def show_state(self, state: StartCallState) -> None:
        """Show the form in a language."""
        self._state = state
        self.setAccessibleName(state.title)
        if self._built:
            self._show_words(state)

    def _show_words(self, state: StartCallState) -> None:
        set_text(self._title, state.title)
        self._number.setPlaceholderText(state.hint)
        self._number.setAccessibleName(state.number)
        _fill(self._method, state.method, state.methods)
        _fill(self._direction, state.direction, state.directions)
        self._start.setText(state.start)
        self._cancel.setText(state.cancel)

    def begin(self, number: str = "") -> None:
        """Open the form, empty but for a number that is known, with the keyboard in it."""
        if not self._built:
            self._build()
            if self._state is not None:
                self._show_words(self._state)
        if not self.isVisible():
            self._back = self.window().focusWidget()
        self._number.setText(number)
        self.show()
        self._number.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Put the form away and give the keyboard back, or Qt would scroll to the next part."""
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        fields = Flow()
        for part in (self._number, self._method, self._direction, self._start, self._cancel):
            fields.addWidget(part)
        self.column.addLayout(fields)

    def _on_start(self) -> None:
        self.started.emit(
            StartedCall(
                self._number.text().strip(),
                str(self._method.currentData()),
                str(self._direction.currentData()),
            )
        )


def _fill(box: QComboBox, name: str, choices: tuple[tuple[str, str], ...]) -> None:
    """Fill a box with names, keeping what was chosen."""
    chosen = box.currentData()
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setAccessibleName(name)

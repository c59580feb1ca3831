"""The dialog that asks how long a call was whose end was estimated."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.softphones.length_state import LengthRead, LengthState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.field import Field, note
from ui.widgets.form import FormDialog
from ui.widgets.labels import set_text

#: No length is longer.
_LONGEST = 20


class LengthDialog(FormDialog):
    """Asks for a length; ``edited`` carries what is typed so far, ``chosen`` what is to be kept.

    Whoever hears ``edited`` says by :meth:`show_read` how it is understood.
    """

    edited = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, state: LengthState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=400, parent=parent)
        self._length, self._note = QLineEdit(state.text), note()
        self._length.setMaxLength(_LONGEST)
        self._length.textChanged.connect(self.edited)
        self.add_sentence(state.about)
        self.body.addWidget(Field(state.length, self._length, self._note))
        self.body.addStretch(1)
        self.add_cancel(state.cancel)
        self._save = button(main=True)
        self._save.setText(state.save)
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save)
        self.add_buttons(self._save)
        self.fit()
        self._length.selectAll()
        self._length.setFocus()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._length.text()

    def show_read(self, read: LengthRead) -> None:
        """Say how what is typed is understood; only a length can be saved."""
        set_text(self._note, read.note)
        self._length.setAccessibleDescription(read.note)
        self._save.setEnabled(read.talk_us is not None)
        self.fit()

    def _on_save(self) -> None:
        self.accept()
        self.chosen.emit(self.text)

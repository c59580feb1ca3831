"""The dialog that connects this computer with a company: a link goes in, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.company.join_state import JoinedState, JoinState, link_written
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import clear_layout
from ui.widgets.field import Field, note
from ui.widgets.form import FormDialog, ToldLine
from ui.widgets.labels import set_text

#: No link is longer, and no name of a computer.
_LONGEST, _LONGEST_NAME = 2_000, 80


class JoinDialog(FormDialog):
    """Asks for an invitation link; ``asked`` carries the link and the name of this computer.

    ``sharing``: once connected, the company is to be given the plan entered here.
    """

    asked = Signal(str, str)
    sharing = Signal()

    def __init__(self, theme: Theme, state: JoinState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, parent=parent)
        self._state = state
        self._link, self._device = QLineEdit(state.invitation), QLineEdit(state.device_name)
        self._link.setMaxLength(_LONGEST)
        self._link.setPlaceholderText(state.link_hint)
        self._device.setMaxLength(_LONGEST_NAME)
        self._share, self._busy_text = button(main=True), ""
        self._wrong = note()
        about = note()
        about.setText(state.device_note)
        self.add_sentence(state.about)
        self.body.addWidget(Field(state.link, self._link, self._wrong))
        self.body.addWidget(Field(state.device, self._device, about))
        self.body.addStretch(1)
        self._cancel = self.add_cancel(state.cancel)
        self._join = button(main=True)
        self._join.setText(state.join)
        self._join.setDefault(True)
        self._join.clicked.connect(self._on_join)
        self.add_buttons(self._share, self._join)
        self._share.hide()
        for field in (self._link, self._device):
            field.textChanged.connect(self._look)
        self._look()
        self.fit()
        self._link.setCursorPosition(0)  # the address is worth seeing, its end is a secret
        (self._join if state.invitation else self._link).setFocus()

    def show_joining(self) -> None:
        """Say that the server is being asked."""
        self.show_busy(self._state.joining)
        self._join.setEnabled(False)

    def show_refused(self, problem: str) -> None:
        """Say why it did not work; the link stays."""
        self.show_problem(problem)
        self._look()
        self._link.setFocus()

    def show_joined(self, state: JoinedState) -> None:
        """Say that this computer is connected, and what that means."""
        self.set_title(state.title)
        clear_layout(self.body)
        self.add_sentence(state.next)
        if state.caution:
            caution = ToldLine(self._theme)
            self.body.addWidget(caution)  # first, or it would be a window for a moment
            caution.tell(state.caution, "near", Tone.NEAR)
        self.body.addStretch(1)
        self.show_done(state.done)
        self._join.hide()
        self._cancel.setText(self._state.close)
        if state.share:
            self._offer(state)
        else:
            self._cancel.setDefault(True)
        self._cancel.setFocus()

    def show_shared(self, text: str) -> None:
        """Say that the company has the plan now."""
        self.show_done(text)
        self._share.hide()
        self._cancel.setDefault(True)
        self._cancel.setFocus()

    def show_not_shared(self, problem: str) -> None:
        """Say why it has not; it can be tried again."""
        self.show_problem(problem)
        self._share.setEnabled(True)

    def _offer(self, state: JoinedState) -> None:
        self._share.setText(state.share)
        self._share.clicked.connect(self._on_share)
        self._busy_text = state.sharing
        self._share.show()

    def _on_share(self) -> None:
        self._share.setEnabled(False)
        self.show_busy(self._busy_text)
        self.sharing.emit()

    def _look(self) -> None:
        """Offer to connect once both fields can be right."""
        written = self._link.text().strip()
        fits = bool(link_written(written, self._state.server))
        set_text(self._wrong, "" if fits or not written else self._state.not_a_link)
        self._join.setEnabled(fits and bool(self._device.text().strip()))

    def _on_join(self) -> None:
        link = link_written(self._link.text(), self._state.server)
        self.asked.emit(link, self._device.text().strip())

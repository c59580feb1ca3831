"""The page of possible duplicates: pairs to decide, what was decided last, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ui.duplicates.card import PairCard
from ui.duplicates.state import DuplicatesState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import clear_layout, row
from ui.widgets.labels import ElidedLabel, label, set_text
from ui.widgets.marks import IconMark
from ui.widgets.scroll import scrolling


class DuplicatesDialog(QDialog):
    """Shows pairs; ``decided`` as a card says it, ``undo_asked`` and ``find_asked`` by buttons."""

    decided = Signal(object, bool, bool)
    undo_asked = Signal()
    find_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(Role.PAGE_TITLE, wrap=True)
        self._sentence = label(Role.SMALL, ink="soft", wrap=True)
        self._more = label(Role.SMALL, ink="soft")
        self._cards: list[PairCard] = []
        self._pairs = QVBoxLayout()
        self._mark = IconMark(theme, "done")
        self._mark.set_mark("done", Tone.PLAIN)
        self._decided = ElidedLabel(Role.SMALL)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._undo, self._find, self._close = button(), button(), button()
        self._undo.clicked.connect(self.undo_asked)
        self._find.clicked.connect(self.find_asked)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._on_undo_key)
        self._lay_out()

    def show_state(self, state: DuplicatesState) -> None:
        """Show the pairs, with the keyboard in the first one."""
        self.setWindowTitle(state.title)
        self._bar.setAccessibleName(state.title)
        self._title.setText(state.title)
        self._sentence.setText(state.sentence)
        set_text(self._more, state.more)
        self._mark.setVisible(bool(state.decided))
        self._decided.setText(state.decided)
        for made, name in ((self._undo, state.undo), (self._find, state.find)):
            made.setText(name)
            made.setVisible(bool(name))
        self._close.setText(state.close)
        self._show_pairs(state)
        self.show_progress(None)

    def show_progress(self, done: int | None) -> None:
        """Show how far a look at all calls is, in thousandths; ``None`` puts the bar away."""
        self._bar.setVisible(done is not None)
        self._bar.setValue(done or 0)
        for part in (*self._cards, self._undo, self._find):
            part.setEnabled(done is None)

    def _show_pairs(self, state: DuplicatesState) -> None:
        clear_layout(self._pairs)
        self._cards = [PairCard(pair) for pair in state.pairs]
        for card in self._cards:
            card.decided.connect(self.decided)
            self._pairs.addWidget(card)
        self._pairs.addStretch(1)
        if self._cards:
            self._cards[0].take_focus()
        else:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.setMinimumSize(360, 300)
        self.resize(680, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        body = QWidget()
        body.setProperty("part", "clear")
        self._pairs.setContentsMargins(0, 0, 8, 0)
        self._pairs.setSpacing(12)
        body.setLayout(self._pairs)
        column.addWidget(scrolling(body), 1)
        column.addWidget(self._more)
        column.addWidget(self._bar)
        foot = row(self._mark)
        foot.addWidget(self._decided, 1)
        for part in (self._undo, self._find, self._close):
            foot.addWidget(part)
        column.addLayout(foot)

    def _on_undo_key(self) -> None:
        if self._undo.isVisible() and self._undo.isEnabled():
            self.undo_asked.emit()

"""The page "Before you dial": a field, and below it what is known of the number in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.dial.calling import CallOffer, Told
from ui.dial.offered import Offered
from ui.dial.rows import DialRows
from ui.dial.state import DialCard, DialWords, Offer, Start
from ui.entries.table import EntriesCard
from ui.live.start import StartedCall
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button, set_main
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.form import ToldLine
from ui.widgets.labels import label, set_text
from ui.widgets.page import CardPage

_MOST = 720
#: Longer than any number with its link; what is pasted beyond is cut off.
_LONGEST = 300


class DialPage(CardPage):
    """The page.

    ``typed`` carries what stands in the field after each change, ``entered`` follows Enter,
    ``call_asked`` the button and Ctrl+Enter; ``dialler_asked``: who dials is to be chosen;
    ``copied`` carries a number, ``started`` a :class:`ui.live.start.StartedCall`,
    ``receipt_asked`` an entry's id; ``plan_asked``: a plan is to be chosen.
    """

    typed = Signal(str)
    entered = Signal()
    call_asked = Signal()
    dialler_asked = Signal()
    copied = Signal(str)
    started = Signal(object)
    receipt_asked = Signal(str)
    plan_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(most=_MOST)
        self._title = label(Role.PAGE_TITLE)
        self._card = Card()
        self._field = QLineEdit()
        self._offered = Offered(self._field)
        self._told = label(Role.BODY, ink="soft", wrap=True)
        self._who = label(Role.HEADLINE, wrap=True)
        self._verdict = ToldLine(theme)
        self._rows = DialRows(theme)
        self._small = label(Role.SMALL, ink="soft", wrap=True)
        self._handed = ToldLine(theme)
        self._call, self._choose_dialler = button(main=True), button()
        self._starts = (button(), button())
        self._copy, self._choose = button(), button()
        self._recent = EntriesCard(theme)
        self._shown: DialCard | None = None
        self._lay_out()
        self._connect_parts()

    @property
    def written(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def show_words(self, words: DialWords) -> None:
        """Show the page in a language."""
        set_text(self._title, words.title)
        self._card.setAccessibleName(words.title)
        self._field.setAccessibleName(words.field)
        self._field.setPlaceholderText(words.hint)
        self._copy.setText(words.copy)
        self._choose.setText(words.choose)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Offer these numbers while one is typed."""
        self._offered.show_offers(offers)

    def write(self, number: str) -> None:
        """Write into the field, as a link or the palette does."""
        self._field.setText(number)
        self._field.selectAll()

    def show_sentence(self, sentence: str) -> None:
        """Say what to do, or why there is no card."""
        self._show_card(None)
        set_text(self._told, sentence)
        self._field.setAccessibleDescription(sentence)

    def show_card(self, card: DialCard) -> None:
        """Show what is known of a number."""
        set_text(self._told, "")
        self._field.setAccessibleDescription(card.verdict)
        if card != self._shown:
            self._show_card(card)

    def show_offer(self, offer: CallOffer) -> None:
        """Offer to call, or to choose who does."""
        set_main(self._call, main=offer.pushed)
        for made, text in ((self._call, offer.call), (self._choose_dialler, offer.choose)):
            made.setVisible(bool(text))
            made.setText(text)

    def show_told(self, told: Told) -> None:
        """Say what became of a number that was handed over."""
        self._handed.tell(told.sentence, told.mark, told.tone)

    @override
    def first_focus(self) -> QWidget | None:
        """The keyboard goes to the field."""
        return self._field

    def _show_card(self, card: DialCard | None) -> None:
        self._shown = card
        for part in (self._rows, self._copy):
            part.setVisible(card is not None)
        set_text(self._who, card.who if card else "")
        set_text(self._small, "\n".join(card.small) if card else "")
        self._show_starts(card.starts if card else ())
        self._choose.setVisible(card is not None and not card.planned)
        self._recent.setVisible(card is not None and card.recent is not None)
        self._verdict.tell("")
        if card is None:
            return
        self._verdict.tell(card.verdict, card.mark, card.tone)
        self._rows.show_rows(card.rows)
        if card.recent is not None:
            self._recent.show_state(card.recent)

    def _show_starts(self, starts: tuple[Start, ...]) -> None:
        for place, made in enumerate(self._starts):
            made.setVisible(place < len(starts))
            if place < len(starts):
                made.setText(starts[place].text)

    def _lay_out(self) -> None:
        self.column.addLayout(self.above)
        self.column.addWidget(self._title)
        column = self._card.column
        self._field.setCompleter(self._offered)
        self._field.setClearButtonEnabled(True)
        self._field.setMaxLength(_LONGEST)
        self._field.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        for part in (self._field, self._told, self._who, self._verdict, self._rows, self._small):
            column.addWidget(part)
        column.setSpacing(10)
        buttons = Flow()
        made = (self._call, self._choose_dialler, *self._starts, self._copy, self._choose)
        for each in made:
            buttons.addWidget(each)
        column.addLayout(buttons)
        column.addWidget(self._handed)
        for card in (self._card, self._recent):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._show_card(None)
        self.show_offer(CallOffer())

    def _connect_parts(self) -> None:
        self._field.textChanged.connect(self.typed)
        self._field.returnPressed.connect(self.entered)
        self._recent.receipt_asked.connect(self.receipt_asked)
        self._call.clicked.connect(self.call_asked)
        self._choose_dialler.clicked.connect(self.dialler_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.call_asked.emit)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._copy.clicked.connect(self._on_copy)
        self._choose.clicked.connect(self.plan_asked)
        for made in self._starts:
            made.clicked.connect(self._on_start)

    def _on_copy(self) -> None:
        if self._shown is not None:
            self.copied.emit(self._shown.number)

    def _on_start(self) -> None:
        pressed = self.sender()
        if self._shown is None or not isinstance(pressed, QPushButton):
            return
        start = self._shown.starts[self._starts.index(pressed)]
        self.started.emit(StartedCall(self._shown.number, start.method, "outbound"))

"""The page "Text check": a field for a text, and its figures while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.text_check.box import TextBox
from ui.text_check.figures import TextFigures
from ui.text_check.kinds import Kinds
from ui.text_check.spoken import SpokenFigure
from ui.text_check.state import TextState, TextWords
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.form import ToldLine
from ui.widgets.labels import label, set_text
from ui.widgets.number import NumberBox
from ui.widgets.page import CardPage

_MOST = 720
_MOST_MEDIA = 10
_LONGEST_NUMBER = 300


class TextCheckPage(CardPage):
    """The page.

    ``typed`` follows each change of the text, ``addressed`` of recipient or attachments;
    ``replaced`` carries the costly character to replace, "" for all; ``copied`` follows Copy;
    ``plan_asked``: a plan is to be chosen; ``refused``: a text was too long to be taken.
    """

    typed = Signal()
    addressed = Signal()
    replaced = Signal(str)
    copied = Signal()
    plan_asked = Signal()
    refused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(most=_MOST)
        self._title = label(Role.PAGE_TITLE)
        self._card = Card()
        self.box = TextBox(theme)
        self._told = label(Role.BODY, ink="soft", wrap=True)
        self._figures = TextFigures()
        self._spoken = SpokenFigure(self.box)
        self._sentence = label(Role.BODY, wrap=True)
        self._kinds = Kinds()
        self._all, self._copy = button(main=True), button()
        self._after, self._choose = ToldLine(theme), button()
        self._to = QLineEdit()
        self._to_told = label(Role.SMALL, ink="soft", wrap=True)
        self._media = NumberBox(theme, least=0, most=_MOST_MEDIA, value=0)
        self._to_field = Field("", self._to, self._to_told)
        self._media_field = Field("", self._media)
        self._lay_out()
        self._connect_parts()

    @property
    def to(self) -> str:
        """The recipient as it is typed."""
        return self._to.text()

    @property
    def media(self) -> int:
        """How many attachments the text has."""
        return self._media.value()

    def show_words(self, words: TextWords) -> None:
        """Show the page in a language."""
        set_text(self._title, words.title)
        self._card.setAccessibleName(words.title)
        self.box.setAccessibleName(words.field)
        self.box.setPlaceholderText(words.hint)
        self._to_field.set_name(words.to)
        self._to.setPlaceholderText(words.to_hint)
        self._media_field.set_name(words.media)
        self._copy.setText(words.copy)
        self._choose.setText(words.choose)

    def show_empty(self, sentence: str) -> None:
        """Say what to do while there is no text."""
        set_text(self._told, sentence)
        self.box.setAccessibleDescription(sentence)
        self.box.mark(())
        self._spoken.tell("")
        for part in (
            self._figures,
            self._kinds,
            self._all,
            self._copy,
            self._sentence,
            self._choose,
        ):
            part.hide()
        self._after.tell("")

    def show_state(self, state: TextState) -> None:
        """Show the figures of the text."""
        set_text(self._told, "")
        self.box.setAccessibleDescription(state.spoken)
        self.box.mark(state.marks)
        self._figures.show_state(state)
        self._spoken.tell(f"{state.figure} {state.label}")
        self._figures.show()
        set_text(self._sentence, state.sentence)
        self._kinds.show_lines(state.lines)
        self._order()
        self._all.setText(state.replace_all)
        self._all.setVisible(bool(state.replace_all))
        self._copy.show()
        self._after.tell(state.after, state.after_mark, state.after_tone)
        self._choose.setVisible(not state.planned)

    def show_refusal(self, sentence: str) -> None:
        """Say why a text was not taken; the next change takes the sentence away."""
        set_text(self._told, sentence)
        announce(self.box, sentence)

    def show_recipient(self, sentence: str) -> None:
        """Say what is wrong with the recipient, "" for nothing."""
        set_text(self._to_told, sentence)
        self._to.setAccessibleDescription(sentence)

    def forget(self) -> None:
        """Drop what was typed, with what could bring it back."""
        self.box.forget()
        self._to.clear()
        self._media.setValue(0)

    @override
    def first_focus(self) -> QWidget | None:
        return self.box

    def _order(self) -> None:
        """Let Tab go as the eye does: lines that are made later stand before the buttons."""
        before: QWidget = self.box
        for after in (*self._kinds.buttons, self._all, self._copy, self._choose):
            QWidget.setTabOrder(before, after)
            before = after

    def _lay_out(self) -> None:
        self.column.addLayout(self.above)
        self.column.addWidget(self._title)
        self._to.setMaxLength(_LONGEST_NUMBER)
        self._to.setClearButtonEnabled(True)
        self._to.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        buttons = Flow()
        for made in (self._all, self._copy):
            buttons.addWidget(made)
        inside = self._card.column
        inside.setSpacing(10)
        for part in (self.box, self._told, self._figures, self._sentence, self._kinds):
            inside.addWidget(part)
        inside.addLayout(buttons)
        inside.addWidget(self._after)
        inside.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        fields = Columns(least=200, shares=(2, 1))
        fields.set_widgets(self._to_field, self._media_field)
        inside.addWidget(fields)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self._to_told.hide()
        self.show_empty("")

    def _connect_parts(self) -> None:
        self.box.changed.connect(self._spoken.typed)
        self.box.changed.connect(self.typed)
        self.box.refused.connect(self.refused)
        self._to.textChanged.connect(self.addressed)
        self._media.valueChanged.connect(self.addressed)
        self._kinds.replaced.connect(self.replaced)
        self._all.clicked.connect(lambda: self.replaced.emit(""))
        self._copy.clicked.connect(self.copied)
        self._choose.clicked.connect(self.plan_asked)

"""The plan dialog: one plan for calls, one for texts, and what they need to know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.plan.state import PlanChosen, PlanDialogState, PlanOption
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.columns import Columns
from ui.widgets.field import Field, ZoneBox, note
from ui.widgets.labels import label, set_text
from ui.widgets.number import NumberBox
from ui.widgets.scroll import scrolling
from ui.widgets.tick import TickBox

_MOST_SEATS = 100_000
_WIDTH, _SIDE = 500, 20
#: What the dialog leaves of the screen at least, in px.
_OUTSIDE = 70


class PlanDialog(QDialog):
    """Asks for plans; ``chosen`` carries a :class:`PlanChosen`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, state: PlanDialogState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._calls, self._texts = ChoiceBox(theme), ChoiceBox(theme)
        self._calls_summary, self._texts_summary, self._no_such_zone = note(), note(), note()
        self._linked = TickBox(theme, state.words.linked)
        self._linked.setChecked(state.linked)
        self._zone = ZoneBox(theme, state.zone)
        self._anchor = NumberBox(theme, least=1, most=31, value=state.numbers.anchor_day)
        self._committed, self._additional = (
            NumberBox(theme, least=0, most=_MOST_SEATS, value=seats)
            for seats in (state.numbers.committed, state.numbers.additional)
        )
        self._numbers = Columns(least=125, shares=(1, 1, 1))
        self._save = button(main=True)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        words = self._state.words
        self.setWindowTitle(words.title)
        self.setMinimumSize(340, 260)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 18)
        column.setSpacing(14)
        title = label(Role.PAGE_TITLE)
        title.setText(words.title)
        title.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._body = self._fields()
        self._area: QScrollArea = scrolling(self._body)
        column.addWidget(title)
        column.addWidget(self._area, 1)
        column.addLayout(self._buttons())

    def _fields(self) -> QWidget:
        words, body = self._state.words, QWidget()
        body.setProperty("part", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(15)
        about = note()
        about.setText(words.note)
        self._anchor_field = Field(words.anchor, self._anchor)
        self._seat_fields = (
            Field(words.committed, self._committed),
            Field(words.additional, self._additional),
        )
        for field in (self._anchor_field, *self._seat_fields):
            field.setParent(self._numbers)  # or one that is not shown would be a window
        column.addWidget(about)
        column.addWidget(Field(words.calls, self._calls, self._calls_summary, self._linked))
        column.addWidget(Field(words.texts, self._texts, self._texts_summary))
        column.addWidget(self._numbers)
        column.addWidget(Field(words.zone, self._zone, self._no_such_zone))
        column.addStretch(1)
        return body

    def _buttons(self) -> QHBoxLayout:
        cancel = button()
        self._save.setText(self._state.words.save)
        self._save.setDefault(True)
        cancel.setText(self._state.words.cancel)
        self._save.clicked.connect(self._on_save)
        cancel.clicked.connect(self.reject)
        line = row(1, cancel, self._save)
        line.setContentsMargins(_SIDE, 0, _SIDE, 0)
        return line

    def _fill(self) -> None:
        for box, options in ((self._calls, self._state.calls), (self._texts, self._state.texts)):
            for option in options:
                box.addItem(option.title, option.name)
            box.currentIndexChanged.connect(self._show_choice)
        self._zone.editTextChanged.connect(self._show_choice)
        self._show_choice()

    def _show_choice(self) -> None:
        """Show what the chosen plans need to know, and whether all of it is said."""
        calls, texts = self._chosen_options()
        set_text(self._calls_summary, calls.summary)
        set_text(self._texts_summary, texts.summary)
        set_text(self._no_such_zone, "" if self._zone.zone else self._state.words.no_such_zone)
        self._linked.setVisible(calls.connect)
        anchor = (self._anchor_field,) if texts.anchored else ()
        seats = self._seat_fields if texts.pooled else ()
        for field in (self._anchor_field, *self._seat_fields):
            field.setVisible(field in (*anchor, *seats))
        self._numbers.set_widgets(*anchor, *seats)
        self._save.setEnabled(bool(calls.name or texts.name) and bool(self._zone.zone))
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the fields; they scroll where the screen is not."""
        width = max(self.width() if self.isVisible() else _WIDTH, self.minimumWidth())
        self._body.ensurePolished()
        around = self.sizeHint().height() - self._area.sizeHint().height()
        wanted = self._body.heightForWidth(width) + around
        most = self.screen().availableGeometry().height() - _OUTSIDE
        self.resize(width, min(wanted, most))

    def _chosen_options(self) -> tuple[PlanOption, PlanOption]:
        return (
            self._state.calls[self._calls.currentIndex()],
            self._state.texts[self._texts.currentIndex()],
        )

    def _on_save(self) -> None:
        calls, texts = self._chosen_options()
        names = tuple(option.name for option in (calls, texts) if option.name)
        self.chosen.emit(
            PlanChosen(
                names,
                self._zone.zone,
                calls.connect and self._linked.isChecked(),
                self._anchor.value() if texts.anchored else None,
                self._committed.value() if texts.pooled else None,
                self._additional.value() if texts.pooled else None,
            )
        )
        self.accept()

"""The dialog that asks what would have been, and answers below the question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.domain.what_if import WhatIf
from ui.theme.motion import end_of_unknown
from ui.theme.theme import Theme
from ui.what_if.answer import Answer
from ui.what_if.state import AnswerState, Choice, WhatIfState
from ui.widgets.buttons import button
from ui.widgets.choice import ChoiceBox
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.form import FormDialog
from ui.widgets.number import NumberBox

_MOST_SEATS = 10_000


class WhatIfDialog(FormDialog):
    """Asks and answers; ``asked`` carries a :class:`WhatIf`, ``stopped`` ends the counting."""

    asked = Signal(object)
    stopped = Signal()

    def __init__(self, theme: Theme, state: WhatIfState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=640, parent=parent)
        self._state = state
        self._calls, self._texts = _plans(theme, state.call_plans), _plans(theme, state.text_plans)
        self._seats = NumberBox(theme, least=-_MOST_SEATS, most=_MOST_SEATS, value=0)
        self._links = ChoiceBox(theme)
        for told, linked in state.links:
            self._links.addItem(told, linked)
        self._answer, self._bar = Answer(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(state.asking)
        self._bar.hide()
        self._ask, self._stop = button(main=True), button()
        self._lay_out_parts()
        for box in (self._calls, self._texts, self._links):
            box.currentIndexChanged.connect(self._look)
        self._seats.valueChanged.connect(self._look)
        self._look()
        self.fit()
        self._calls.setFocus()

    @property
    def wish(self) -> WhatIf:
        """What is asked."""
        return WhatIf(
            self._calls.currentData(),
            self._texts.currentData(),
            self._seats.value() if self._state.pooled else 0,
            self._links.currentData() if self._state.connect else None,
        )

    def show_counting(self, done: int, total: int) -> None:
        """Show how far the counting is; ``total`` 0 while nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_answer(self, state: AnswerState) -> None:
        """Show the answer."""
        self._rest_from("")
        self._answer.show_state(state)
        self.fit()

    def show_refused(self, problem: str) -> None:
        """Say why there is no answer; "" where a person stopped it."""
        self._rest_from(problem)

    def _lay_out_parts(self) -> None:
        state = self._state
        self.add_sentence(state.about)
        fields = Columns(least=200, shares=(1, 1))
        shown = [Field(state.calls, self._calls), Field(state.texts, self._texts)]
        if state.pooled:
            shown.append(Field(state.seats, self._seats))
        if state.connect:
            shown.append(Field(state.linked, self._links))
        fields.set_widgets(*shown)
        for part in (fields, self._answer):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.foot.insertWidget(1, self._bar)
        self._ask.setText(state.ask)
        self._ask.setDefault(True)
        self._ask.clicked.connect(self._on_ask)
        self._stop.setText(state.stop)
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        self.add_cancel(state.close)
        self.add_buttons(self._stop, self._ask)

    def _look(self) -> None:
        self._ask.setEnabled(self.wish != WhatIf())

    def _on_ask(self) -> None:
        self.show_busy(self._state.asking)
        self._ask.setEnabled(False)
        self._stop.show()
        self._bar.setRange(0, end_of_unknown())
        self._bar.show()
        self.asked.emit(self.wish)

    def _rest_from(self, problem: str) -> None:
        self.show_problem(problem)
        self._stop.hide()
        self._bar.hide()
        self._look()


def _plans(theme: Theme, choices: tuple[Choice, ...]) -> ChoiceBox:
    box = ChoiceBox(theme)
    for choice in choices:
        box.addItem(choice.title, choice.plan)
    return box

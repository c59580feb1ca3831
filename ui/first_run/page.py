"""The first steps as a page: a question, an offer and a plan, one after the other."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.first_run.answers import STEPS, Answers
from ui.first_run.offers_part import OffersPart
from ui.first_run.plan_part import PlanPart
from ui.first_run.state import FirstRunState, PlanState, Tick
from ui.first_run.use_part import UsePart
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import let_go, row
from ui.widgets.form import ToldLine
from ui.widgets.labels import label
from ui.widgets.page import CardPage

_MOST = 640


class FirstRunPage(CardPage):
    """``answered`` carries :class:`Answers` after each change, ``stepped`` those with another step.

    ``offered`` carries the key of an offer; ``skipped`` wants no more of it, ``finished`` is done.
    """

    answered = Signal(object)
    stepped = Signal(object)
    offered = Signal(str)
    skipped = Signal()
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(most=_MOST)
        self._theme = theme
        self._answers = Answers()
        self._showing = False
        self._step = -1
        self._plan_state: PlanState | None = None
        self._progress = label(Role.SMALL, ink="soft")
        self._title = label(Role.PAGE_TITLE, wrap=True)
        self._sentence = label(Role.BODY, ink="soft", wrap=True)
        self._use = UsePart(theme)
        self._offers = OffersPart(theme)
        self._plan: PlanPart | None = None
        self._plan_place = QVBoxLayout()
        self._told = ToldLine(theme)
        self._skip, self._back, self._next = button(), button(), button(main=True)
        self._lay_out()
        self._connect()

    def show_state(self, state: FirstRunState, answers: Answers) -> None:
        """Show a step; the keyboard goes into one that comes to the front."""
        self._showing, self._answers = True, answers
        self._progress.setText(state.progress)
        self._title.setText(state.title)
        self._sentence.setText(state.sentence)
        if state.step != self._step:
            announce(self, f"{state.progress}: {state.title}")
        self._use.show_state(state.use)
        self._offers.show_offers(state.offers)
        self._show_plan(state.plan)
        for place, part in enumerate((self._use, self._offers, self._plan)):
            if part is not None:
                part.setVisible(place == state.step)
        self._skip.setText(state.skip)
        self._back.setText(state.back)
        self._back.setVisible(state.step > 0)
        self._next.setText(state.next)
        self._showing = False
        if state.step != self._step:
            self._enter(state.step)

    def show_problem(self, text: str) -> None:
        """Say why the last step could not be finished; "" takes the sentence away."""
        self._next.setEnabled(True)
        self._told.tell(text, "near" if text else "")

    def show_busy(self) -> None:
        """The plan is being kept."""
        self._next.setEnabled(False)

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first thing to answer."""
        parts = (self._use, self._offers, self._plan)
        part = parts[self._step] if self._step >= 0 else None
        return (part.first_focus() if part is not None else None) or self._next

    def _lay_out(self) -> None:
        column = self.column
        for part in (self._progress, self._title, self._sentence):
            column.addWidget(part)
        column.addLayout(self.above)
        for card in (self._use, self._offers):
            column.addWidget(card)
            card.hide()
        column.addLayout(self._plan_place)
        column.addWidget(self._told)
        column.addLayout(row(self._skip, 1, self._back, self._next))
        column.addStretch(1)

    def _connect(self) -> None:
        self._use.changed.connect(self._on_changed)
        self._offers.asked.connect(self.offered)
        self._skip.clicked.connect(self.skipped)
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(self._on_next)

    def _show_plan(self, state: PlanState) -> None:
        """Make the plan's part for other questions; what was answered is in the state."""
        asked = replace(state, zone="", anchor_day=1, chosen=("", ""), habits=_asked(state))
        if self._plan is not None and asked == self._plan_state:
            return
        if self._plan is not None:
            let_go(self._plan)
        self._plan_state = asked
        self._plan = PlanPart(self._theme, state)
        self._plan.changed.connect(self._on_changed)
        self._plan_place.addWidget(self._plan)

    def _enter(self, step: int) -> None:
        self._step = step
        self.show_problem("")
        if self.isVisible() and (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_next(self) -> None:
        if self._step < STEPS - 1:
            self._go(1)
        else:
            self.finished.emit()

    def _go(self, steps: int) -> None:
        self.stepped.emit(replace(self._given(), step=self._step + steps))

    def _on_changed(self) -> None:
        if not self._showing:
            self.answered.emit(self._given())

    def _given(self) -> Answers:
        given = replace(self._answers, uses=self._use.uses, whose=self._use.whose)
        if self._plan is None or self._step < STEPS - 1:
            return given
        calls, texts = self._plan.plans
        return replace(
            given,
            calls=calls,
            texts=texts,
            zone=self._plan.zone or given.zone,
            anchor_day=self._plan.anchor_day,
            holidays="holidays" in self._plan.ticked,
            at_login="at_login" in self._plan.ticked,
            stay=self._plan.answer("stay", unasked=given.stay),
        )


def _asked(state: PlanState) -> tuple[Tick, ...]:
    return tuple(replace(habit, ticked=False) for habit in state.habits)

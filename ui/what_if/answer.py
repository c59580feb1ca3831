"""The answer of the dialog: a card for each cycle, as it was beside as it would have been."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme.fonts import Role
from ui.what_if.state import AnswerCycle, AnswerLine, AnswerState
from ui.widgets.card import Card, clear_layout, section_title
from ui.widgets.labels import label, set_text


class Answer(QWidget):
    """Shows an answer; empty before the first."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._headline = label(Role.STRONG, wrap=True)
        self._note = label(Role.SMALL, ink="soft", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._headline)
        column.addWidget(self._note)
        column.addLayout(self._cards)
        self.hide()

    def show_state(self, state: AnswerState | None) -> None:
        """Show an answer, or none."""
        self.setVisible(state is not None)
        clear_layout(self._cards)
        if state is None:
            return
        self._headline.setText(state.headline)
        set_text(self._note, state.note)
        for cycle in state.cycles:
            self._cards.addWidget(_card(cycle, state))


def _card(cycle: AnswerCycle, state: AnswerState) -> Card:
    card, title, grid = Card(), section_title(), QGridLayout()
    title.setText(cycle.title)
    title.setWordWrap(True)
    card.column.addWidget(title)
    grid.setHorizontalSpacing(16)
    for column in range(2):
        grid.setColumnStretch(column, 1)
    _put(grid, 0, (state.actual, state.wished), Role.SMALL, ("soft", "soft"))
    for place, line in enumerate(cycle.lines):
        name = label(Role.SMALL, ink="soft", wrap=True)
        name.setText(line.name)
        grid.addWidget(name, 2 * place + 1, 0, 1, 2)
        inks = ("text", "stop" if line.worse else "text")
        _put(grid, 2 * place + 2, (line.actual, line.wished), Role.BODY, inks)
    card.column.addLayout(grid)
    card.setAccessibleName(
        ". ".join((cycle.title, *(_spoken(line, state) for line in cycle.lines)))
    )
    return card


def _put(
    grid: QGridLayout, place: int, texts: tuple[str, str], role: Role, inks: tuple[str, str]
) -> None:
    for column, (text, ink) in enumerate(zip(texts, inks, strict=True)):
        part = label(role, ink=ink, wrap=True)
        part.setText(text)
        grid.addWidget(part, place, column)


def _spoken(line: AnswerLine, state: AnswerState) -> str:
    return f"{line.name}: {state.actual} {line.actual}, {state.wished} {line.wished}"

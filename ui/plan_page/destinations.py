"""The card of the included destinations: chips, what the bundle means, and where to look it up."""

from ui.plan_page.destinations_state import Destination, DestinationsState
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.chip import Chip, PressChip
from ui.widgets.flow import Flow
from ui.widgets.labels import set_text
from ui.widgets.section import Section, quiet
from ui.widgets.steps import FoldedSteps


class DestinationsCard(Section):
    """Shows the destinations; a press on the last chip shows all of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._state: DestinationsState | None = None
        self._whole = False
        self._chips = Flow()
        self._rest = PressChip(theme)
        self._rest.clicked.connect(self._on_rest)
        self._sentence = quiet()
        self._steps = (FoldedSteps(theme), FoldedSteps(theme))
        self.column.addLayout(self._chips)
        self._chips.addWidget(self._rest)
        self.column.addSpacing(2)
        self.column.addWidget(self._sentence)
        for steps in self._steps:
            self.column.addWidget(steps)
        self.column.addStretch(1)

    def show_state(self, state: DestinationsState) -> None:
        """Show the destinations."""
        if state == self._state:
            return
        self._state = state
        self.show_head(state.title, edit=state.edit)
        set_text(self._sentence, state.sentence)
        for widget, steps in zip(self._steps, state.steps, strict=True):
            widget.show_steps(steps.title, steps.steps)
        self._show_chips(state)

    def _show_chips(self, state: DestinationsState) -> None:
        self._chips.removeWidget(self._rest)
        self._chips.clear()
        for each in (*state.shown, *(state.more if self._whole else ())):
            self._chips.addWidget(self._chip(each))
        self._chips.addWidget(self._rest)
        self._rest.show_chip("" if self._whole else state.rest, Tone.PLAIN)
        self._rest.setAccessibleName(state.rest_spoken)
        self._rest.setToolTip(state.rest_spoken)
        self.updateGeometry()

    def _chip(self, destination: Destination) -> Chip:
        made = Chip(self._theme)
        made.show_chip(destination.text, destination.tone, destination.mark)
        return made

    def _on_rest(self) -> None:
        self._whole = True
        if self._state is not None:
            self._show_chips(self._state)

"""The forecast card: sentences above, the chart below."""

from ui.forecast.chart import Chart
from ui.forecast.state import ForecastState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import Card, row, section_title
from ui.widgets.chip import Chip
from ui.widgets.labels import label, set_text


class ForecastCard(Card):
    """Shows whether the allowance lasts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = section_title()
        self._chip = Chip(theme)
        self._headline = label(Role.HEADLINE, wrap=True)
        self._detail = label(Role.SMALL, ink="soft", wrap=True)
        self._chart = Chart(theme)
        self.column.addLayout(row(self._title, 1, self._chip))
        self.column.addWidget(self._headline)
        self.column.addWidget(self._detail)
        self.column.addWidget(self._chart, 1)

    def show_state(self, state: ForecastState) -> None:
        """Show a forecast."""
        set_text(self._title, state.title)
        self._chip.show_chip(state.chip, state.chip_tone, state.chip_mark)
        set_text(self._headline, state.headline)
        set_text(self._detail, state.detail)
        self._chart.show_state(state.chart, state.spoken)
        self.setAccessibleName(f"{state.title} {state.spoken}")

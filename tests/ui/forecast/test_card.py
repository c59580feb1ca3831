"""The forecast card shows its state."""

import pytest
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.forecast.card import ForecastCard
from ui.forecast.chart import Chart
from ui.forecast.state import forecast_state
from ui.theme.theme import Theme


@pytest.mark.parametrize("name", ["near", "fine", "blocked", "no_data"])
@pytest.mark.parametrize("width", [240, 700])
def test_it_draws_each_state_at_any_width(
    qtbot: QtBot, theme: Theme, words: Words, name: str, width: int
) -> None:
    card = ForecastCard(theme)
    qtbot.addWidget(card)
    card.resize(width, 320)
    state = forecast_state(words, states.statuses()[name].meters[0], NOW)
    card.show_state(state)
    assert not card.grab().isNull()
    assert child(card, Chart).accessibleName() == state.spoken

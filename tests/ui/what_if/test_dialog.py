"""The dialog asks what would have been, can be stopped, and answers in two columns."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.cycle import cycle_at
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.what_if import Replay, ReplayedCycle, ReplayedMeter, WhatIf
from app.machine.catalogue import plan_named
from app.wording.words import Words
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.theme.theme import Theme
from ui.what_if.dialog import WhatIfDialog
from ui.what_if.state import Choice, WhatIfState, answer_state

STARTER = plan_named("hubspot-starter")
COST = Money(Decimal("0.52"), "USD")


def state(*, pooled: bool = True) -> WhatIfState:
    return WhatIfState(
        "What if…", "", "Calls", "Texts", (Choice("As it was"), Choice("Starter", STARTER)),
        (Choice("As it was"),), "Seats", "Twilio Connect", (("As it was", None), ("All", True)),
        "Count again", "Counting again…", "Stop", "Close", pooled=pooled, connect=True,
    )  # fmt: skip


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> WhatIfDialog:
    dialog = WhatIfDialog(theme, state())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def replay(included: int, past: int) -> Replay:
    was = ReplayedMeter(MeterKind.MINUTES, 2000, 2037, 37, 37, amounts=(COST,))
    would = ReplayedMeter(MeterKind.MINUTES, included, 2037, past, 0)
    cycle = cycle_at(NOW, zone="Europe/Berlin")
    return Replay((ReplayedCycle(Line.CALLS, cycle, True, (was,), (would,)),))


def test_nothing_is_asked_while_all_is_as_it_was(dialog: WhatIfDialog) -> None:
    assert not child(dialog, QPushButton, "Count again").isEnabled()
    dialog._seats.setValue(-1)
    assert child(dialog, QPushButton, "Count again").isEnabled()


def test_a_plan_a_seat_and_links_are_asked_together(qtbot: QtBot, dialog: WhatIfDialog) -> None:
    dialog._calls.setCurrentIndex(1)
    dialog._links.setCurrentIndex(1)
    dialog._seats.setValue(1)
    with qtbot.waitSignal(dialog.asked) as asked:
        child(dialog, QPushButton, "Count again").click()
    assert asked.args == [WhatIf(STARTER, None, 1, True)]


def test_counting_can_be_stopped_and_asked_again(qtbot: QtBot, dialog: WhatIfDialog) -> None:
    dialog._seats.setValue(1)
    child(dialog, QPushButton, "Count again").click()
    with qtbot.waitSignal(dialog.stopped):
        child(dialog, QPushButton, "Stop").click()
    dialog.show_refused("")
    assert child(dialog, QPushButton, "Count again").isEnabled()


def test_the_answer_tells_both_columns_with_units(dialog: WhatIfDialog, words: Words) -> None:
    dialog.show_answer(answer_state(words, replay(500, 1537)))
    told = [each.text() for each in dialog._answer.findChildren(QLabel)]
    assert "2,037 min, 2,000 included · 37 min billed · about $0.52" in told
    assert "2,037 min, 500 included · 1,537 min past the limit" in told


def test_the_headline_says_in_how_many_cycles_it_would_have_been_worse(words: Words) -> None:
    worse, same = replay(500, 1537), replay(2000, 37)
    assert answer_state(words, worse).headline.endswith("in 1 of 1 cycles.")
    assert answer_state(words, same).headline == "Nobody would have gone further past a limit."

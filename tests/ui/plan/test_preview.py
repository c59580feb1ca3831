"""The preview tells first who goes past a limit, and only what would change."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.meter import Level
from app.domain.plan import MeterKind
from app.domain.plan_edit import EditedMeter, EditPreview
from app.wording.words import Words
from ui.plan.preview import PreviewCard
from ui.plan.preview_state import MOST_LINES, preview_state
from ui.theme.theme import Theme


def meter(person: str, used: int, *, after: int = 500, crosses: bool = False) -> EditedMeter:
    level = Level.BLOCKED if crosses else Level.FINE
    kind = MeterKind.MINUTES if person else MeterKind.SMS
    return EditedMeter(kind, person, used, 2000, after, Level.FINE, level, crosses)


def _seen(card: PreviewCard) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if not each.isHidden()]


def test_who_goes_past_a_limit_comes_first(words: Words) -> None:
    shown = preview_state(
        words, EditPreview((meter("Lea", 377), meter("Jana", 1916, crosses=True)))
    )
    assert [line.title for line in shown.lines] == ["Jana", "Lea"]
    assert shown.headline == "1 person goes past a limit."
    assert shown.lines[0].detail == ("1,916 min used · 2,000 → 500 included · 1,416 min past it")


def test_what_stays_as_it_is_is_not_told(words: Words) -> None:
    shown = preview_state(words, EditPreview((meter("Lea", 377, after=2000),)))
    assert (shown.lines, shown.headline) == ((), "Nobody goes past a limit.")


def test_what_is_good_is_said_in_the_preview_and_what_is_bad_below_it(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    card = PreviewCard(theme)
    qtbot.addWidget(card)
    fine = preview_state(words, EditPreview((meter("Lea", 377),)))
    bad = preview_state(words, EditPreview((meter("Jana", 1916, crosses=True),)))
    card.show_state(fine)
    assert (fine.worst, "Nobody goes past a limit." in _seen(card)) == (None, True)
    card.show_state(bad)
    assert bad.worst == bad.lines[0]
    assert bad.headline not in _seen(card)


def test_who_is_past_a_limit_already_and_gets_blocked_is_told(words: Words) -> None:
    billed = replace(meter("Lea", 3000), level_before=Level.BILLED, level_after=Level.BLOCKED)
    shown = preview_state(words, EditPreview((billed,)))
    assert shown.headline == "1 person past the limit is blocked."


def test_who_stays_past_a_limit_is_not_called_nobody(words: Words) -> None:
    billed = replace(meter("Lea", 3000), level_before=Level.BILLED, level_after=Level.BILLED)
    assert preview_state(words, EditPreview((billed,))).headline == "Nobody else goes past a limit."


def test_a_pool_is_told_as_the_companys(words: Words) -> None:
    shown = preview_state(words, EditPreview((meter("", 1190, crosses=True),), at_least=True))
    assert shown.headline == "The company goes past what is included."
    assert shown.lines[0].title == "SMS pool"
    assert shown.note == "Others may have used more than is known here."


def test_of_many_people_the_rest_is_told_as_a_number(words: Words) -> None:
    people = tuple(meter(f"Person {n}", n) for n in range(1_000))
    shown = preview_state(words, EditPreview(people))
    assert (len(shown.lines), shown.more) == (MOST_LINES, "and 988 more")

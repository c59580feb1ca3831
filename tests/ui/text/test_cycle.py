"""How a cycle stands is told in its own zone."""

from app.domain.instant import DAY, Instant
from app.wording.words import Words
from tests.support.meters import NOVEMBER, NOW
from ui.text.cycle import days_left, elapsed, resets, share


def test_a_cycle_has_gone_by_as_much_as_its_time() -> None:
    assert elapsed(NOVEMBER, NOVEMBER.start) == 0
    assert elapsed(NOVEMBER, NOVEMBER.end) == 1000


def test_before_and_after_the_cycle_the_mark_stays_on_the_arc() -> None:
    assert elapsed(NOVEMBER, Instant(NOVEMBER.start - DAY)) == 0
    assert elapsed(NOVEMBER, Instant(NOVEMBER.end + DAY)) == 1000


def test_a_share_of_nothing_is_nothing() -> None:
    assert share(5, 0) == 0


def test_days_until_the_reset_are_days_of_the_calendar() -> None:
    assert days_left(NOVEMBER, NOW) == 10


def test_the_reset_names_its_day(words: Words) -> None:
    assert resets(words, NOVEMBER, NOW) == "resets Tue 1 Dec · 10 days"

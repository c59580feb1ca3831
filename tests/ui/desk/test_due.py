"""How long is slept until something is due."""

from app.domain.instant import DAY, MINUTE, SECOND, Instant
from tests.support.ledgers import NOW
from ui.desk.due import sleep_ms


def test_what_is_soon_due_is_waited_for() -> None:
    assert sleep_ms(Instant(NOW + 12 * SECOND), NOW) == 12_000


def test_nobody_sleeps_longer_than_a_minute_for_the_clock_may_be_set() -> None:
    assert sleep_ms(Instant(NOW + 300 * MINUTE), NOW) == MINUTE // 1_000


def test_what_is_due_already_does_not_keep_the_computer_busy() -> None:
    assert sleep_ms(NOW, NOW) == SECOND // 1_000


def test_what_a_clock_gone_wrong_planned_is_not_waited_for() -> None:
    assert sleep_ms(Instant(NOW + 3 * DAY), NOW) == SECOND // 1_000

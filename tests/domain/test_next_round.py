from app.domain.instant import DAY, MINUTE, Instant
from app.domain.next_round import is_due

NOON = Instant(1_795_348_800 * 1_000_000)


def test_a_round_that_is_due_or_overdue_comes_at_once() -> None:
    assert all(is_due(planned, NOON) for planned in (None, NOON, Instant(NOON - 60 * MINUTE)))


def test_a_round_that_is_planned_is_waited_for() -> None:
    assert not is_due(Instant(NOON + 5 * MINUTE), NOON)


def test_a_plan_made_by_a_clock_gone_wrong_is_none() -> None:
    assert is_due(Instant(NOON + 3 * DAY), NOON)

"""Trust as a table of how rounds went."""

import pytest

from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import Trust
from app.domain.problem import Problem
from app.domain.trust import Rounds, trust_of

NOW = Instant(1_800_000_000_000_000)
OFFLINE = Failure("gone", kind=FailureKind.OFFLINE)
SIGN_IN = Failure("who?", kind=FailureKind.SIGN_IN)
BROKEN = Failure("what?", kind=FailureKind.BROKEN)


@pytest.mark.parametrize(
    ("age", "trouble", "expected"),
    [
        (0, None, Trust.FRESH),
        (DAY, None, Trust.FRESH),
        (DAY + 1, None, Trust.STALE),
        (-MINUTE, None, Trust.FRESH),
        (15 * MINUTE, OFFLINE, Trust.FRESH),
        (15 * MINUTE + 1, OFFLINE, Trust.OFFLINE),
        (DAY, OFFLINE, Trust.OFFLINE),
        (DAY + 1, OFFLINE, Trust.STALE),
        (60 * MINUTE, BROKEN, Trust.FRESH),
        (DAY + 1, BROKEN, Trust.STALE),
        (0, SIGN_IN, Trust.SIGN_IN),
        (9 * DAY, SIGN_IN, Trust.SIGN_IN),
        (None, None, Trust.STALE),
        (None, OFFLINE, Trust.STALE),
        (None, SIGN_IN, Trust.SIGN_IN),
    ],
)
def test_trust_follows_from_age_and_trouble(
    age: int | None, trouble: Problem | None, expected: Trust
) -> None:
    synced = None if age is None else Instant(NOW - age)
    assert trust_of(Rounds(synced, trouble), NOW) is expected


def test_without_a_connection_all_is_local() -> None:
    assert trust_of(None, NOW) is Trust.LOCAL

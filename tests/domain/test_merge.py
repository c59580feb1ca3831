"""Two reports of one record made one."""

from app.domain.event import Call, Direction, Source
from app.domain.instant import SECOND, Instant
from app.domain.merge import merged

#: 42 seconds after a full minute.
_AT = Instant(1_793_700_042 * SECOND)
_EXACT = Call(Source("hubspot", "9000001"), "17", _AT, 120_400_000, Direction.OUTBOUND)
_CUT = Instant(_AT - 42 * SECOND)


def test_a_report_that_rounds_takes_nothing_from_an_exact_one() -> None:
    rounded = _EXACT._replace(start=_CUT, talk_us=120 * SECOND, name="Ada")
    assert merged(_EXACT, rounded) == _EXACT._replace(name="Ada")
    assert merged(rounded, _EXACT) == _EXACT._replace(name="Ada")


def test_a_round_length_alone_is_an_edit() -> None:
    edited = _EXACT._replace(talk_us=120 * SECOND)
    assert merged(_EXACT, edited) == edited


def test_another_length_is_an_edit_whoever_rounds() -> None:
    longer = _EXACT._replace(start=_CUT, talk_us=300 * SECOND)
    assert merged(_EXACT, longer) == _EXACT._replace(talk_us=300 * SECOND)

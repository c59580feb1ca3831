import pytest

from app.domain.instant import SECOND
from app.domain.record_dates import check_date, no_date
from app.domain.unreadable import UnreadableRecord

BEGINS, ENDS = 631_152_000 * SECOND, 4_133_980_800 * SECOND


@pytest.mark.parametrize("at", [BEGINS, ENDS - 1])
def test_a_record_may_be_of_1990_to_2100(at: int) -> None:
    assert check_date(at, "") == at


@pytest.mark.parametrize("at", [BEGINS - 1, ENDS])
def test_a_record_of_another_century_is_refused(at: int) -> None:
    with pytest.raises(UnreadableRecord, match="not between the years 1990 and 2100"):
        check_date(at, "1889")


def test_a_missing_date_is_told_from_an_odd_one() -> None:
    assert (no_date(" ").reason, no_date("soon").places) == (
        "The date is missing", {"value": "soon"},
    )  # fmt: skip

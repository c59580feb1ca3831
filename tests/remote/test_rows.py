import pytest

from app.domain.failure import FailureKind
from app.remote.rows import Otherwise, Row, row_of

_TABLE = {429: Row(FailureKind.BUSY, "busy"), 502: Row(FailureKind.OFFLINE, "gateway")}
_OTHERWISE = Otherwise("elsewhere", "broken", Row(FailureKind.REFUSED, "refused"))


@pytest.mark.parametrize("status", [429, 502])
def test_a_status_in_the_table_is_its_row(status: int) -> None:
    assert row_of(status, _TABLE, _OTHERWISE) == _TABLE[status]


@pytest.mark.parametrize(
    ("status", "message"),
    [(300, "elsewhere"), (399, "elsewhere"), (400, "refused"), (499, "refused"), (500, "broken")],
)
def test_any_other_status_is_what_its_hundred_means(status: int, message: str) -> None:
    assert row_of(status, _TABLE, _OTHERWISE).message == message

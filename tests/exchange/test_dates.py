"""Points in time as export files write them."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import instant, iso
from app.domain.problem import Problem, UsageProblem
from app.domain.unreadable import UnreadableRecord
from app.exchange.dates import DAY_FIRST, ISO, MONTH_FIRST, order_of, reader, zone_named

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-02T15:04:05Z",
        "2026-11-02 15:04:05",
        " 2026-11-02 15:04:05 ",
        "2026/11/02 15:04:05",
        "2026-11-02T16:04:05+01:00",
        "Mon, 02 Nov 2026 15:04:05 +0000",
        "2 Nov 2026 15:04:05 GMT",
        "02.11.2026 15:04:05",
        "2026-11-02 15:04:05 UTC",
        "1793631845",
        "1793631845000",
    ],
)
def test_one_moment_is_read_in_many_spellings(text: str) -> None:
    assert iso(reader(UTC)(text)) == "2026-11-02T15:04:05Z"


def test_a_time_without_a_zone_is_in_the_zone_given() -> None:
    assert iso(reader(BERLIN)("2026-07-02 15:04:05.250")) == "2026-07-02T13:04:05.250000Z"


def test_the_first_of_two_equal_local_times_is_taken() -> None:
    assert iso(reader(BERLIN)("2026-10-25 02:30:00")) == "2026-10-25T00:30:00Z"


def test_a_local_time_that_never_was_keeps_the_offset_before_it() -> None:
    assert iso(reader(BERLIN)("2026-03-29 02:30:00")) == "2026-03-29T01:30:00Z"


def test_the_order_says_which_of_two_numbers_is_the_day() -> None:
    assert iso(reader(UTC, DAY_FIRST)("03/04/2026 3:04 PM")) == "2026-04-03T15:04:00Z"
    assert iso(reader(UTC, MONTH_FIRST)("03/04/2026 12:04 am")) == "2026-03-04T00:04:00Z"


def test_a_pattern_reads_what_nobody_foresaw() -> None:
    assert iso(reader(UTC, "%Y|%d|%m %H")("2026|02|11 15")) == "2026-11-02T15:00:00Z"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-13-02", "1989-12-31", "2101-01-01", "31.02.2026", "03/04/2026", "9" * 5000],
)
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableRecord):
        reader(UTC)(text)


def test_one_date_with_a_day_past_the_twelfth_proves_the_order() -> None:
    assert order_of(["03/04/2026", "13/04/2026"], "x") == DAY_FIRST
    assert order_of(["03/04/2026", "04/13/2026"], "x") == MONTH_FIRST
    assert order_of(["2026-11-02 15:04", "", "soon"], "x") == ISO


def test_dates_that_prove_nothing_are_asked_about() -> None:
    with pytest.raises(Problem, match="two ways, such as 03/04/2026"):
        order_of(["03/04/2026", "05/06/2026"], "aircall-calls")


def test_a_place_nobody_knows_is_no_zone() -> None:
    with pytest.raises(UsageProblem, match="Europe/Berlin"):
        zone_named("Middle/Earth")


@given(st.timedeltas(timedelta(0), timedelta(days=40_000)))
def test_every_iso_moment_is_read_exactly(since: timedelta) -> None:
    moment = datetime(1990, 1, 2, tzinfo=UTC) + since
    assert reader(UTC)(str(moment.replace(tzinfo=None))) == instant(moment)


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with suppress(UnreadableRecord):
        assert reader(BERLIN)(text)

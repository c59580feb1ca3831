"""Seats and the pool they make."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.cycle import cycle_at
from app.domain.instant import BEGINNING, Instant, instant
from app.domain.pool import AnnualSeats, SeatCount, SeatStatement, allowance_of, seats_in_cycle


def at(month: int, day: int, hour: int = 0) -> Instant:
    return instant(datetime(2026, month, day, hour, tzinfo=UTC))


NOVEMBER = cycle_at(at(11, 5), zone="UTC")
BERLIN = cycle_at(at(11, 5), zone="Europe/Berlin")
TOTALS = st.lists(st.tuples(st.integers(9, 12), st.integers(0, 9), st.integers(0, 9)), max_size=6)


def test_three_committed_and_two_additional_seats_make_the_published_pool() -> None:
    seats = seats_in_cycle(NOVEMBER, [SeatStatement(BEGINNING, 3, 2)])
    assert seats == SeatCount(3, 2)
    assert (allowance_of(seats, 250), allowance_of(seats, 50)) == (1250, 250)


def test_until_seats_are_given_one_committed_seat_is_assumed() -> None:
    seats = seats_in_cycle(NOVEMBER, [])
    assert seats == SeatCount(1, 0, assumed=True)
    assert allowance_of(seats, 250) == 250


def test_a_statement_says_nothing_about_the_cycles_before_it() -> None:
    assert seats_in_cycle(NOVEMBER, [SeatStatement(NOVEMBER.end, 5, 0)]).assumed


def test_a_statement_holds_until_the_next_one() -> None:
    statements = [SeatStatement(at(9, 1), 4, 0), SeatStatement(at(12, 1), 9, 0)]
    assert seats_in_cycle(NOVEMBER, statements) == SeatCount(4, 0)


def test_a_seat_that_joins_on_the_last_day_adds_a_full_share() -> None:
    statements = [SeatStatement(BEGINNING, 3, 2), SeatStatement(at(11, 30, 23), 3, 3)]
    assert allowance_of(seats_in_cycle(NOVEMBER, statements), 250) == 1500


def test_a_seat_that_leaves_on_the_first_day_still_counts() -> None:
    statements = [SeatStatement(BEGINNING, 3, 2), SeatStatement(at(11, 1, 9), 3, 0)]
    assert seats_in_cycle(NOVEMBER, statements) == SeatCount(3, 2)


def test_a_seat_that_leaves_as_the_cycle_starts_has_no_day_of_it() -> None:
    statements = [SeatStatement(BEGINNING, 3, 2), SeatStatement(NOVEMBER.start, 3, 0)]
    assert seats_in_cycle(NOVEMBER, statements) == SeatCount(3, 0)


def test_of_equal_totals_the_latest_holds() -> None:
    statements = [SeatStatement(BEGINNING, 3, 2), SeatStatement(at(11, 9), 5, 0)]
    assert seats_in_cycle(NOVEMBER, statements) == SeatCount(5, 0)


def test_of_statements_with_one_start_the_last_holds() -> None:
    statements = [SeatStatement(at(11, 9), 8, 0), SeatStatement(at(11, 9), 2, 0)]
    assert seats_in_cycle(NOVEMBER, statements) == SeatCount(2, 0)


def test_seats_without_the_bundle_bring_nothing() -> None:
    seats = seats_in_cycle(NOVEMBER, [SeatStatement(BEGINNING, 3, 2, without_bundle=2)])
    assert seats == SeatCount(3, 2, without_bundle=2)
    assert allowance_of(seats, 250) == 750


def test_annual_seats_that_nobody_uses_any_more_bring_their_share() -> None:
    # Three committed, one of them unused, one additional, and one deactivated but paid for.
    stated = [SeatStatement(BEGINNING, 3, 1)]
    seats = seats_in_cycle(NOVEMBER, stated, [AnnualSeats(at(1, 1), date(2027, 2, 1), 1)])
    assert (allowance_of(seats, 250), allowance_of(seats, 50)) == (1250, 250)


def test_of_several_statements_the_one_that_brings_most_holds() -> None:
    statements = [SeatStatement(at(9, 1), 3, 0), SeatStatement(at(11, 9), 5, 0, without_bundle=4)]
    assert seats_in_cycle(NOVEMBER, statements) == SeatCount(3, 0)


def test_annual_seats_come_on_top_until_the_last_day_of_their_term() -> None:
    statements = [SeatStatement(BEGINNING, 3, 0)]
    term = [AnnualSeats(at(1, 1), date(2026, 11, 1), 2)]
    assert allowance_of(seats_in_cycle(NOVEMBER, statements, term), 250) == 1250


def test_annual_seats_whose_term_ended_the_day_before_are_gone() -> None:
    term = [AnnualSeats(at(1, 1), date(2026, 10, 31), 2)]
    assert seats_in_cycle(NOVEMBER, [], term).annual == 0


def test_the_last_day_of_a_term_ends_in_the_zone_of_the_cycle() -> None:
    # 31 October ends in Berlin at 23:00 UTC, which is where its November begins.
    term = [AnnualSeats(at(1, 1), date(2026, 10, 31), 2)]
    assert seats_in_cycle(BERLIN, [], term).annual == 0


def test_annual_seats_that_start_later_or_never_run_do_not_count() -> None:
    later = AnnualSeats(NOVEMBER.end, date(2027, 1, 1), 2)
    never = AnnualSeats(at(11, 20), date(2026, 11, 5), 2)
    assert seats_in_cycle(NOVEMBER, [], [later, never]) == SeatCount(1, 0, assumed=True)


def test_a_term_may_be_without_end() -> None:
    assert seats_in_cycle(NOVEMBER, [], [AnnualSeats(at(1, 1), date.max, 2)]).annual == 2


@given(TOTALS)
def test_no_cycle_has_more_seats_than_its_fullest_statement(
    stated: list[tuple[int, int, int]],
) -> None:
    statements = [SeatStatement(at(month, 10), one, two) for month, one, two in stated]
    seats = seats_in_cycle(NOVEMBER, statements)
    most = max((each.share for each in statements if each.start < NOVEMBER.end), default=1)
    assert seats.total <= most


@given(TOTALS)
def test_the_order_of_statements_with_different_starts_does_not_matter(
    stated: list[tuple[int, int, int]],
) -> None:
    statements = list({m: SeatStatement(at(m, 10), one, two) for m, one, two in stated}.values())
    assert seats_in_cycle(NOVEMBER, statements) == seats_in_cycle(NOVEMBER, statements[::-1])

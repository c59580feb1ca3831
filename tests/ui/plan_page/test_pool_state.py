"""The pool as a sum, to the digit."""

from dataclasses import replace

from app.domain.company import Licence, Role
from app.domain.meter import Level
from app.domain.plan_page import PlanPage
from app.wording.words import Words
from tests.support import plan_pages, states
from ui.plan_page.pool_state import PoolState, pool_state


def pool_of(words: Words, page: PlanPage) -> PoolState:
    state = pool_state(words, page)
    assert state is not None
    return state


def texts(state: PoolState) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in state.table.lines]


def test_three_committed_one_additional_and_one_annual_seat_make_1250_and_250(
    words: Words,
) -> None:
    assert texts(pool_of(words, plan_pages.owner())) == [
        ["Committed", "one unused", "3", "250", "750", "50", "150"],
        ["Additional, this cycle", "", "1", "250", "250", "50", "50"],
        ["Annual seat, deactivated", "paid to 30 Apr 2027", "1", "250", "250", "50", "50"],
        ["Pool", "", "5", "", "1,250", "", "250"],
    ]


def test_the_sum_is_written_out_in_words(words: Words) -> None:
    assert pool_of(words, plan_pages.owner()).sums == (
        "5 seats × 250 = 1,250 SMS",
        "5 seats × 50 = 250 MMS",
    )


def test_a_line_is_read_with_its_units(words: Words) -> None:
    spoken = [line.spoken for line in pool_of(words, plan_pages.owner()).table.lines]
    assert spoken[0] == "Committed one unused, 3 seats, 750 SMS, 150 MMS"
    assert spoken[-1] == "Pool, 5 seats, 1,250 SMS segments, 250 MMS segments"


def test_seats_without_the_bundle_bring_nothing(words: Words) -> None:
    bare = replace(
        plan_pages.licence(Licence.COMMITTED, 2),
        shares=tuple((kind, 0) for kind, _ in plan_pages.pool().per_seat),
        with_bundle=False,
    )
    pool = plan_pages.pool()
    page = replace(plan_pages.owner(), pool=replace(pool, lines=(*pool.lines, bare)))
    state = pool_of(words, page)
    assert texts(state)[3] == ["Committed", "without the bundle", "2", "0", "0", "0", "0"]
    assert state.sums[0] == "5 seats × 250 = 1,250 SMS"


def test_an_annual_seat_that_somebody_uses_is_not_called_deactivated(words: Words) -> None:
    pool = plan_pages.pool()
    lines = (*pool.lines[:2], replace(pool.lines[2], unused=0))
    page = replace(plan_pages.owner(), pool=replace(pool, lines=lines))
    assert texts(pool_of(words, page))[2][0] == "Annual seat"


def test_one_seat_less_is_told_with_what_it_would_have_meant(words: Words) -> None:
    less = pool_of(words, plan_pages.owner()).less
    assert less == "One seat less: pool 1,000 · this cycle would be 190 segments over by now"


def test_one_seat_less_that_still_fits_says_so(words: Words) -> None:
    quiet = plan_pages.in_force("aircall-us-ca", states.sms(200, Level.FINE), anchor_day=14)
    page = replace(plan_pages.owner(), plans=(plan_pages.calls(), quiet))
    assert pool_of(words, page).less.endswith("this cycle would still fit so far")


def test_an_agent_sees_the_pool_but_neither_its_edit_nor_a_seat_less(words: Words) -> None:
    state = pool_of(words, replace(plan_pages.agent(), role=Role.AGENT))
    assert (state.edit, state.less) == ("", "")


def test_a_taken_seat_is_said_to_be_taken(words: Words) -> None:
    assert pool_of(words, plan_pages.local()).note == "No seats were entered yet, so one is taken."


def test_a_plan_without_a_share_has_no_sum(words: Words) -> None:
    none = replace(plan_pages.pool(), per_seat=tuple((k, 0) for k, _ in plan_pages.pool().per_seat))
    assert pool_state(words, replace(plan_pages.owner(), pool=none)) is None
    assert pool_state(words, replace(plan_pages.owner(), pool=None)) is None

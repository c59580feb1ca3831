"""Reading calls: everything once, whatever happens to the pages meanwhile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.failure import Failure
from app.domain.instant import SECOND, Instant
from app.remote.aircall.place import DAY, HOUR
from tests.support.aircall_desk import Desk, desk
from tests.support.providers.aircall_company import ADA, NOON, call, company, filled, served
from tests.support.providers.place import Asked, Told
from tests.support.reading_rounds import Read, read_round


def asked_for_calls(here: Desk) -> list[Asked]:
    return [asked for asked in here.place.asked if asked.path == "/v1/calls"]


def test_a_first_round_reads_everything_newest_days_first() -> None:
    with desk(served(filled(company(), 900))) as here:
        read = here.read()
        assert read.facts == here.truth()
        assert [page.whole for page in read.pages[-2:]] == [False, True]
        days = [fact.start // SECOND for page in read.pages[:3] for fact in page.facts]
        assert min(days) > NOON - 36 * DAY
        assert read.pages[0].total == 900


def test_a_second_round_asks_for_the_last_hour_alone() -> None:
    with desk(served(filled(company(), 300))) as here:
        read = here.read()
        facts, asked = dict(read.facts), len(asked_for_calls(here))
        here.hands.now += 300
        here.read(read)
        (last,) = asked_for_calls(here)[asked:]
        assert int(last.query["from"]) == NOON - HOUR - 1
        assert read.facts == facts == here.truth()


def test_once_a_day_the_last_days_are_read_again_and_tell_deletions() -> None:
    with desk(served(filled(company(), 300))) as here:
        read = here.read()
        assert all(page.span is None for page in read.pages)
        here.hands.now += DAY
        page = here.calls.page(read.position, here.now())
        assert page.begins
        assert page.span == (
            (NOON - 2 * DAY + HOUR) * SECOND,
            (NOON + DAY - HOUR) * SECOND,
        )
        here.hands.now += 300
        assert here.calls.page(page.position, here.now()).span is None


def test_once_a_week_the_last_cycle_is_read_again() -> None:
    book = filled(company(), 300)
    book.add(call(7, NOON - 20 * DAY))
    with desk(served(book)) as here:
        read = here.read()
        book.edit(7, ended=NOON - 20 * DAY + 500)
        here.hands.now += 6 * DAY
        here.read(read)
        here.hands.now += DAY
        page = here.read(read).pages[-1]
        assert page.span is not None
        assert page.span.start == (NOON + (7 - 35) * DAY + HOUR) * SECOND
        assert read.facts["7"] == here.truth()["7"]


@settings(max_examples=15)
@given(pages=st.integers(1, 9), deleted=st.lists(st.integers(0, 399), unique=True, max_size=120))
def test_deletions_between_two_pages_lose_no_other_call(pages: int, deleted: list[int]) -> None:
    with desk(served(filled(company(), 400, days=30))) as here:
        read, book = here.read(pages=pages), here.book
        for number in deleted:
            book.remove(100_000 + number)
        here.read(read)
        truth = here.truth()
        assert {number: read.facts[number] for number in truth} == truth


@settings(max_examples=15)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(0, 5 * DAY))
def test_calls_that_come_in_meanwhile_are_read_in_the_next_round(
    stops: list[int], away: int
) -> None:
    with desk(served(filled(company(), 400, days=60))) as here:
        read, book = Read(), here.book
        for number, pages in enumerate(stops):
            here.read(read, pages)
            book.add(call(number, int(here.hands.now) - 200))
            here.hands.now += away
        here.read(here.read(read))
        assert read.facts == here.truth()


@pytest.mark.parametrize("capped", [False, True])
def test_more_calls_than_a_list_gives_are_read_in_shorter_windows(*, capped: bool) -> None:
    aircall = served(filled(company(), 12_500, days=30), capped=capped)
    with desk(aircall) as here:
        read = here.read()
        assert here.read(read).facts == here.truth()
        assert read.pages[0].total == (None if capped else 12_500)
        assert all(int(asked.query["page"]) <= 200 for asked in asked_for_calls(here))


def test_what_began_within_one_second_is_read_as_far_as_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.remote.aircall.calls.CEILING", 500)
    monkeypatch.setattr("tests.support.providers.aircall.CEILING", 500)
    book = company()
    for number in range(520):
        book.add(call(number, NOON - 9_000))
    with desk(served(book)) as here:
        read = here.read()
        assert len(read.facts) == 500
        assert read.pages[-1].whole


def test_a_call_is_a_fact_once_it_has_ended() -> None:
    book = company()
    book.add(call(5, NOON - 60))
    with desk(served(book)) as here:
        read = here.read()
        assert (read.facts, read.unfinished) == ({}, {"5"})
        here.hands.now += 300
        read.take(here.calls.again(["5"], here.now()))
        assert (list(read.facts), read.unfinished) == (["5"], set())
        assert read.facts == here.truth()


def test_a_call_that_was_deleted_before_it_was_read_again_is_gone() -> None:
    with desk(served(company())) as here:
        assert here.calls.again(["5"], here.now()).gone == ["5"]


def test_only_a_call_that_aircall_has_no_more_is_gone() -> None:
    book = company()
    book.add(call(5, NOON - DAY, created=NOON - DAY + 2))
    with desk(served(book)) as here:
        started = Instant((NOON - DAY) * SECOND)
        assert not here.calls.is_gone("5", started)
        book.remove(5)
        assert here.calls.is_gone("5", started)
        assert not here.calls.is_gone("made:0815", started)


def test_an_edit_is_read_again_with_the_last_days() -> None:
    book = filled(company(), 100, days=5)
    book.add(call(7, NOON - 2 * DAY))
    with desk(served(book)) as here:
        read = here.read()
        book.edit(7, ended=NOON - 2 * DAY + 500)
        here.hands.now += DAY - 3 * HOUR
        here.read(read)
        assert read.facts["7"].talk_us == 125 * SECOND  # type: ignore[union-attr]
        here.hands.now += 3 * HOUR
        here.read(read)
        assert read.facts == here.truth()


def test_a_clock_that_is_hours_slow_misses_no_call() -> None:
    with desk(served(filled(company(), 300))) as here:
        read = Read()
        for number in (1, 2, 3):
            here.book.add(call(number, int(here.hands.now) - 200))
            read_round(here.calls, lambda: Instant(here.now() - 9 * HOUR * SECOND), read)
            assert read.facts == here.truth()
            here.hands.now += 2 * HOUR


def test_a_clock_that_was_ahead_for_a_while_loses_no_call() -> None:
    book = filled(company(), 100)
    with desk(served(book)) as here:
        read = here.read()
        real = here.hands.now
        read = Read(here.calls.page(read.position, Instant((NOON + 900 * DAY) * SECOND)).position)
        book.add(call(9, int(real) + DAY))
        here.hands.now = real + 3 * DAY
        assert "9" in here.read(read).facts


def test_a_link_to_another_place_is_not_followed() -> None:
    def elsewhere(number: int, asked: Asked, told: Told) -> Told:
        if "meta" in told.body and told.body["meta"]["next_page_link"]:
            page = told.body["meta"]["current_page"] + 1
            told.body["meta"]["next_page_link"] = f"https://198.51.100.7/elsewhere?page={page}"
        return told

    with desk(served(filled(company(), 130, days=20))) as here:
        here.place.spoil = elsewhere
        assert here.read().facts == here.truth()


@pytest.mark.parametrize("link", ["https://api.aircall.io/v1/calls?page=1", "?page=9", "http://["])
def test_a_link_that_leads_round_in_circles_ends_the_round(link: str) -> None:
    def circle(number: int, asked: Asked, told: Told) -> Told:
        told.body["meta"]["next_page_link"] = link
        return told

    with desk(served(filled(company(), 130, days=20))) as here:
        here.place.spoil = circle
        with pytest.raises(Failure, match="not what Talktally expects"):
            here.read()


def test_another_page_than_the_one_asked_for_is_not_taken() -> None:
    pages: dict[str, Told] = {}

    def again(number: int, asked: Asked, told: Told) -> Told:
        return pages.setdefault(asked.path, told)

    with desk(served(filled(company(), 130, days=20))) as here:
        here.place.spoil = again
        with pytest.raises(Failure, match="not what Talktally expects"):
            here.read()
        here.place.spoil = None
        assert here.read().facts == here.truth()


def test_records_name_users_as_this_ledger_does() -> None:
    book = company()
    book.add(call(5, NOON - DAY, user=ADA))
    with desk(served(book)) as here:
        (part,) = here.reader.parts({str(ADA): "Ada (Sales)"})
        read = Read()
        while not read.pages or read.pages[-1].more:
            read.take(part.page(read.position, here.now()))
            read.position = read.pages[-1].position
        assert read.facts["5"].agent == "Ada (Sales)"

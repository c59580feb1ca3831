"""Pages are fetched one after the other, some ahead, and come in order or not at all."""

from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.remote.pages import Page
from app.sync.accounts.ahead import fetching_ahead, joined
from tests.support.ledgers import NOW, call

LAST = 30


def page_after(position: str, *, gone: frozenset[int] = frozenset()) -> Page:
    number = int(position or 0)
    fact = call(external_id=str(number))
    deleted = (str(number),) if number in gone else ()
    return Page((fact,), str(number + 1), number < LAST, read=1, gone=deleted)


@given(st.frozensets(st.integers(0, LAST)))
def test_every_page_comes_once_and_in_order(gone: frozenset[int]) -> None:
    position, more, seen = "", True, list[str]()
    with fetching_ahead(lambda place: page_after(place, gone=gone)) as ahead:
        while more:
            pages = ahead.pages(position)
            assert not any(page.gone for page in pages[:-1])
            page = joined(pages)
            assert page.read == len(page.facts) == len(pages)
            seen += [fact.external_id for fact in page.facts]
            position, more = page.position, page.more
    assert seen == [str(number) for number in range(LAST + 1)]


def test_pages_stored_together_keep_what_each_says_is_final() -> None:
    first, second = page_after("1"), page_after("2")
    assert joined([first, second]).settled is None
    told = joined([first._replace(settled=["a"]), second._replace(settled=["b"])])
    assert told.settled == ["a", "b"]


def test_no_more_than_a_few_lie_ready() -> None:
    asked: list[str] = []
    full = Event()

    def fetch(position: str) -> Page:
        asked.append(position)
        if len(asked) == 5:
            full.set()
        return page_after(position)

    with fetching_ahead(fetch) as ahead:
        first = ahead.pages("")
        assert full.wait(30)
    assert len(asked) <= len(first) + 5


def test_an_error_waits_until_what_came_before_it_is_taken() -> None:
    failed = Event()

    def fetch(position: str) -> Page:
        if position == "2":
            failed.set()
            raise ValueError(position)
        return page_after(position)

    with fetching_ahead(fetch) as ahead:
        pages = ahead.pages("")
        assert failed.wait(30)
        while pages[-1].position != "2":
            pages += ahead.pages(pages[-1].position)
        with pytest.raises(ValueError, match="2"):
            ahead.pages("2")


def test_what_is_on_its_way_is_dropped_when_somebody_else_read_on() -> None:
    with fetching_ahead(page_after) as ahead:
        ahead.pages("")
        assert ahead.pages("20")[0].facts[0].external_id == "20"


def test_a_question_in_between_is_asked_by_the_same_thread() -> None:
    with fetching_ahead(page_after) as ahead:
        pages = ahead.pages("")
        assert ahead.ask(lambda: NOW) == NOW
        assert ahead.pages(pages[-1].position)[0].facts[0].external_id == pages[-1].position

"""Twilio Connect by person: linked and no longer, from the dates that were said."""

from app.domain.instant import END, Instant
from app.server.book.links import Linked, LinkStated, stretches
from tests.support.plan_book import book_of, owner_of, state
from tests.support.server_app import ServerApp


def stated(*words: tuple[int, bool]) -> list[LinkStated]:
    return [LinkStated("kim", "Kim", Instant(start), linked) for start, linked in words]


def linked(*words: tuple[int, bool]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in stretches(stated(*words))]


def test_a_link_goes_on_until_it_is_ended() -> None:
    assert linked((5, True)) == [(5, END)]
    assert linked((5, True), (9, False)) == [(5, 9)]


def test_a_link_may_come_back() -> None:
    assert linked((5, True), (9, False), (12, True)) == [(5, 9), (12, END)]


def test_the_same_word_twice_is_one_stretch() -> None:
    assert linked((5, True), (7, True), (9, False)) == [(5, 9)]


def test_statements_may_come_in_any_order() -> None:
    assert linked((9, False), (5, True)) == [(5, 9)]


def test_of_two_statements_with_one_start_the_later_holds() -> None:
    assert linked((5, True), (5, False)) == []


def test_nobody_is_linked_by_the_word_about_somebody_else() -> None:
    said = [*stated((5, True)), LinkStated("sam", "Sam", Instant(7), linked=False)]
    assert stretches(said) == [Linked("kim", "Kim", Instant(5), END)]


def test_a_person_is_linked_from_now_on(server: ServerApp) -> None:
    owner = owner_of(server)
    book = state(server, owner, f"plan/links/{owner.id}", {"linked": True})
    assert [(each.name, each.end) for each in book.links] == [("Robin", None)]
    server.pass_time(60)
    book = state(server, owner, f"plan/links/{owner.id}", {"linked": False})
    assert book.links[0].start is not None
    assert str(book.links[0].end) == "2026-11-21 14:05:00+00:00"


def test_what_changes_nothing_makes_no_revision_and_no_line(server: ServerApp) -> None:
    owner = owner_of(server)
    links = f"plan/links/{owner.id}"
    first = state(server, owner, links, {"linked": True})
    before = server.ask("GET", f"{owner.path}/audit", owner).json()
    server.pass_time(60)
    assert state(server, owner, links, {"linked": True}) == first
    assert server.ask("GET", f"{owner.path}/audit", owner).json() == before


def test_whoever_was_never_linked_is_not_unlinked(server: ServerApp) -> None:
    owner = owner_of(server)
    before = book_of(server, owner)
    assert state(server, owner, f"plan/links/{owner.id}", {"linked": False}) == before


def test_an_earlier_date_of_the_same_word_is_a_change(server: ServerApp) -> None:
    owner = owner_of(server)
    links = f"plan/links/{owner.id}"
    first = state(server, owner, links, {"linked": True})
    earlier = {"linked": True, "since": "2026-11-01T00:00:00Z"}
    assert state(server, owner, links, earlier).revision > first.revision

"""An Aircall company that was renamed there is the same company here, and none of its calls two."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.add_account import Added, add_account
from app.actions.check_account import Checked
from app.actions.renew_key import renew_key
from app.actions.verify import verify
from app.domain.problem import UsageProblem
from app.ledger.connections.accounts import remove_connection
from tests.support.connected import Connected
from tests.support.ledgers import NOW
from tests.support.providers.aircall_book import Book
from tests.support.worlds import World, aircall_world, facts_of

NEW_NAME = "Better Example GmbH"


@pytest.fixture
def world() -> World:
    return aircall_world(60)


@pytest.fixture
def desk(tmp_path: Path, world: World) -> Iterator[Connected]:
    with world.desk(tmp_path) as (desk, _):
        desk.good_round()
        yield desk


@pytest.fixture
def book(world: World, desk: Connected) -> Book:
    found: Book = world.provider.book
    found.company = NEW_NAME
    return found


def renewed(world: World, desk: Connected) -> Checked:
    wait, number = world.time.wait, desk.connection.id
    return renew_key(desk.ledger, desk.secrets, number, world.key, opener=desk.opener, wait=wait)


def added_again(world: World, desk: Connected) -> Added:
    new = replace(world.new(desk.connection.address), account="", name="Again")
    wait = world.time.wait
    return add_account(desk.ledger, desk.secrets, new, now=NOW, opener=desk.opener, wait=wait)


def test_a_new_key_of_a_renamed_company_is_taken(world: World, desk: Connected, book: Book) -> None:
    told = renewed(world, desk).connection
    assert (told.account, told.title) == (world.account, NEW_NAME)


def test_a_key_of_a_company_of_other_people_is_refused(
    world: World, desk: Connected, book: Book
) -> None:
    book.users = {n + 1000: replace(user, id=n + 1000) for n, user in book.users.items()}
    with pytest.raises(UsageProblem, match="another account"):
        renewed(world, desk)


def test_a_renamed_company_is_not_connected_twice(
    world: World, desk: Connected, book: Book
) -> None:
    with pytest.raises(UsageProblem, match="connected already"):
        added_again(world, desk)


def test_a_renamed_company_that_was_removed_brings_nothing_twice(
    world: World, desk: Connected, book: Book
) -> None:
    before = facts_of(desk.ledger)
    with desk.ledger.writing() as writing:
        remove_connection(writing, desk.connection.id)
    desk.connection = added_again(world, desk).connection
    assert desk.good_round().new == 0
    assert facts_of(desk.ledger) == before
    assert verify(desk.ledger).ok


def test_another_company_is_an_account_of_its_own(
    world: World, desk: Connected, book: Book
) -> None:
    for number in list(book.calls):
        book.remove(number)
    assert added_again(world, desk).connection.account == NEW_NAME

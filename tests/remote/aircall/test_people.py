"""The users of a company and their numbers."""

from app.domain.connection import RemotePerson
from tests.support.aircall_desk import desk
from tests.support.providers.aircall_book import User
from tests.support.providers.aircall_company import ADA, company, served
from tests.support.providers.place import Asked, Told


def test_users_come_with_the_numbers_that_are_theirs_alone() -> None:
    with desk(served(company())) as here:
        ada, ben = here.reader.people()
    assert ada == RemotePerson(str(ADA), "Ada Agent", "ada@example.com", numbers=("+12125550100",))
    assert ben.numbers == ("+12125550101",)


def test_more_users_than_a_page_has_are_all_read() -> None:
    book = company()
    book.users |= {number: User(number, f"User {number}", "") for number in range(500, 620)}
    with desk(served(book)) as here:
        assert len(here.reader.people()) == 122
        assert [asked.query["page"] for asked in here.place.asked[1:]] == ["1", "2", "3"]


def test_the_older_list_is_read_where_there_is_no_newer_one() -> None:
    with desk(served(company(), old=True)) as here:
        assert [person.name for person in here.reader.people()] == ["Ada Agent", "Ben Agent"]
        assert [asked.path for asked in here.place.asked[1:]] == ["/v2/users", "/v1/users"]


def test_a_user_without_a_name_goes_by_the_address() -> None:
    book = company()
    book.users = {7: User(7, " ", "solo@example.com")}
    with desk(served(book)) as here:
        (person,) = here.reader.people()
        assert person.name == "solo@example.com"


def test_an_odd_user_does_not_hide_the_others() -> None:
    def odd(number: int, asked: Asked, told: Told) -> Told:
        if asked.path == "/v2/users":
            told.body["users"].insert(0, {"id": "nobody"})
        if asked.path == "/v1/numbers":
            told.body["numbers"].insert(0, None)
        return told

    with desk(served(company())) as here:
        here.place.spoil = odd
        assert [person.name for person in here.reader.people()] == ["Ada Agent", "Ben Agent"]

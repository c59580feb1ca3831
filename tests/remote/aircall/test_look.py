"""Who a key belongs to, and what is said of one that is not accepted."""

import pytest

from app.domain.connection import Key
from app.domain.failure import Failure, FailureKind
from tests.support.aircall_desk import desk
from tests.support.providers.aircall_company import company, served
from tests.support.providers.place import Asked, Told


def test_a_key_opens_the_company_it_belongs_to() -> None:
    with desk(served(company())) as here:
        found = here.reader.look()
        assert (found.account, found.title, found.lacking) == ("Example GmbH", "Example GmbH", ())


def test_a_wrong_key_is_told_from_a_missing_right() -> None:
    with desk(served(company()), Key("key-id", "another")) as here:
        with pytest.raises(Failure, match="does not know this API id and token") as told:
            here.reader.look()
        assert told.value.kind is FailureKind.SIGN_IN
        assert "another" not in repr(told.value) + str(told.value.places)


def test_a_question_that_lost_its_key_is_told_in_other_words() -> None:
    with desk(served(company())) as here:
        here.place.spoil = lambda *_: Told(401, {"error": "Unauthorized"})
        with pytest.raises(Failure, match="got no API id and token") as told:
            here.reader.look()
        assert told.value.kind is FailureKind.SIGN_IN


@pytest.mark.parametrize(
    ("status", "kind", "asked"),
    [
        (404, FailureKind.REFUSED, 1),
        (410, FailureKind.REFUSED, 1),
        (422, FailureKind.REFUSED, 1),
        (302, FailureKind.BROKEN, 1),
        (500, FailureKind.BROKEN, 5),
        (503, FailureKind.BROKEN, 5),
    ],
)
def test_what_cannot_pass_by_itself_is_asked_once(
    status: int, kind: FailureKind, asked: int
) -> None:
    with desk(served(company())) as here:
        here.place.spoil = lambda *_: Told(status, {}, {"location": "https://example.com/"})
        with pytest.raises(Failure) as told:
            here.reader.look()
        assert (told.value.kind, len(here.place.asked)) == (kind, asked)


def test_a_company_without_a_name_is_no_aircall() -> None:
    def nameless(number: int, asked: Asked, told: Told) -> Told:
        return Told(200, {"company": {}})

    with desk(served(company())) as here:
        here.place.spoil = nameless
        with pytest.raises(Failure, match="not what Talktally expects"):
            here.reader.look()

"""What is asked of Aircall, and what the one on loopback answers, stand in its contract."""

import pytest

from app.domain.instant import SECOND, Instant
from tests.support.aircall_desk import desk
from tests.support.contract_of import ContractBroken, contract_of
from tests.support.providers.aircall_company import NOON, call, company, filled, served
from tests.support.providers.place import Asked, Told

CONTRACT = "aircall_subset.openapi.json"


def test_every_question_and_answer_stands_in_the_contract() -> None:
    contract = contract_of(CONTRACT)

    def check(number: int, asked: Asked, told: Told) -> None:
        contract.check(asked, told)

    book = filled(company(), 300)
    book.add(call(5, NOON - 60))
    with desk(served(book, limit=120)) as here:
        here.place.spoil = check
        here.reader.look()
        here.reader.people()
        read = here.read()
        here.calls.again([*read.unfinished], here.now())
        here.calls.is_gone("6", Instant((NOON - 60) * SECOND))
    assert contract.checked.keys() == {
        f"GET {path}"
        for path in (
            "/v1/ping", "/v1/company", "/v2/users", "/v1/numbers", "/v1/calls", "/v1/calls/{id}"
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [
        Asked("GET", "/v1/messages", {}, {}),
        Asked("POST", "/v1/calls", {}, {}),
        Asked("GET", "/v1/calls", {"since": "1"}, {}),
        Asked("GET", "/v1/calls", {"per_page": "51"}, {}),
        Asked("GET", "/v1/calls", {"order": "newest"}, {}),
        Asked("GET", "/v1/calls", {"page": "one"}, {}),
    ],
)
def test_a_question_that_the_contract_does_not_know_is_noticed(asked: Asked) -> None:
    with pytest.raises(ContractBroken):
        contract_of(CONTRACT).check_request(asked)


@pytest.mark.parametrize(
    "told",
    [
        Told(418, {}),
        Told(200, {"calls": []}),
        Told(200, {"meta": {}, "calls": [{"id": "x"}]}),
        Told(200, {"meta": {"next_page_link": 7}, "calls": []}),
    ],
)
def test_an_answer_that_the_contract_does_not_know_is_noticed(told: Told) -> None:
    with pytest.raises(ContractBroken):
        contract_of(CONTRACT).check_answer(Asked("GET", "/v1/calls", {}, {}), told)


def test_what_may_be_null_in_the_contract_may_be_null() -> None:
    link = {"next_page_link": None}
    told = Told(200, {"meta": link, "calls": []})
    contract_of(CONTRACT).check_answer(Asked("GET", "/v1/calls", {}, {}), told)

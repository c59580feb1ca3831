"""What is asked of HubSpot, and what the one on loopback answers, stand in its contract."""

import pytest

from tests.support.contract_of import contract_of
from tests.support.hubspot_desk import Desk, desk
from tests.support.providers.hubspot import KEY, RECORDS
from tests.support.providers.hubspot_limits import Limits
from tests.support.providers.place import Asked

CONTRACT = "hubspot_subset.openapi.json"
_DATED = {
    "GET /account-info/2026-09/details",
    "GET /crm/objects/2026-09/calls",
    "GET /crm/owners/2026-09",
    "POST /crm/objects/2026-09/calls/search",
    "POST /crm/objects/2026-09/communications/search",
}
_V3 = {
    "GET /account-info/v3/details",
    "GET /crm/v3/objects/calls",
    "GET /crm/v3/owners",
    "POST /crm/v3/objects/calls/search",
    "POST /crm/v3/objects/communications/search",
}


@pytest.mark.parametrize(("version", "paths"), [("", _DATED), ("v3", _V3)])
def test_every_question_and_answer_stands_in_the_contract(version: str, paths: set[str]) -> None:
    contract = contract_of(CONTRACT)
    with desk(version=version) as hubspot:
        hubspot.place.spoil = lambda _, asked, told: contract.check(asked, told)
        _everything(hubspot)
        hubspot.account.limits = Limits(lambda: hubspot.now, searches=1, questions=3)
        _everything(hubspot)
    assert contract.checked.keys() == paths


def test_refusals_stand_in_the_contract() -> None:
    contract = contract_of(CONTRACT)
    with desk() as hubspot:
        hubspot.account.let_in("narrow", RECORDS)
        for key, asked in [
            ("narrow", Asked("GET", "/crm/v3/owners", {}, {})),
            ("none", Asked("GET", "/crm/v3/owners", {}, {})),
            (KEY, Asked("GET", "/crm/v3/objects/calls", {"limit": "101"}, {})),
            (KEY, Asked("POST", "/crm/v3/objects/calls/search", {}, {}, {"limit": 300})),
        ]:
            told = hubspot.account.answer(asked._replace(headers=_signed(key)))
            assert told.status in {400, 401, 403}
            contract.check_answer(asked, told)


def test_nothing_is_found_past_ten_thousand() -> None:
    document = {"limit": 200, "after": "9900"}
    with desk() as hubspot:
        asked = Asked("POST", "/crm/v3/objects/calls/search", {}, _signed(KEY), document)
        told = hubspot.account.answer(asked)
    assert (told.status, told.body["message"]) == (400, "paging past 10,000 search results")


def _everything(hubspot: Desk) -> None:
    for number in hubspot.book.add(120):
        hubspot.book.archive(number)
    open_call = hubspot.book.call(hs_call_status="RINGING")
    hubspot.book.text()
    hubspot.reader.look()
    hubspot.reader.people()
    hubspot.round()
    hubspot.round("texts")
    hubspot.part().again([str(open_call)], hubspot.instant)


def _signed(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}

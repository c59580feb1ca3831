"""What is asked of Twilio, and what the one on loopback answers, stand in Twilio's own files."""

import re
from typing import Any

import pytest

from app.domain.instant import DAY, MINUTE, Instant
from tests.support.contract_of import ContractBroken, contract_of
from tests.support.providers.place import Asked, Told
from tests.support.providers.twilio_company import BELOW, NOON, SID, Hands, customer, fill, leg
from tests.support.providers.twilio_prices import MESSAGING, VOICE
from tests.support.twilio_desk import desk

API, VOICE_PRICES, TEXT_PRICES = (
    "twilio_api_v2010.trimmed.json",
    "twilio_pricing_v2.voice.json",
    "twilio_pricing_v1.messaging.json",
)
ACCOUNT = "/2010-04-01/Accounts/{AccountSid}"


def test_every_question_and_answer_stands_in_the_files() -> None:
    contracts = {"/2010": contract_of(API), "/v2/V": contract_of(VOICE_PRICES)}
    contracts["/v1/M"] = contract_of(TEXT_PRICES)
    heard: list[tuple[Asked, Told]] = []
    twilio = customer(Hands(), below=True)
    twilio.voice, twilio.messaging, twilio.page_size = VOICE, MESSAGING, 20
    with desk(twilio) as here:
        here.place.spoil = lambda _, asked, told: heard.append((asked, told))
        fill(here.account, 100)
        fill(twilio.accounts[BELOW], 10)
        here.account.calls.add(leg(1, Instant(NOON - MINUTE)))
        here.reader.look()
        here.everything()
        here.hands.move(DAY)
        here.read_again("calls")
        here.everything()
        here.part("texts").again([f"SM{5:032x}"], NOON)
        here.reader.balance(NOON)
        here.reader.usage(NOON)
        here.reader.prices(["US"], NOON)
    for asked, told in heard:
        contract = contracts[asked.path[:5]]
        contract.check_request(asked)
        if told.status == 200:
            contract.check_answer(asked, Told(body=forgiven(told.body)))
    checked = {name for contract in contracts.values() for name in contract.checked}
    assert checked >= {
        "GET /2010-04-01/Accounts.json", "GET /2010-04-01/Accounts/{Sid}.json",
        f"GET {ACCOUNT}/Calls.json", f"GET {ACCOUNT}/Calls/{{Sid}}.json",
        f"GET {ACCOUNT}/Messages.json", f"GET {ACCOUNT}/Messages/{{Sid}}.json",
        f"GET {ACCOUNT}/Balance.json", f"GET {ACCOUNT}/Usage/Records/ThisMonth.json",
        "GET /v2/Voice/Countries/{IsoCountry}",
        "GET /v1/Messaging/Countries/{IsoCountry}",
    }  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [
        Asked("GET", f"/2010-04-01/Accounts/{SID}/Recordings.json", {}, {}),
        Asked("POST", f"/2010-04-01/Accounts/{SID}/Calls.json", {}, {}),
        Asked("GET", f"/2010-04-01/Accounts/{SID}/Calls.json", {"Since": "1"}, {}),
        Asked("GET", f"/2010-04-01/Accounts/{SID}/Calls.json", {"PageSize": "1001"}, {}),
        Asked("GET", "/2010-04-01/Accounts/me/Calls.json", {}, {}),
    ],
)
def test_a_question_that_the_file_does_not_know_is_noticed(asked: Asked) -> None:
    with pytest.raises(ContractBroken):
        contract_of(API).check_request(asked)


def forgiven(found: Any, name: str = "") -> Any:
    """Mend what the file says otherwise than its own samples: whole links, prices as numbers."""
    if isinstance(found, dict):
        return {key: forgiven(each, key) for key, each in found.items()}
    if isinstance(found, list):
        return [forgiven(each, name) for each in found]
    if not isinstance(found, str):
        return found
    if re.search("uri$", name) and found.startswith("/"):
        return f"https://api.twilio.com{found}"
    return float(found) if name in ("base_price", "current_price") else found

"""Each provider connected by command: what its key may be, and what it may lack."""

from collections.abc import Iterator

import pytest

from app.domain.instant import SECOND, iso
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.providers.hubspot import KEY, OWNERS, RECORDS, HubSpot, hubspot
from tests.support.providers.place import Place, placed
from tests.support.providers.twilio import Twilio
from tests.support.providers.twilio_company import NOON, SID, TOKEN, customer, fill

pytestmark = pytest.mark.usefixtures("memory_keyring")


@pytest.fixture
def console(console: Console) -> Console:
    return Console(console.folder, {**console.environ, "TALKTALLY_NOW": iso(NOON)})


@pytest.fixture
def account() -> HubSpot:
    return hubspot(lambda: NOON / SECOND)


@pytest.fixture
def at_hubspot(account: HubSpot) -> Iterator[Place]:
    with placed(account) as place:
        yield place


@pytest.fixture
def twilio() -> Twilio:
    return customer(lambda: NOON)


@pytest.fixture
def at_twilio(twilio: Twilio) -> Iterator[Place]:
    with placed(twilio) as place:
        yield place


def _add(console: Console, place: Place, *words: str, key: str) -> str:
    base = ("--base-url", place.address)
    return console.done("account", "add", *words, *base, stdin=key.encode()).out


def test_hubspot_tells_zone_and_currency(console: Console, at_hubspot: Place) -> None:
    told = _add(console, at_hubspot, "hubspot", key=f"Bearer {KEY}\n")
    assert "Time zone: America/New_York · Currency: USD\n" in told


def test_rights_that_a_key_lacks_are_told_with_what_they_would_bring(
    console: Console, at_hubspot: Place, account: HubSpot
) -> None:
    account.keys[KEY] -= {OWNERS}
    told = _add(console, at_hubspot, "hubspot", key=KEY)
    assert "may not read people, so their names stay unknown." in told
    assert "Add the scope crm.objects.owners.read to the key." in told
    (shown,) = console.done("account", "list", "--json").json["accounts"]
    assert shown["lacking"] == ["people"]


def test_a_key_that_reads_no_calls_is_refused(
    console: Console, at_hubspot: Place, account: HubSpot, memory_keyring: MemoryKeyring
) -> None:
    account.keys[KEY] -= {RECORDS}
    base = ("--base-url", at_hubspot.address)
    refused = console.run("account", "add", "hubspot", *base, stdin=KEY.encode())
    assert refused.code != 0
    assert "crm.objects.contacts.read" in refused.err
    assert memory_keyring.kept == {}


def test_an_account_of_hubspot_is_told_by_its_number_and_its_texts_as_notes(
    console: Console, at_hubspot: Place, account: HubSpot
) -> None:
    account.book.text()
    told = _add(console, at_hubspot, "hubspot", key=KEY)
    assert told.startswith("HubSpot · account 12345678 is connected as HubSpot 12345678.\n")
    console.done("sync")
    listed = console.done("account", "list").out
    assert listed.startswith("HubSpot 12345678\n")
    note = 'name one for texts: talktally account set "HubSpot 12345678" --counts-toward PLAN'
    assert note in listed
    console.done("account", "set", "HubSpot 12345678", "--counts-toward", "none")
    assert note not in console.done("account", "list").out


@pytest.mark.parametrize("version", ["v3", "2026-09"])
def test_hubspots_paths_follow_the_version_that_was_said(
    console: Console, at_hubspot: Place, version: str
) -> None:
    _add(console, at_hubspot, "hubspot", "--path-version", version, key=KEY)
    console.done("sync")
    assert all(version in asked.path for asked in at_hubspot.asked)


def test_twilio_takes_the_account_from_the_first_line(console: Console, at_twilio: Place) -> None:
    told = _add(console, at_twilio, "twilio", key=f"{SID}\n{TOKEN}\n")
    assert told.startswith(f"Twilio · Example Ltd ({SID}) is connected as Example Ltd.\n")


def test_twilio_without_an_account_asks_for_it(console: Console, at_twilio: Place) -> None:
    base = ("--base-url", at_twilio.address)
    refused = console.run("account", "add", "twilio", *base, stdin=TOKEN.encode())
    assert refused.code == 2
    assert refused.err.startswith("The Account SID is missing.")
    assert at_twilio.asked == []


def test_what_twilio_counted_is_told_beside_the_ledger(
    console: Console, at_twilio: Place, twilio: Twilio
) -> None:
    fill(twilio.accounts[SID], 80)
    _add(console, at_twilio, "twilio", key=f"{SID}\n{TOKEN}\n")
    assert console.done("account", "list", "--json").json["accounts"][0]["month"] is None
    console.done("sync")
    month = console.done("account", "list", "--json").json["accounts"][0]["month"]
    assert month["twilio"] == month["ledger"]
    assert (month["from"], month["to"], month["subaccounts"]) == ("2026-11-01", "2026-11-22", True)
    assert month["price"] == {"amount": "0.50", "currency": "USD"}
    assert "1 – 22 Nov at Twilio (UTC): " in console.done("account", "list").out


def test_calls_behind_twilio_connect_are_billed(
    console: Console, at_twilio: Place, twilio: Twilio
) -> None:
    fill(twilio.accounts[SID], 40, days=10)
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    _add(console, at_twilio, "twilio", "--account", SID, "--behind-connect", key=TOKEN)
    console.done("sync")
    behind = console.meter("minutes")
    console.done("account", "set", "Example Ltd", "--no-behind-connect")
    usual = console.meter("minutes")
    assert (behind["used"], usual["billed"]) == (0, 0)
    assert behind["billed"] == usual["used"] > 0


def test_records_that_count_toward_nothing_leave_the_meters_alone(
    console: Console, at_hubspot: Place, account: HubSpot
) -> None:
    account.book.add(30, days=5)
    console.done("plan", "use", "hubspot-professional")
    _add(console, at_hubspot, "hubspot", "--counts-toward", "none", key=KEY)
    console.done("sync")
    assert _used_by_all(console) == 0
    console.done("account", "set", "HubSpot 12345678", "--counts-toward", "")
    assert _used_by_all(console) > 0


def _used_by_all(console: Console) -> int:
    meters = console.done("status", "--agent", "all", "--json").json["meters"]
    return sum(each["used"] or 0 for each in meters)


def test_a_first_plan_has_the_zone_that_the_account_tells(
    console: Console, at_hubspot: Place
) -> None:
    _add(console, at_hubspot, "hubspot", key=KEY)
    console.done("plan", "use", "hubspot-professional")
    assert "America/New_York" in console.done("status").out
    console.done("plan", "use", "hubspot-professional", "--zone", "Europe/Berlin")
    assert "Europe/Berlin" in console.done("status").out

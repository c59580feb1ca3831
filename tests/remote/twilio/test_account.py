"""Who a key belongs to, what it may read, and what is left on the account."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.connection import Balance, Connection, Key, Options, Provider, Right
from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, Instant
from app.domain.problem import UsageProblem
from app.remote.http import Peer
from app.remote.twilio.connect import address_of, open_twilio, pricing_address_of
from tests.support.providers.place import Asked, Told
from tests.support.providers.twilio import Opens
from tests.support.providers.twilio_book import Account
from tests.support.providers.twilio_company import (
    BELOW,
    KEY,
    MAIN,
    NOON,
    RESTRICTED,
    SID,
    STANDARD_KEY,
    Hands,
    customer,
    leg,
)
from tests.support.twilio_desk import Desk, desk


@pytest.fixture
def here() -> Iterator[Desk]:
    with desk(customer(Hands(), below=True)) as opened:
        yield opened


def test_an_auth_token_opens_its_account_and_what_is_below_it(here: Desk) -> None:
    found = here.reader.look()
    assert (found.account, found.title, found.zone) == (SID, "Example Ltd", "UTC")
    assert (found.currency, found.lacking) == ("USD", ())
    assert [part.name for part in here.reader.parts({})] == [
        "calls", "texts", f"calls {BELOW}", f"texts {BELOW}",
    ]  # fmt: skip


def test_a_standard_key_lacks_the_account_and_reads_its_records() -> None:
    with desk(customer(Hands(), below=True), Key(STANDARD_KEY, "standard")) as here:
        found = here.reader.look()
        assert (found.account, found.title, found.lacking) == (SID, "AC0000…0001", (Right.ACCOUNT,))
        assert [part.name for part in here.reader.parts({})] == ["calls", "texts"]


def test_a_restricted_key_says_which_records_it_may_not_read() -> None:
    with desk(customer(Hands()), Key(RESTRICTED, "restricted")) as here:
        assert here.reader.look().lacking == (Right.TEXTS, Right.ACCOUNT)
        assert here.read().facts == {}
        with pytest.raises(Failure, match="may not read the messages") as told:
            here.read("texts")
        assert told.value.kind is FailureKind.REFUSED


def test_a_key_that_reads_no_records_at_all_is_refused(here: Desk) -> None:
    here.twilio.keys[SID] = Opens(KEY.word, SID, frozenset({"account"}))
    with pytest.raises(Failure, match="may not read the calls") as told:
        here.reader.look()
    assert told.value.kind is FailureKind.REFUSED


def test_a_main_key_that_opens_no_subaccount_lacks_the_account() -> None:
    with desk(customer(Hands(), below=True), Key(MAIN, "main")) as here:
        assert here.reader.look().lacking == (Right.ACCOUNT,)
        assert [part.name for part in here.reader.parts({})] == ["calls", "texts"]


def test_subaccounts_are_left_alone_where_a_person_wants_that() -> None:
    with desk(customer(Hands(), below=True), options=Options(subaccounts=False)) as here:
        assert here.reader.look().lacking == ()
        assert [part.name for part in here.reader.parts({})] == ["calls", "texts"]


def test_a_closed_subaccount_is_no_part(here: Desk) -> None:
    here.twilio.accounts[BELOW].status = "closed"
    assert [part.name for part in here.reader.parts({})] == ["calls", "texts"]


@pytest.mark.parametrize("key", [Key(SID, "wrong"), Key("SK" + "9" * 32, "main")])
def test_a_wrong_key_is_not_accepted(key: Key) -> None:
    with desk(customer(Hands()), key) as here:
        with pytest.raises(Failure, match="does not accept this key") as told:
            here.reader.look()
        assert told.value.kind is FailureKind.SIGN_IN
        assert key.word not in f"{told.value!r}{told.value.places}{here.reader!r}"


def test_a_key_that_was_taken_away_asks_to_sign_in_again(here: Desk) -> None:
    part = here.part("texts")
    here.twilio.revoke(SID)
    with pytest.raises(Failure) as told:
        part.page("", NOON)
    assert told.value.kind is FailureKind.SIGN_IN


@pytest.mark.parametrize("state", ["suspended", "closed"])
def test_an_account_that_gives_nothing_out_says_so(here: Desk, state: str) -> None:
    here.account.status = state
    with pytest.raises(Failure, match=f"is {state}") as told:
        here.reader.look()
    assert told.value.kind is FailureKind.REFUSED


def test_an_account_that_nobody_knows_is_told_by_its_sid(here: Desk) -> None:
    here.twilio.accounts.clear()
    with pytest.raises(Failure, match=f"does not know the account {SID}"):
        here.reader.look()


def test_a_subaccount_that_is_shut_does_not_ask_to_sign_in(here: Desk) -> None:
    part = here.part(f"calls {BELOW}")
    here.twilio.accounts[BELOW].status = "suspended"
    with pytest.raises(Failure, match=f"does not open the Twilio subaccount {BELOW}") as told:
        part.page("", NOON)
    assert told.value.kind is FailureKind.REFUSED


def test_the_balance_is_as_twilio_writes_it(here: Desk) -> None:
    assert here.reader.balance(NOON) == Balance("12.50", "USD", NOON)


def test_an_account_without_a_balance_has_none(here: Desk) -> None:
    here.account.balance = ""
    assert here.reader.balance(NOON) is None
    here.twilio.keys[SID] = Opens(KEY.word, SID, frozenset({"calls"}))
    assert here.reader.balance(NOON) is None


def test_a_balance_that_is_no_amount_is_nonsense(here: Desk) -> None:
    here.place.spoil = lambda *_: Told(body={"balance": "a lot", "currency": "USD"})
    with pytest.raises(Failure, match="not what Talktally expects"):
        here.reader.balance(NOON)


def test_accounts_below_are_named(here: Desk) -> None:
    assert here.reader.subaccounts() == ((BELOW, "Example Ltd, Connect", True),)


def test_subaccounts_come_in_pages_too(here: Desk) -> None:
    for number in range(3, 1503):
        sid = f"AC{number:032x}"
        here.twilio.accounts[sid] = Account(sid, f"Customer {number}", owner=SID)
    assert len(here.reader.subaccounts() or ()) == 1501


def test_accounts_of_others_are_no_subaccounts(here: Desk) -> None:
    odd = [None, {"sid": SID}, {"sid": "AC7"}, {"sid": BELOW, "owner_account_sid": "AC7"}, {}]
    here.place.spoil = lambda *_: Told(body={"accounts": odd, "next_page_uri": None})
    assert here.reader.subaccounts() == ()


def test_a_key_without_the_right_sees_no_subaccounts(here: Desk) -> None:
    here.twilio.keys[SID] = Opens(KEY.word, SID, frozenset({"calls"}))
    assert here.reader.subaccounts() is None


@pytest.mark.parametrize("ask", ["look", "subaccounts"])
def test_trouble_at_twilio_is_no_missing_right(here: Desk, ask: str) -> None:
    here.place.spoil = lambda *_: Told(422, {})
    with pytest.raises(Failure, match="does not accept what Talktally asks"):
        getattr(here.reader, ask)()


def test_an_account_without_a_sid_is_not_asked() -> None:
    connection = Connection(0, Provider.TWILIO, "Sales", "AC12")
    with Peer(address_of(connection)) as peer, pytest.raises(UsageProblem, match="AC12 is no"):
        open_twilio(peer, KEY, connection, pricing=lambda: peer, wait=lambda _: None)


def test_prices_have_a_server_of_their_own_unless_another_is_asked() -> None:
    own = Connection(0, Provider.TWILIO, "Sales", SID)
    assert (address_of(own), pricing_address_of(own)) == (
        "https://api.twilio.com", "https://pricing.twilio.com",
    )  # fmt: skip
    gateway = replace(own, address="https://gateway.example.com")
    assert {address_of(gateway), pricing_address_of(gateway)} == {"https://gateway.example.com"}


def test_tokens_of_subaccounts_are_read_by_nobody(here: Desk) -> None:
    assert "0" * 32 not in repr(here.reader.subaccounts()).replace(BELOW, "")


def test_what_twilio_counted_is_told_by_category(here: Desk) -> None:
    here.account.calls.add(leg(1, Instant(NOON - DAY), seconds=61))
    here.account.calls.add(leg(2, Instant(NOON - 40 * DAY), seconds=61))
    use = here.reader.usage(NOON)
    assert (str(use.start), str(use.end)) == ("2026-11-01", "2026-11-22")
    assert [int(use.used(each)) for each in ("calls", "calls-outbound", "new")] == [2, 2, 0]


def test_a_category_that_cannot_be_read_is_left_out(here: Desk) -> None:
    def spoil(_: int, __: Asked, told: Told) -> Told:
        told.body["usage_records"][0]["usage"] = "many"
        return told

    here.place.spoil = spoil
    assert "calls" not in {each.category for each in here.reader.usage(NOON).categories}

"""How connections are told."""

import pytest

from app.domain.accounts import Health, PartRead, RefusedRecord
from app.domain.connection import Balance, Options, Progress, Provider, Right, Waiting
from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.wording import accounts
from app.wording.sync_progress import progress_line, refused_line, waiting_line
from tests.support.accounts import a_connection, shown
from tests.support.meters import NOW
from tests.support.wordings import ENGLISH, GERMAN

_ZONE = "Europe/Berlin"
_BUSY = Failure("{server} is busy.", kind=FailureKind.BUSY, server="HubSpot")
_SIGN_IN = Failure("{server} refuses the key.", kind=FailureKind.SIGN_IN, server="HubSpot")


def _read(part: PartRead) -> str:
    return accounts.read_line(ENGLISH, part, now=NOW, zone=_ZONE)


def test_a_part_tells_its_number_and_its_days() -> None:
    part = PartRead("calls", 12_400, Instant(NOW - 383 * DAY), NOW, whole=True)
    assert _read(part) == "12,400 calls, 3 Nov 2025 to today"


def test_a_part_of_one_day_names_it_once() -> None:
    at = Instant(NOW - DAY)
    assert _read(PartRead("texts", 1, at, at, whole=True)) == "1 text, yesterday"


def test_a_part_that_is_still_read_tells_how_far_it_is() -> None:
    part = PartRead("calls", 300, None, None, read=400, total=100_000)
    assert _read(part) == "300 calls · 400 of 100,000 read so far"


def test_a_subaccount_is_told_by_the_end_of_its_sid() -> None:
    part = f"calls AC{'0' * 28}93f1"
    assert accounts.part_name(ENGLISH, part) == "calls of AC…93f1"
    assert _read(PartRead(part, 2, whole=True)) == "2 calls (AC…93f1)"


def test_what_is_open_is_told_in_numbers() -> None:
    told = accounts.left_open_lines(ENGLISH, PartRead("calls", unfinished=2, refused=1, never=1))
    assert told == [
        "2 records are not final yet and are read again.",
        "1 record could not be taken.",
        "1 record never got its price or its segments.",
    ]


@pytest.mark.parametrize("health", Health)
def test_every_health_has_a_word_and_a_sentence(health: Health) -> None:
    assert accounts.health_word(ENGLISH, health)
    assert accounts.health_sentence(ENGLISH, shown(health)).endswith(".")


def test_trouble_is_told_in_its_own_words() -> None:
    told = accounts.health_sentence(ENGLISH, shown(Health.SIGN_IN, trouble=_SIGN_IN))
    assert told == "HubSpot refuses the key."


def test_a_pause_is_told_rather_than_old_trouble() -> None:
    told = accounts.health_sentence(ENGLISH, shown(Health.PAUSED, trouble=_SIGN_IN))
    assert told.startswith("Paused.")


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (0, "next sync is due"),
        (SECOND, "next in 1 min"),
        (4 * MINUTE, "next in 4 min"),
        (90 * MINUTE, "next at 15:35"),
        (DAY, "next at 22 Nov 14:05"),
    ],
)
def test_the_next_round_is_told_by_how_near_it_is(later: int, told: str) -> None:
    account = shown(due=Instant(NOW + later))
    assert accounts.next_line(ENGLISH, account, now=NOW, zone=_ZONE) == told


def test_a_paused_connection_has_no_next_round() -> None:
    assert accounts.next_line(ENGLISH, shown(Health.PAUSED), now=NOW, zone=_ZONE) == ""


@pytest.mark.parametrize(
    ("paused", "told"),
    [
        (0, "next in 4 min"),
        (3 * MINUTE, "next in 4 min"),
        (60 * MINUTE, "all syncing is paused until 15:05"),
        (DAY, "all syncing is paused until 22 Nov 14:05"),
    ],
)
def test_the_next_round_waits_for_the_end_of_a_pause(paused: int, told: str) -> None:
    account, until = shown(due=Instant(NOW + 4 * MINUTE)), Instant(NOW + paused)
    line = accounts.next_line(ENGLISH, account, now=NOW, zone=_ZONE, all_paused_until=until)
    assert line == told


def test_the_last_good_round_is_told_with_its_time() -> None:
    assert accounts.last_line(ENGLISH, shown(), now=NOW, zone=_ZONE) == "last read 14:00"
    never = shown(Health.NEW, synced=None)
    assert accounts.last_line(ENGLISH, never, now=NOW, zone=_ZONE) == "never read yet"


def test_a_balance_is_told_in_the_way_of_the_reader() -> None:
    balance = Balance("1412.4050", "USD", NOW)
    told = accounts.balance_line(ENGLISH, balance, now=NOW, zone=_ZONE)
    assert told == "Balance: $1,412.405, 14:05"
    told = accounts.balance_line(GERMAN, balance, now=NOW, zone=_ZONE)
    assert told == "Guthaben: 1.412,405\u00a0$, 14:05"


def test_only_aircall_says_that_it_has_no_past_texts() -> None:
    noted = [each for each in Provider if accounts.provider_note(ENGLISH, each)]
    assert noted == [Provider.AIRCALL]


@pytest.mark.parametrize(
    ("provider", "title", "account", "told"),
    [
        (Provider.HUBSPOT, "HubSpot 4711", "4711", "HubSpot · account 4711"),
        (Provider.HUBSPOT, "HubSpot", "", "HubSpot"),
        (Provider.HUBSPOT, "Example Ltd", "4711", "HubSpot · Example Ltd (4711)"),
        (Provider.AIRCALL, "Example Ltd", "Example Ltd", "Aircall · Example Ltd"),
        (Provider.TWILIO, "", "AC1", "Twilio · account AC1"),
    ],
)
def test_an_account_is_named_once(provider: Provider, title: str, account: str, told: str) -> None:
    connection = a_connection(provider, title=title, account=account)
    assert accounts.account_name(ENGLISH, connection) == told


@pytest.mark.parametrize(
    ("provider", "part", "toward", "told"),
    [
        (Provider.HUBSPOT, PartRead("texts", 3), "", True),
        (Provider.HUBSPOT, PartRead("texts", 3), "none", False),
        (Provider.HUBSPOT, PartRead("texts"), "", False),
        (Provider.HUBSPOT, PartRead("calls", 3), "", False),
        (Provider.TWILIO, PartRead("texts", 3), "", False),
    ],
)
def test_texts_are_left_out_only_where_hubspot_notes_them_and_nobody_named_a_plan(
    provider: Provider, part: PartRead, toward: str, *, told: bool
) -> None:
    connection = a_connection(provider, options=Options(counts_toward=toward))
    assert accounts.are_texts_left_out(shown(connection=connection, parts=(part,))) is told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (Options(), True),
        (Options(behind_connect=True), False),
        (Options(counts_toward="none"), False),
    ],
)
def test_twilio_calls_that_use_minutes_are_told(options: Options, *, told: bool) -> None:
    connection = a_connection(Provider.TWILIO, options=options)
    for part, counts in ((PartRead("calls", 3), told), (PartRead("texts", 3), False)):
        account = shown(connection=connection, parts=(part,))
        assert accounts.do_calls_use_minutes(account) is counts


def test_lacking_rights_are_told_one_by_one() -> None:
    account = shown(lacking=(Right.TEXTS, Right.PEOPLE), connection=a_connection())
    assert len(accounts.lacking_lines(ENGLISH, account)) == 2


def test_deleted_records_are_told_only_where_there_are_some() -> None:
    assert accounts.gone_line(ENGLISH, 0) == ""
    assert accounts.gone_line(ENGLISH, 2) == "2 records were deleted at the provider since."


def test_progress_names_connection_and_part() -> None:
    told = progress_line(ENGLISH, "HubSpot", Progress(1, "calls", 12_400, 100_000))
    assert told == "HubSpot calls: 12,400 of 100,000"
    assert progress_line(ENGLISH, "Sales", Progress(1, "texts", 12)) == "Sales texts: 12"


def test_a_wait_that_the_provider_asks_for_is_told_in_seconds() -> None:
    told = waiting_line(ENGLISH, Provider.HUBSPOT, Waiting(8.2, _BUSY))
    assert told == "HubSpot asks to wait 9 s"


def test_a_wait_for_the_network_tells_what_is_wrong() -> None:
    offline = Failure("{server} is away.", kind=FailureKind.OFFLINE, server="HubSpot")
    told = waiting_line(ENGLISH, Provider.HUBSPOT, Waiting(4, offline))
    assert told == "HubSpot is away. Next try in 4 s."


def test_a_refused_record_is_told_with_its_reason() -> None:
    refused = RefusedRecord("calls", "42", "The length {length} is no number.", {"length": "x"})
    assert refused_line(ENGLISH, refused) == "42: The length x is no number."

"""What the page says of each connection, and what it offers."""

from dataclasses import replace

import pytest

from app.domain.accounts import AccountsPage, Health, Known
from app.domain.connection import Connection, Options, Progress, Provider, Right, Waiting
from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.wording.words import Words
from tests.support import accounts_pages
from tests.support.accounts_pages import ZONE, hubspot
from tests.support.meters import NOW
from ui.accounts.acts import Act
from ui.accounts.card_state import CardState, card_state
from ui.accounts.people_state import people_state
from ui.accounts.round_state import round_state, waiting_state
from ui.accounts.state import AccountsState, accounts_state, with_rounds

_BUSY = Failure(
    mark("{server} takes only so many questions at a time."),
    kind=FailureKind.BUSY,
    server="HubSpot",
)
_LOST = Failure(mark("{server} cannot be reached."), kind=FailureKind.OFFLINE, server="HubSpot")


def shown(words: Words, name: str) -> AccountsState:
    return accounts_pages.shown(words, name)


def card(words: Words, name: str, at: int = 0) -> CardState:
    return shown(words, name).cards[at]


def test_a_page_without_connections_has_a_tile_for_each_provider(words: Words) -> None:
    state = shown(words, "empty")
    assert state.empty is not None
    assert [tile.name for tile in state.empty.tiles] == ["HubSpot", "Aircall", "Twilio"]
    assert state.connect == ""


def test_a_card_tells_what_was_read_and_when(words: Words) -> None:
    state = card(words, "fine")
    assert state.reads[0] == "12,400 calls, 3 Nov 2024 to today"
    assert state.times == "last read 14:02 · next in 2 min"
    assert state.account == "HubSpot · Example Works (4711) · EUR"


def test_hubspots_texts_say_that_they_count_nowhere_until_a_plan_is_chosen(words: Words) -> None:
    said = "They count toward no plan until you choose one for texts under Options."
    assert any(note.endswith(said) for note in card(words, "fine").notes)
    chosen = replace(hubspot().connection, options=Options(counts_toward="aircall-us-ca"))
    page = AccountsPage(NOW, (replace(hubspot(), connection=chosen),))
    notes = card_state(words, page, page.accounts[0], ZONE).notes
    assert not any(note.endswith(said) for note in notes)


def test_a_gateway_stands_beside_the_account(words: Words) -> None:
    through = replace(hubspot().connection, address="https://gateway.example")
    page = AccountsPage(NOW, (replace(hubspot(), connection=through),))
    assert "through gateway.example" in card_state(words, page, page.accounts[0], ZONE).account


def test_every_health_has_its_own_icon_and_word(words: Words) -> None:
    page = accounts_pages.pages()["fine"]
    cards = [card_state(words, page, replace(hubspot(), health=health), ZONE) for health in Health]
    assert len({each.health.text for each in cards}) == len(Health)
    assert len({each.health.mark for each in cards}) == len(Health)


def test_a_key_that_is_not_accepted_asks_for_a_new_one(words: Words) -> None:
    state = card(words, "signed_out")
    assert state.trouble is not None
    assert state.trouble.offer is not None
    assert state.trouble.offer.act is Act.KEY
    assert Act.SYNC not in {offer.act for offer in state.offers}


@pytest.mark.parametrize("name", ["offline", "trouble"])
def test_other_trouble_can_be_tried_again(words: Words, name: str) -> None:
    trouble = card(words, name).trouble
    assert trouble is not None
    assert trouble.offer is not None
    assert trouble.offer.act is Act.SYNC


def test_a_first_round_that_went_wrong_says_so(words: Words) -> None:
    fresh = replace(hubspot(), health=Health.NEW, synced=None, trouble=_LOST)
    page = AccountsPage(NOW, (fresh,))
    trouble = card_state(words, page, fresh, ZONE).trouble
    assert trouble is not None
    assert trouble.text == "HubSpot cannot be reached."


def test_a_paused_connection_offers_to_go_on(words: Words) -> None:
    state = card(words, "paused")
    assert [offer.act for offer in state.offers] == [Act.RESUME]
    assert state.notes[0].startswith("Paused.")


def test_lacking_rights_say_what_they_would_bring(words: Words) -> None:
    assert "crm.objects.owners.read" in card(words, "trouble").lacking
    lacking = replace(hubspot(), lacking=(Right.ACCOUNT,))
    page = AccountsPage(NOW, (lacking,))
    assert "zone and currency" in card_state(words, page, lacking, ZONE).lacking


def test_aircall_says_plainly_that_past_texts_cannot_be_read(words: Words) -> None:
    assert any("no list of past texts" in note for note in card(words, "fine", 1).notes)


def test_refused_records_are_told_once_with_their_reasons(words: Words) -> None:
    state = card(words, "fine", 1)
    assert state.refused is not None
    assert state.refused.title == "3 records were not taken"
    assert state.refused.lines[1] == "calls 99121: -4 is no length of a call"
    assert state.refused.lines[2] == "… and 1 more"
    assert not any("could not be taken" in note for note in state.notes)


def test_a_prepaid_account_shows_what_is_left(words: Words) -> None:
    assert "Balance: $41.27, 14:04" in card(words, "fine", 2).notes


def test_what_twilio_counted_stands_beside_the_ledger(words: Words) -> None:
    assert (
        "1 – 22 Nov at Twilio (UTC): 1,204 minutes of calls, 512 text segments, $18.42 in all; "
        "the ledger has 1,204 minutes, 512 segments."
    ) in card(words, "fine", 2).notes
    why = "The two differ. Records that were deleted at Twilio stay in the ledger."
    assert why not in card(words, "fine", 2).notes
    assert why in card(words, "differs").notes


def test_a_key_kept_for_the_run_alone_is_told(words: Words) -> None:
    connection = replace(hubspot().connection, kept_for_run=True)
    page = AccountsPage(NOW, (replace(hubspot(), connection=connection),))
    notes = card_state(words, page, page.accounts[0], ZONE).notes
    assert any("gone when Talktally is closed" in note for note in notes)


def test_a_round_tells_how_far_it_is(words: Words) -> None:
    state = round_state(words, Provider.HUBSPOT, Progress(1, "calls", 3_600, 12_400))
    assert (state.text, state.filled) == ("HubSpot · calls: 3,600 of 12,400", 290)
    assert state.stop == "Stop"


def test_a_round_without_an_end_in_sight_has_no_share(words: Words) -> None:
    state = round_state(words, Provider.TWILIO, Progress(1, "texts", 50))
    assert (state.text, state.filled) == ("Twilio · texts: 50 read", None)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (_BUSY, "HubSpot asks to wait 9 s"),
        (_LOST, "HubSpot cannot be reached. Next try in 9 s."),
    ],
)
def test_a_round_that_waits_says_why(words: Words, reason: Failure, told: str) -> None:
    progress = Progress(1, "calls", 0, waiting=Waiting(8.6, reason))
    state = round_state(words, Provider.HUBSPOT, progress)
    assert (state.text, state.waits) == (told, True)


def test_a_stop_is_pressed_once(words: Words) -> None:
    assert round_state(words, Provider.HUBSPOT, None, stopping=True).stop == ""
    assert waiting_state(words).stop == "Stop"


def test_a_running_round_tells_how_far_instead_of_the_parts(words: Words) -> None:
    assert "so far" not in card(words, "first_sync").reads[0]
    page = accounts_pages.first_sync()
    assert "3,600 of 12,400" in card_state(words, page, page.accounts[0], ZONE).reads[0]


def test_several_people_without_me_are_asked_about(words: Words) -> None:
    assert shown(words, "many").asks_me
    assert not shown(words, "fine").asks_me


def test_a_user_is_told_with_the_person_they_count_for(words: Words) -> None:
    page = accounts_pages.pages()["fine"]
    people = people_state(words, page, page.accounts[0].people)
    assert people is not None
    spoken = [line.spoken for line in people.table.lines]
    assert spoken[0] == "Jana counts for You, jana@example.com"
    assert spoken[2] == "Lea counts for Lea, lea@example.com, deactivated"


def test_the_menu_names_the_other_people_that_are_known(words: Words) -> None:
    page = accounts_pages.pages()["fine"]
    people = people_state(words, page, page.accounts[0].people)
    assert people is not None
    assert [name for name, _ in people.menu.persons] == ["Lea", "Omar"]


def test_a_user_without_a_name_goes_by_their_id(words: Words) -> None:
    user = Known("77", "", "", active=True, person="", is_me=False)
    people = people_state(words, AccountsPage(NOW), (user,))
    assert people is not None
    assert people.table.lines[0].cells[0].text == "77"


def test_the_company_stands_on_the_page_too(words: Words) -> None:
    state = shown(words, "fine").company
    assert state.account == "Plan server · plans.example.com · Jana, owner"
    assert dict(state.offers)["leave"] == "Disconnect…"


def test_without_a_company_there_is_a_way_to_one(words: Words) -> None:
    assert dict(shown(words, "empty").company.offers) == {"join": "Connect to your company…"}


def test_a_round_that_goes_on_changes_nothing_else(words: Words) -> None:
    page = accounts_pages.first_sync()
    further = round_state(words, Provider.HUBSPOT, Progress(1, "calls", 5_000, 12_400))
    state = accounts_state(words, page, zone=ZONE, rounds={1: waiting_state(words)})
    assert with_rounds(state, {1: further}) == accounts_state(
        words, page, zone=ZONE, rounds={1: further}
    )


def test_no_two_cards_are_mixed_up(words: Words) -> None:
    one = Connection(7, Provider.TWILIO, "Seven", "AC" + "7" * 32)
    page = AccountsPage(NOW, (hubspot(), replace(hubspot(), connection=one)))
    state = accounts_state(words, page, zone=ZONE, rounds={7: waiting_state(words)})
    assert [(each.id, each.round is None) for each in state.cards] == [(1, True), (7, False)]


def test_what_is_not_final_is_told_once_for_calls_and_texts(words: Words) -> None:
    calls, texts = hubspot().parts
    both = replace(hubspot(), parts=(calls._replace(unfinished=7), texts._replace(unfinished=2)))
    (told,) = accounts_state(words, AccountsPage(NOW, (both,)), zone=ZONE).cards
    assert [line for line in told.notes if "not final" in line] == [
        "9 records are not final yet and are read again."
    ]

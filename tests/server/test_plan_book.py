"""The plan book: what is stated stands in it, with its date, on the revision it was made for."""

from app.domain.cycle import cycle_at
from app.domain.instant import BEGINNING, instant
from app.domain.pool import AnnualSeats, SeatStatement, allowance_of, seats_in_cycle
from tests.support.plan_book import book_of, message_of, owner_of, state, tag_of
from tests.support.server_app import START, ServerApp

SEATS = {"committed": 3, "additional": 1}


def test_a_new_company_has_an_empty_book_with_its_name(server: ServerApp) -> None:
    book = book_of(server, owner_of(server))
    assert (book.profile.name, book.plans, book.seats) == ("Acme Trading", [], [])


def test_the_first_plan_of_a_line_covers_all_history(server: ServerApp) -> None:
    owner = owner_of(server)
    state(server, owner, "plan/entries", message_of("hubspot-professional"))
    book = state(server, owner, "plan/entries", message_of("aircall-us-ca", anchor_day=14))
    assert [plan.start for plan in book.plans] == [None, None]
    assert [plan.document.name for plan in book.plans] == ["hubspot-professional", "aircall-us-ca"]
    assert book.plans[1].anchor_day == 14


def test_a_later_plan_starts_now_and_the_earlier_one_stays(server: ServerApp) -> None:
    owner = owner_of(server)
    state(server, owner, "plan/entries", message_of("hubspot-starter"))
    book = state(server, owner, "plan/entries", message_of("hubspot-professional"))
    assert book.plans[1].start is not None
    assert instant(book.plans[1].start) == START
    assert len(book.plans) == 2


def test_a_plan_starts_when_it_is_said_to(server: ServerApp) -> None:
    owner = owner_of(server)
    said = message_of("hubspot-free", start="2026-12-01T00:00:00Z")
    book = state(server, owner, "plan/entries", said)
    assert str(book.plans[0].start) == "2026-12-01 00:00:00+00:00"


def test_a_plan_comes_back_as_it_was_sent(server: ServerApp) -> None:
    owner = owner_of(server)
    said = message_of("aircall-us-ca")
    book = state(server, owner, "plan/entries", said)
    assert book.plans[0].document.model_dump(mode="json") == said["document"]


def test_the_first_seats_cover_all_history_and_later_ones_do_not(server: ServerApp) -> None:
    owner = owner_of(server)
    state(server, owner, "plan/seats", SEATS)
    book = state(server, owner, "plan/seats", {"committed": 4, "without_bundle": 1})
    assert [each.start is None for each in book.seats] == [True, False]
    assert [(each.committed, each.without_bundle) for each in book.seats] == [(3, 0), (4, 1)]


def test_another_number_for_a_term_holds_for_all_of_that_term(server: ServerApp) -> None:
    owner = owner_of(server)
    first = {"until": "2027-03-31", "seats": 1, "start": "2026-04-01T00:00:00Z"}
    state(server, owner, "plan/annual", first)
    book = state(server, owner, "plan/annual", {"until": "2027-03-31", "seats": 2})
    assert [each.seats for each in book.annual] == [1, 2]
    assert book.annual[0].start == book.annual[1].start


def test_three_committed_one_additional_one_annual_seat_make_the_pool(server: ServerApp) -> None:
    owner = owner_of(server)
    state(server, owner, "plan/entries", message_of("aircall-us-ca", zone="Europe/Berlin"))
    state(server, owner, "plan/annual", {"until": "2027-03-31", "seats": 1})
    book = state(server, owner, "plan/seats", SEATS)
    seats = [SeatStatement(BEGINNING, each.committed, each.additional) for each in book.seats]
    annual = [AnnualSeats(BEGINNING, each.until, each.seats) for each in book.annual]
    count = seats_in_cycle(cycle_at(START, zone=book.plans[0].zone), seats, annual)
    shares = {each.kind: each.included for each in book.plans[0].document.versions[-1].allowances}
    assert [allowance_of(count, share) for share in shares.values()] == [1250, 250]


def test_a_profile_names_the_company(server: ServerApp) -> None:
    owner = owner_of(server)
    address = {"country": "DE", "city": "Kiel", "street": "", "state": ""}
    said = {"name": "Acme Sales", "address": address, "destinations": ["US", "CA"], "bundle": True}
    book = state(server, owner, "profile", said)
    assert (book.profile.name, book.profile.destinations) == ("Acme Sales", ("US", "CA"))
    assert server.ask("GET", "/v1/me", owner).json()["company"]["name"] == "Acme Sales"


def test_a_contract_is_for_owners_alone(server: ServerApp) -> None:
    owner = owner_of(server)
    agent = server.new_member(owner.company)
    price = {"amount": "90.00", "currency": "USD"}
    book = state(server, owner, "contract", {"committed": price, "note": "two years"})
    assert book.contract is not None
    assert book.contract.committed is not None
    assert book.contract.committed.amount == "90.00"
    assert book_of(server, agent).contract is None


def test_every_change_is_in_the_audit(server: ServerApp) -> None:
    owner = owner_of(server)
    state(server, owner, "plan/seats", SEATS)
    state(server, owner, "contract", {"note": "two years"})
    lines = server.ask("GET", f"{owner.path}/audit", owner).json()["lines"]
    assert [(line["by"], line["what"]) for line in lines] == [
        ("Robin", "contract"),
        ("Robin", "seats"),
    ]
    assert lines[1]["facts"]["committed"] == "3"


def test_a_known_revision_is_not_sent_again(server: ServerApp) -> None:
    owner = owner_of(server)
    tag = tag_of(server, owner)
    known = server.ask("GET", f"{owner.path}/plan", owner, headers={"If-None-Match": tag})
    assert (known.status_code, known.content, known.headers["ETag"]) == (304, b"", tag)
    state(server, owner, "plan/seats", SEATS)
    later = server.ask("GET", f"{owner.path}/plan", owner, headers={"If-None-Match": tag})
    assert later.status_code == 200


def test_a_tag_that_a_proxy_made_weak_is_known(server: ServerApp) -> None:
    owner = owner_of(server)
    weak = {"If-None-Match": f'"other", W/{tag_of(server, owner)}'}
    assert server.ask("GET", f"{owner.path}/plan", owner, headers=weak).status_code == 304


def test_whoever_becomes_an_owner_reads_the_book_anew(server: ServerApp) -> None:
    owner = owner_of(server)
    agent = server.new_member(owner.company)
    assert tag_of(server, owner) != tag_of(server, agent)

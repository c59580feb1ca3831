"""What a message may hold, whoever sends it."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from app.domain.catalogue import document_of, plan_from_document
from app.machine.catalogue import plan_named, plan_names
from app.wire.base import Amount, Day, Moment, Name, Note, Whole
from app.wire.people import InvitationAsk, Me, MemberChange, SignIn
from app.wire.plan import Address, PlanBook, Profile, PutPlan, StateSeats
from app.wire.plan_document import PlanDocument
from app.wire.usage import UsageCount, UsageUpload

LEDGER = "0123456789abcdef0123456789abcdef"


def taken(kind: Any, value: object) -> object:
    return TypeAdapter(kind).validate_json(json.dumps(value))


@pytest.mark.parametrize("value", ["2026-11-01", "1900-01-01", "2199-12-31"])
def test_a_day_is_a_plain_date(value: str) -> None:
    assert taken(Day, value) == date.fromisoformat(value)


@pytest.mark.parametrize(
    "value", [20261101, 1.5, True, "2026-11-31", "2026-1-1", "1899-12-31", "2200-01-01", "", None]
)
def test_anything_else_is_no_day(value: object) -> None:
    with pytest.raises(ValidationError):
        taken(Day, value)


def test_an_instant_is_written_in_utc_and_comes_back_the_same() -> None:
    moment = datetime(2026, 11, 21, 13, 5, 0, 250_000, UTC)
    written = TypeAdapter(Moment).dump_json(moment)
    assert written == b'"2026-11-21T13:05:00.250000Z"'
    assert TypeAdapter(Moment).validate_json(written) == moment


@pytest.mark.parametrize(
    "value", ["2026-11-21T13:05:00", "2026-11-21T13:05:00+01:00", "2026-11-21", 1763730300, "now"]
)
def test_an_instant_without_its_z_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        taken(Moment, value)


@pytest.mark.parametrize("value", ["", "   ", "a\nb", "a\x00b", "x" * 121, 5, None])
def test_a_name_is_short_plain_text(value: object) -> None:
    with pytest.raises(ValidationError):
        taken(Name, value)


@pytest.mark.parametrize("kind", [Name, Note])
@pytest.mark.parametrize("code", [*range(0x2028, 0x202F), *range(0x2066, 0x206A)])
def test_no_text_turns_the_direction_of_writing_or_hides_a_line(kind: Any, code: int) -> None:
    with pytest.raises(ValidationError):
        taken(kind, f"Ann{chr(code)}nA")


@pytest.mark.parametrize("name", ["Søren", "דנה", "李雷", "Zoë\u200dKim", "a\u2030"])
def test_a_name_may_be_of_any_script(name: str) -> None:
    assert taken(Name, name) == name


def test_a_name_loses_its_outer_spaces() -> None:
    assert taken(Name, "  Jana Weiss ") == "Jana Weiss"


def test_a_note_may_have_lines() -> None:
    assert taken(Note, "first\nsecond\tcolumn") == "first\nsecond\tcolumn"


@pytest.mark.parametrize("value", [-1, 1_000_000_001, 1.0, "5", True, None])
def test_a_count_is_a_whole_number_and_nothing_like_one(value: object) -> None:
    with pytest.raises(ValidationError):
        taken(Whole, value)


@pytest.mark.parametrize("amount", ["1e3", "1,5", ".5", "1.0000000001", "NaN", "", "+1", "１"])
def test_money_is_a_plain_decimal(amount: str) -> None:
    with pytest.raises(ValidationError):
        Amount(amount=amount, currency="USD")


@pytest.mark.parametrize("currency", ["usd", "US", "USDX", ""])
def test_a_currency_is_three_capitals(currency: str) -> None:
    with pytest.raises(ValidationError):
        Amount(amount="1.50", currency=currency)


@pytest.mark.parametrize(
    ("model", "document"),
    [
        (SignIn, {"code": "a" * 24, "device": "laptop", "admin": True}),
        (InvitationAsk, {"name": "Omar", "owner": True}),
        (MemberChange, {"rolle": "owner"}),
        (StateSeats, {"committed": 3, "comitted": 4}),
        (UsageCount, {"kind": "minutes", "day": "2026-11-01", "number": "+14155550100"}),
    ],
    ids=lambda each: each.__name__ if isinstance(each, type) else "",
)
def test_a_misspelt_or_smuggled_field_of_a_request_is_refused(
    model: type[SignIn], document: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(document)


def test_a_desktop_leaves_fields_of_a_newer_server_aside() -> None:
    me = {
        "member": LEDGER, "name": "Jana", "role": "owner", "licence": "committed", "moon": "full",
        "company": {"id": LEDGER, "name": "Acme", "colour": "blue"},
    }  # fmt: skip
    assert Me.model_validate(me).company.name == "Acme"


@pytest.mark.parametrize("name", plan_names())
def test_every_plan_of_the_catalogue_goes_over_the_wire_unchanged(name: str) -> None:
    document = document_of(plan_named(name))
    there = PlanDocument.model_validate_json(json.dumps(document))
    back = plan_from_document(json.loads(there.model_dump_json()))
    assert back == plan_named(name)


def test_a_request_needs_only_what_it_is_about() -> None:
    plan = PlanDocument.model_validate(document_of(plan_named("hubspot-starter")))
    put = PutPlan(document=plan, zone="Europe/Berlin")
    assert (put.anchor_day, put.start) == (1, None)


def test_an_upload_holds_counts_and_nothing_else() -> None:
    assert set(UsageCount.model_fields) == {
        "kind", "day", "counted", "billed", "over", "outside", "second_leg", "amounts", "unpriced",
    }  # fmt: skip
    assert set(UsageUpload.model_fields) == {"ledger", "sequence", "counts"}


@pytest.mark.parametrize("counts", [0, 401])
def test_an_upload_is_neither_empty_nor_endless(counts: int) -> None:
    count = {"kind": "minutes", "day": "2026-11-01"}
    with pytest.raises(ValidationError):
        UsageUpload.model_validate({"ledger": LEDGER, "sequence": 1, "counts": [count] * counts})


def test_a_book_without_contract_and_people_is_an_agents() -> None:
    book = PlanBook(
        company=LEDGER, revision=1, profile=Profile(name="Acme", address=Address(country="US")),
        plans=[], seats=[], annual=[], links=[],
    )  # fmt: skip
    assert (book.contract, book.people) == (None, None)

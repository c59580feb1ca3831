"""What entries have in common before they are changed, and what a change would do."""

from pathlib import Path

from app.actions.look_at_entries import look_at_entries, preview_correction
from app.domain.correction import Preview, Wish
from app.domain.event import Leg, Method
from tests.support.corrections import correct, entry_ids
from tests.support.ledgers import FAR, OWN, call, keep, ledger_with, text


def test_what_entries_share_is_told_and_what_differs_is_left_open(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(name="Anna", note="a", agent="Jana"), call(name="Anna", agent="Jana"))
        found = look_at_entries(ledger, entry_ids(ledger))
    assert (found.entries, found.values["name"], found.values["note"]) == (2, "Anna", None)
    assert found.values["agent"] == "Jana"
    assert [plan.title for plan in found.plans] == ["HubSpot Professional"]


def test_texts_and_calls_with_reported_legs_have_no_method_to_choose(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, text(), call(legs=(Leg(60_000_000, OWN, FAR),)))
        assert "method" not in look_at_entries(ledger, entry_ids(ledger)).values


def test_of_very_many_entries_every_field_is_open(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call())
        many = entry_ids(ledger) * 501
        assert set(look_at_entries(ledger, many).values.values()) == {None}
        assert preview_correction(ledger, many, Wish(note="a")) is None


def test_known_tags_can_be_chosen_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call())
        correct(ledger, tags="warm, Offer")
        assert look_at_entries(ledger, entry_ids(ledger)).tags == ("Offer", "warm")


def test_a_preview_tells_the_minutes_before_and_after(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(minutes=12), call(minutes=1, method=Method.PHONE), text())
        found = preview_correction(ledger, entry_ids(ledger), Wish(method=Method.PHONE))
    assert found == Preview(1, 14, 26)

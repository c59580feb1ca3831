"""Records that were not taken: counted in full, the newest hundred told."""

from pathlib import Path

from app.actions.backup import back_up
from app.actions.erase_contact import erase_contact
from app.domain.accounts import RefusedRecord
from app.domain.instant import SECOND, Instant
from tests.support.connections import account, arrive, connect
from tests.support.ledgers import FAR, NOW, call, ledger_with


def _refused(number: int) -> RefusedRecord:
    return RefusedRecord("calls", str(number), "{value} is no length.", {"value": "-1"})


def test_of_many_records_the_newest_hundred_are_told(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        for number in range(103):
            arrive(ledger, made, refused=[_refused(number)], now=Instant(NOW + number * SECOND))
        seen = account(ledger, made)
    assert seen.parts[0].refused == 103
    assert [each.external_id for each in seen.refused] == [str(n) for n in range(102, 2, -1)]
    assert seen.refused[0] == _refused(102)


def test_a_record_that_comes_again_is_counted_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        for _ in range(2):
            arrive(ledger, made, refused=[_refused(7)])
        assert account(ledger, made).parts[0].refused == 1


def test_a_record_that_is_taken_later_is_refused_no_more(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, refused=[_refused(7)])
        arrive(ledger, made, call(external_id="7"))
        seen = account(ledger, made)
    assert (seen.parts[0].refused, seen.refused) == (0, ())


def test_a_leg_that_heals_is_refused_no_more_though_its_fact_is_of_the_call(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, refused=[_refused(7)], unfinished=["7"])
        arrive(ledger, made, call(external_id="6"), asked=["7"], settled=["7"])
        seen = account(ledger, made)
    assert (seen.parts[0].refused, seen.parts[0].unfinished) == (0, 0)


def test_an_erased_contact_is_struck_out_of_what_was_refused(tmp_path: Path) -> None:
    wrong = RefusedRecord("calls", "7", "{value} is no number.", {"value": f"tel {FAR} b"})
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, refused=[wrong])
        back_up(tmp_path, NOW)
        erase_contact(ledger, FAR, NOW)
        assert account(ledger, made).refused[0].places == {"value": "tel … b"}
    assert not any(FAR[2:].encode() in path.read_bytes() for path in tmp_path.rglob("*.db*"))


def test_half_a_surrogate_pair_is_kept_as_a_question_mark(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        odd = RefusedRecord("calls", "\ud800a", "{value} is no way.", {"value": "\udfff"})
        arrive(ledger, made, refused=[odd])
        (kept,) = account(ledger, made).refused
    assert (kept.external_id, kept.places) == ("?a", {"value": "?"})

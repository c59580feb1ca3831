"""One record that a file tells without its account, and a connection with it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.correct_entries import correct_entries
from app.actions.erase_contact import erase_contact
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.correction import Wish
from app.domain.event import Call, Source
from app.domain.instant import SECOND, Instant
from app.ledger.ledger import Ledger
from tests.support.connections import arrive, connect
from tests.support.ledgers import FAR, NOW, call, keep, ledger_with, receipts, text

_FILE, _SOFTPHONE = Source("hubspot"), Source("microsip")


def _of_file(fact: Call) -> Call:
    return fact._replace(source=_FILE)


def _facts(ledger: Ledger) -> list[object]:
    return [each.fact for each in receipts(ledger)]


def test_a_connection_names_the_account_of_a_record_that_a_file_brought(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, said = connect(ledger), call(minutes=3)
        keep(ledger, _of_file(said))
        assert arrive(ledger, made, said) == (0, 0, 1, 0)
        assert arrive(ledger, made, said) == (0, 1, 0, 0)
        assert _facts(ledger) == [said]
        assert verify(ledger).ok


def test_a_file_without_an_account_brings_nothing_that_a_connection_brought(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call(minutes=3)
        arrive(ledger, connect(ledger), said)
        keep(ledger, _of_file(said))
        assert _facts(ledger) == [said]
        assert verify(ledger).ok


@pytest.mark.parametrize("seconds", [-91, 91])
def test_alike_ids_of_calls_at_other_times_are_two_records(tmp_path: Path, seconds: int) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call()
        began = Instant(said.start + seconds * SECOND)
        other = _of_file(said)._replace(start=began, far="+16135550177")
        keep(ledger, other)
        arrive(ledger, connect(ledger), said)
        keep(ledger, other)
        assert len(receipts(ledger)) == 2


@pytest.mark.parametrize("file_first", [True, False])
def test_a_call_whose_start_was_edited_in_between_is_one_record(
    tmp_path: Path, *, file_first: bool
) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, said = connect(ledger), call()
        before = _of_file(said)._replace(start=Instant(said.start - 7_200 * SECOND))
        if file_first:
            keep(ledger, before)
        arrive(ledger, made, said)
        keep(ledger, before)
        arrive(ledger, made, said)
        assert _facts(ledger) == [said]
        assert verify(ledger).ok


def test_a_call_and_a_text_of_one_id_are_two_records(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, text(source=_FILE, external_id="7"))
        arrive(ledger, connect(ledger), call(external_id="7"))
        assert len(receipts(ledger)) == 2


def test_what_a_person_said_of_a_record_stays_when_its_account_is_known(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call()
        keep(ledger, _of_file(said))
        correct_entries(ledger, [1], Wish(note="call again"), NOW)
        arrive(ledger, connect(ledger), said)
        assert _facts(ledger) == [said._replace(note="call again")]
        assert verify(ledger).ok


def test_copies_stay_copies_when_the_account_of_a_record_is_known(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call(minutes=3)
        heard = said._replace(source=_SOFTPHONE, external_id="s1")
        keep(ledger, _of_file(said), heard)
        arrive(ledger, connect(ledger), said)
        assert read_status(ledger, NOW).meters[0].used == 3
        assert verify(ledger).ok


def test_a_connection_does_not_bring_an_erased_number_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call(name="Übermut KG")
        keep(ledger, _of_file(said))
        erase_contact(ledger, FAR, NOW)
        arrive(ledger, connect(ledger), said)
        (entry,) = receipts(ledger)
        assert (entry.fact.far.startswith("erased:"), entry.fact.name) == (True, "")


_CALLS = [call(f"2026-11-{day:02} 09:30", external_id=f"c{day}") for day in range(1, 7)]
_STEPS = st.lists(st.tuples(st.booleans(), st.sets(st.sampled_from(range(6)))), max_size=6)


@given(_STEPS)
def test_files_and_pages_in_any_order_make_one_entry_of_each_record(
    steps: list[tuple[bool, set[int]]],
) -> None:
    with TemporaryDirectory() as folder, ledger_with(Path(folder), "hubspot-free") as ledger:
        made = connect(ledger)
        for by_file, places in [*steps, (False, set(range(6)))]:
            facts = [_CALLS[place] for place in sorted(places)]
            if by_file:
                keep(ledger, *map(_of_file, facts))
            else:
                arrive(ledger, made, *facts)
        assert _facts(ledger) == _CALLS
        assert verify(ledger).ok

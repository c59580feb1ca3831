"""Records that their provider deleted, and those that it has again."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.correct_entries import correct_entries
from app.actions.entry_history import entry_history
from app.actions.status import read_status
from app.actions.undo_change import list_changes, undo_change
from app.actions.verify import verify
from app.domain.change import ChangeKind
from app.domain.connection import Connection, Options, Provider
from app.domain.correction import Wish
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.ledger.connections.accounts import set_options
from app.ledger.connections.withdrawing import missing_in
from app.ledger.ledger import Ledger
from app.wording.changes import change_sentence, version_sentence
from tests.support.connections import AT_TWILIO, account, arrive, connect
from tests.support.ledgers import NOW, at, call, keep, ledger_with, receipts
from tests.support.wordings import ENGLISH

_FIRST, _SECOND = (call(f"2026-11-0{n} 09:30", external_id=f"c{n}") for n in (1, 2))


def _used(ledger: Ledger) -> int | None:
    assert verify(ledger).ok
    return read_status(ledger, NOW).meters[0].used


def _kinds(ledger: Ledger) -> list[str]:
    return [each.kind for each in list_changes(ledger)]


def test_a_deleted_record_stays_and_counts_no_more(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST, _SECOND)
        assert arrive(ledger, made, gone=("c1", "never seen")).gone == 1
        assert arrive(ledger, made, gone=("c1",)).gone == 0
        assert (_used(ledger), len(receipts(ledger))) == (1, 2)
        assert (account(ledger, made).gone, _kinds(ledger)) == (1, ["withdrawn"])


def test_a_record_that_is_there_again_counts_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST, _SECOND)
        arrive(ledger, made, gone=("c1", "c2"))
        arrive(ledger, made, _FIRST)
        assert (_used(ledger), account(ledger, made).gone) == (1, 1)
        arrive(ledger, made, _FIRST, _SECOND)
        assert (_used(ledger), account(ledger, made).gone) == (2, 0)
        assert _kinds(ledger) == ["returned", "returned", "withdrawn"]


def test_a_record_may_go_and_come_more_than_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, used = connect(ledger), []
        for _ in range(3):
            arrive(ledger, made, _FIRST)
            used.append(_used(ledger))
            arrive(ledger, made, _FIRST, gone=("c1",))
            used.append(_used(ledger))
    assert used == [1, 0, 1, 0, 1, 0]


def test_a_person_may_let_a_deleted_record_count_and_that_stays(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST)
        arrive(ledger, made, gone=("c1",))
        (change,) = list_changes(ledger)
        undo_change(ledger, change.id, NOW)
        arrive(ledger, made, gone=("c1",))
        assert _used(ledger) == 1
        arrive(ledger, made, _FIRST)
        assert _used(ledger) == 1


def test_what_a_person_decided_of_a_deleted_record_holds_when_it_is_there_again(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST)
        correct_entries(ledger, [1], Wish(counts_toward="none"), NOW)
        arrive(ledger, made, gone=("c1",))
        arrive(ledger, made, _FIRST)
        assert (_used(ledger), _kinds(ledger)) == (0, ["correct"])


def test_undo_alone_never_means_what_a_provider_did(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST)
        arrive(ledger, made, gone=("c1",))
        with pytest.raises(Problem, match="nothing to undo"):
            undo_change(ledger, None, NOW)
        arrive(ledger, made, _FIRST)
        with pytest.raises(Problem, match="nothing to undo"):
            undo_change(ledger, None, NOW)


def test_a_file_does_not_bring_a_deleted_record_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST)
        arrive(ledger, made, gone=("c1",))
        keep(ledger, _FIRST._replace(name="Übermut KG"))
        assert _used(ledger) == 0


def test_a_call_deleted_at_twilio_was_billed_and_goes_on_counting(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger, Provider.TWILIO, "AC1")
        arrive(ledger, made, _FIRST._replace(source=AT_TWILIO))
        assert arrive(ledger, made, gone=("c1",)).gone == 1
        assert (_used(ledger), account(ledger, made).gone, _kinds(ledger)) == (1, 1, [])


def test_history_says_that_a_record_was_deleted_and_is_there_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST)
        arrive(ledger, made, gone=("c1",))
        arrive(ledger, made, _FIRST)
        (entry,) = receipts(ledger)
        versions = entry_history(ledger, entry.id).versions
        said = [version_sentence(ENGLISH, each) for each in versions]
        done = [change_sentence(ENGLISH, each) for each in list_changes(ledger)]
    assert said == ["Read from HubSpot", "Deleted at HubSpot", "At HubSpot again"]
    assert done == [
        "1 entry is at HubSpot again",
        "1 entry was deleted at HubSpot and counts no more",
    ]


def test_undoing_a_deletion_is_said_as_such(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST)
        arrive(ledger, made, gone=("c1",))
        undo_change(ledger, list_changes(ledger)[0].id, NOW)
        undone = next(each for each in list_changes(ledger) if each.kind is ChangeKind.UNDO)
    said = "Undone: 1 entry was deleted at HubSpot and counts no more"
    assert change_sentence(ENGLISH, undone) == said


def _missing(ledger: Ledger, made: Connection, *seen: str) -> list[str]:
    span = (_FIRST.start, Instant(_SECOND.start + 1))
    with ledger.reading() as snapshot:
        found = missing_in(snapshot.connection, made, made.account, "calls", span, seen)
    return [external_id for external_id, _ in found]


def test_a_reading_misses_records_of_its_own_span_source_and_kind(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, _FIRST, _SECOND, call("2026-11-03 09:30"))
        keep(ledger, call(at("2026-11-02 09:00"), source=AT_TWILIO))
        keep(ledger, call(at("2026-11-02 09:00"), external_id="line:1:1"))
        assert _missing(ledger, made) == ["c1", "c2"]
        assert _missing(ledger, made, "c2") == ["c1"]
        arrive(ledger, made, gone=("c1",))
        assert _missing(ledger, made) == ["c2"]


_STEPS = st.lists(
    st.tuples(st.sampled_from(["page", "gone", "file"]), st.sets(st.sampled_from("abc"))),
    max_size=8,
)


@given(_STEPS)
def test_a_record_counts_unless_the_provider_said_last_that_it_is_gone(
    steps: list[tuple[str, set[str]]],
) -> None:
    facts = {each: call(external_id=each) for each in "abc"}
    counting: dict[str, bool] = {}
    with TemporaryDirectory() as folder, ledger_with(Path(folder), "hubspot-starter") as ledger:
        made = connect(ledger)
        for step, ids in steps:
            said = [facts[each] for each in sorted(ids)]
            if step == "gone":
                arrive(ledger, made, gone=sorted(ids))
                counting |= dict.fromkeys(ids & counting.keys(), False)
            elif step == "page":
                arrive(ledger, made, *said)
                counting |= dict.fromkeys(ids, True)
            else:
                keep(ledger, *said)
                counting = dict.fromkeys(ids, True) | counting
        assert _used(ledger) == sum(counting.values())
        assert account(ledger, made).gone == len(counting) - sum(counting.values())


def test_a_deleted_record_counts_nowhere_whatever_is_said_of_its_connection(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger, options=Options(counts_toward="none"))
        arrive(ledger, made, _FIRST, _SECOND)
        arrive(ledger, made, gone=("c1",))
        with ledger.writing() as writing:
            set_options(writing, made.id, Options(), NOW)
        assert _used(ledger) == 1
        arrive(ledger, replace(made, options=Options()), _FIRST)
        assert _used(ledger) == 2

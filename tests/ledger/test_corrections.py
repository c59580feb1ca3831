"""Entries corrected by a person, later reports of their sources, and changes undone."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.correct_entries import correct_entries
from app.actions.entry_history import entry_history
from app.actions.undo_change import undo_change
from app.actions.verify import verify
from app.domain.correction import Wish
from app.domain.event import Call, Leg, Method, Text
from app.domain.money import Money
from app.ledger.ledger import Ledger
from tests.support.corrections import correct, entry_ids, minutes_used, present, totals, undo
from tests.support.ledgers import FAR, NOW, OWN, call, keep, ledger_with, text


def test_a_correction_changes_the_totals_with_the_entry(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", minutes=3))
        correct(ledger, method=Method.PHONE)
        assert (minutes_used(ledger), verify(ledger).ok) == (6, True)


def test_the_same_report_again_leaves_a_corrected_entry_corrected(tmp_path: Path) -> None:
    report = call(external_id="7", minutes=3)
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, report)
        correct(ledger, method=Method.PHONE, note="from the car")
        with ledger.writing() as writing:
            again = writing.store([report])
        assert (again.new, again.known) == (0, 1)
        assert present(ledger)["7"].note == "from the car"
        assert (minutes_used(ledger), verify(ledger).ok) == (6, True)


def test_a_later_report_shows_in_the_corrected_entry(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", minutes=3))
        correct(ledger, method=Method.PHONE, note="from the car")
        keep(ledger, call(external_id="7", minutes=5, name="Anna"))
        found = present(ledger)["7"]
        assert isinstance(found, Call)
        assert (found.method, found.note, found.name) == (Method.PHONE, "from the car", "Anna")
        assert (minutes_used(ledger), verify(ledger).ok) == (10, True)


def test_a_price_that_comes_later_reaches_a_corrected_text(tmp_path: Path) -> None:
    price = Money(Decimal("0.01"), "USD")
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text(external_id="7"))
        correct(ledger, tags="offer")
        keep(ledger, text(external_id="7", price=price))
        found = present(ledger)["7"]
        assert isinstance(found, Text)
        assert (found.price, found.tags, verify(ledger).ok) == (price, "offer", True)


def test_undoing_gives_the_entry_as_its_source_tells_it(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", minutes=3))
        before = present(ledger)
        undo(ledger, correct(ledger, method=Method.PHONE, tags="a, b", name="Anna"))
        assert present(ledger) == before
        assert (minutes_used(ledger), verify(ledger).ok) == (3, True)


def test_after_undoing_a_later_report_is_all_there_is(tmp_path: Path) -> None:
    later = call(external_id="7", minutes=5, note="theirs")
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", minutes=3))
        undo(ledger, correct(ledger, note="mine"))
        keep(ledger, later)
        assert present(ledger) == {"7": later}
        assert verify(ledger).ok


def test_undoing_an_undoing_brings_the_change_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7"))
        undone = undo(ledger, correct(ledger, note="mine"))
        back = undo(ledger, undone)
        assert present(ledger)["7"].note == "mine"
        undo(ledger, back)
        assert present(ledger)["7"].note == ""


def test_what_a_later_change_set_stays_when_an_earlier_one_is_undone(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7"))
        first = correct(ledger, note="first", name="Anna")
        second = correct(ledger, note="second")
        undo(ledger, first)
        assert (present(ledger)["7"].note, present(ledger)["7"].name) == ("second", "")
        undo(ledger, second)
        assert present(ledger)["7"].note == ""


def test_a_tag_taken_back_leaves_the_tags_of_others(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", tags="old"))
        first = correct(ledger, add_tags="warm, offer")
        correct(ledger, add_tags="later", remove_tags="OLD")
        assert present(ledger)["7"].tags == "later, offer, warm"
        undo(ledger, first)
        assert present(ledger)["7"].tags == "later"


def test_a_field_set_to_the_sources_own_word_follows_the_source_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", note="theirs"))
        correct(ledger, note="mine")
        correct(ledger, note="theirs")
        keep(ledger, call(external_id="7", note="theirs, later"))
        assert present(ledger)["7"].note == "theirs, later"
        correct(ledger, note="mine", tags="x")
        correct(ledger, as_reported=frozenset({"note"}))
        assert (present(ledger)["7"].note, present(ledger)["7"].tags) == ("theirs, later", "x")


def test_a_plan_for_calls_and_a_method_leave_texts_as_they_are(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        keep(ledger, text(external_id="7"))
        assert correct(ledger, method=Method.PHONE) == 0
        assert correct(ledger, counts_toward="none") != 0
        assert present(ledger)["7"].counts_toward == "none"


def test_a_reported_leg_gets_no_other_one_by_a_method(tmp_path: Path) -> None:
    legs = (Leg(60_000_000, OWN, FAR),)
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", legs=legs))
        assert correct(ledger, method=Method.PHONE) == 0


def test_the_person_of_an_entry_can_be_changed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", agent="Jana"), call(external_id="8", agent="Omar"))
        correct(ledger, entry_ids(ledger)[0], agent="omar")
        assert present(ledger)["7"].agent == "Omar"
        correct(ledger, agent="Nadia")
        assert verify(ledger).ok


def test_a_change_that_changes_nothing_is_not_kept(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", note="same"))
        assert correct(ledger, note="same") == 0
        with ledger.reading() as snapshot:
            assert not snapshot.connection.exec_driver_sql("SELECT * FROM change").all()


def test_an_old_id_means_the_present_version(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7"))
        (first,) = entry_ids(ledger)
        correct(ledger, note="one")
        correct(ledger, first, note="two")
        assert present(ledger)["7"].note == "two"


@pytest.fixture
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("correct_entries", "undo_change"):
        monkeypatch.setattr(f"app.actions.{name}.CHUNK", 2)


@pytest.mark.usefixtures("_small_chunks")
def test_what_was_done_before_it_was_cancelled_is_one_change(tmp_path: Path) -> None:
    answers = iter([False, True])
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *(call(external_id=str(n)) for n in range(5)))
        wish = Wish(method=Method.PHONE)
        done = correct_entries(
            ledger, entry_ids(ledger), wish, NOW, cancelled=lambda: next(answers)
        )
        assert (done.entries, done.cancelled, minutes_used(ledger)) == (2, True, 7)
        undo(ledger, done.change_id)
        assert (minutes_used(ledger), verify(ledger).ok) == (5, True)


@pytest.mark.usefixtures("_small_chunks")
def test_an_undoing_that_was_cancelled_goes_on_when_asked_again(tmp_path: Path) -> None:
    answers = iter([False, True])
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *(call(external_id=str(n)) for n in range(5)))
        change = correct(ledger, method=Method.PHONE)
        undo_change(ledger, change, NOW, cancelled=lambda: next(answers))
        assert minutes_used(ledger) == 8
        undo(ledger, change)
        assert (minutes_used(ledger), verify(ledger).ok) == (5, True)


def test_the_history_tells_reports_and_changes_in_order(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="7", minutes=3))
        first = correct(ledger, note="mine")
        keep(ledger, call(external_id="7", minutes=5))
        undone = undo(ledger, first)
        found = entry_history(ledger, str(entry_ids(ledger)[0]))
    changes = [version.change.id if version.change else 0 for version in found.versions]
    notes = [version.fact.note for version in found.versions]
    assert changes == [0, first, 0, undone]
    assert notes == ["", "mine", "mine", ""]


_WISHES = st.one_of(
    st.builds(Wish, method=st.sampled_from(Method)),
    st.builds(Wish, agent=st.sampled_from(["Jana", "Omar"])),
    st.builds(Wish, counts_toward=st.sampled_from(["none", ""])),
    st.builds(Wish, note=st.sampled_from(["a", ""]), name=st.sampled_from(["b", ""])),
    st.builds(Wish, tags=st.sampled_from(["x", "x, y", ""])),
    st.builds(Wish, add_tags=st.sampled_from(["x", "z"]), remove_tags=st.sampled_from(["", "y"])),
    st.builds(Wish, as_reported=st.frozensets(st.sampled_from(["note", "method"]), min_size=1)),
)
_REPORTS = st.builds(
    call,
    st.sampled_from(["2026-11-02 09:00", "2026-11-20 09:00"]),
    st.integers(0, 1500),
    external_id=st.sampled_from(["1", "2", "3"]),
    note=st.sampled_from(["", "theirs"]),
    method=st.sampled_from([None, Method.PHONE]),
    tags=st.sampled_from(["", "x"]),
)
_ACTS = st.lists(st.one_of(_REPORTS, _WISHES, st.integers(0, 9)), min_size=2, max_size=10)


@settings(max_examples=60, deadline=None)
@given(_ACTS)
def test_whatever_is_reported_corrected_and_undone_the_totals_stay_true(
    acts: list[Call | Wish | int],
) -> None:
    reports = [act for act in acts if isinstance(act, Call)]
    with TemporaryDirectory() as first, ledger_with(Path(first), "hubspot-starter") as ledger:
        made = [change for act in acts if (change := _act(ledger, act))]
        assert verify(ledger).ok
        for change in made:
            _undo_if_it_stands(ledger, change)
        assert verify(ledger).ok
        after, counted = present(ledger), totals(ledger)
    with TemporaryDirectory() as second, ledger_with(Path(second), "hubspot-starter") as plain:
        for report in reports:
            keep(plain, report)
        assert (present(plain), totals(plain)) == (after, counted)


def _act(ledger: Ledger, act: Call | Wish | int) -> int:
    """Do one act; returns the number of a correction."""
    if isinstance(act, Wish):
        return correct_entries(ledger, entry_ids(ledger)[:2], act, NOW).change_id
    if isinstance(act, int):
        _undo_if_it_stands(ledger, act)
    else:
        keep(ledger, act)
    return 0


def _undo_if_it_stands(ledger: Ledger, change: int) -> None:
    with ledger.reading() as snapshot:
        standing = snapshot.connection.exec_driver_sql(
            "SELECT 1 FROM change WHERE id=? AND undone_us IS NULL", (change,)
        ).first()
    if standing:
        undo(ledger, change)

"""Erased numbers and names: nothing of them comes back, and every figure stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.follow_call import take_report
from app.actions.keep_numbers import erase_in_ledger
from app.actions.live_calls import gone
from app.actions.unsure_ends import settle_end, unsure_ends
from app.actions.verify import verify
from app.domain.event import Call, Direction, Fact, Leg, Method, Source
from app.domain.instant import DAY, END, SECOND, Instant
from app.domain.money import Money
from app.domain.price import PriceRow
from app.ledger.connections.prices import keep_prices
from app.ledger.contacts import Contact, contact_of, erase_contact
from app.ledger.ledger import Ledger
from app.ledger.plans import add_prices
from app.ledger.retention import Place, count_older, erase_older
from tests.support.call_reports import ONE, after, report
from tests.support.corrections import correct, minutes_used, present, undo
from tests.support.ledgers import FAR, HUBSPOT, NOW, OWN, call, keep, ledger_with, text

TWILIO = Source("twilio", "1")
FARS = [FAR, "+447400123456", "+4915112345678", "anonymous", "", "client:ada", OWN, "030123456"]
_far, _ways, _id = st.sampled_from(FARS), st.sampled_from(Direction), st.sampled_from("abcdef")
_start = st.integers(-40, 0).map(lambda day: Instant(NOW + day * DAY))
_talk = st.integers(0, 600 * SECOND)
_price = st.sampled_from([None, Money(Decimal("0.2"), "USD")])
_name = st.sampled_from(["", "Ada Lovelace", "Grace"])
_leg = st.builds(Leg, _talk, st.sampled_from([OWN, *FARS]), _far, _id, _price)
_legs = st.lists(_leg, max_size=2, unique_by=lambda leg: leg.external_id).map(tuple)
_both = {"external_id": _id, "start": _start, "direction": _ways, "far": _far, "name": _name}
_call = st.fixed_dictionaries(
    {
        **_both,
        "source": st.sampled_from([TWILIO, HUBSPOT]),
        "talk_us": _talk,
        "method": st.sampled_from([None, *Method]),
        "legs": _legs,
        "note": st.sampled_from(["", "call +1 (212) 555-0123"]),
    }
).map(lambda said: call(**said))
_text = st.fixed_dictionaries(
    {**_both, "counted": st.integers(1, 3), "media": st.integers(0, 1), "price": _price}
).map(lambda said: text(**said))
_prefixes = st.sampled_from(["1", "1212", "12125550", "447400", "4474001", "49151"])
_row = st.builds(
    lambda origin, to, unit, rate, fetched: PriceRow(
        origin, to, unit, Money(Decimal(rate) / 100, "USD"), Instant(0), fetched
    ),
    st.one_of(st.just(""), _prefixes), _prefixes, st.sampled_from(["minute", "sms", "mms"]),
    st.integers(1, 9), st.booleans(),
)  # fmt: skip


def _derived(ledger: Ledger) -> list[tuple[object, ...]]:
    with ledger.reading() as snapshot:
        return [
            tuple(row)
            for table in ("charge", "total", "crossing", "coverage", "identity", "twin")
            for row in snapshot.connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608
        ]


def _erase(ledger: Ledger, typed: str) -> int:
    with ledger.writing() as writing:
        return erase_contact(writing, contact_of(typed)).entries


def _retain(ledger: Ledger, before: Instant = END, most: int = 2) -> int:
    entries = 0
    place: Place | None = Place()
    while place is not None:
        with ledger.writing() as writing:
            done, place = erase_older(writing, before, place, most)
            entries += done
    return entries


def _words(ledger: Ledger) -> str:
    """Return every text in the ledger in one."""
    with ledger.reading() as snapshot:
        connection = snapshot.connection
        tables = ("fact", "leg", "number", "phrase", "phrase_index", "open_call", "import_file",
                  "closed_call")  # fmt: skip
        rows = [connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in tables]  # noqa: S608
    return repr(rows)


def _check_unchanged(ledger: Ledger, before: list[tuple[object, ...]]) -> None:
    assert _derived(ledger) == before
    assert verify(ledger).differences == ()


@settings(max_examples=20)
@given(st.lists(st.one_of(_call, _text), max_size=12), st.lists(_row, max_size=5))
def test_old_entries_lose_their_numbers_and_no_figure_changes(
    facts: list[Fact], rows: list[PriceRow]
) -> None:
    with TemporaryDirectory() as folder, _priced(Path(folder), rows) as ledger:
        keep(ledger, *facts[::2])
        keep(ledger, *facts[1::2])
        before = _derived(ledger)
        _retain(ledger)
        _check_unchanged(ledger, before)
        with ledger.reading() as snapshot:
            assert count_older(snapshot.connection, END) == 0
        assert "Ada" not in _words(ledger)


@settings(max_examples=20)
@given(
    st.lists(st.one_of(_call, _text), max_size=12), st.lists(_row, max_size=5),
    st.sampled_from([FAR, "+447400123456", "Ada Lovelace"]),
)  # fmt: skip
def test_a_contact_is_gone_and_no_figure_changes(
    facts: list[Fact], rows: list[PriceRow], typed: str
) -> None:
    with TemporaryDirectory() as folder, _priced(Path(folder), rows) as ledger:
        keep(ledger, *facts[::2])
        keep(ledger, *facts[1::2])
        before = _derived(ledger)
        _erase(ledger, typed)
        _check_unchanged(ledger, before)
        assert typed.casefold() not in _words(ledger).casefold()
        keep(ledger, *facts)
        assert verify(ledger).differences == ()


@contextmanager
def _priced(folder: Path, rows: list[PriceRow]) -> Iterator[Ledger]:
    with ledger_with(folder, "hubspot-professional", "aircall-us-ca") as ledger:
        with ledger.writing() as writing:
            add_prices(writing, [row for row in rows if not row.fetched])
            keep_prices(writing, [row for row in rows if row.fetched])
            writing.change_rules()
        yield ledger


def test_the_same_report_again_does_not_bring_a_number_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call(external_id="a", name="Ada Lovelace")
        keep(ledger, said)
        assert _erase(ledger, FAR) == 1
        keep(ledger, said, said._replace(talk_us=said.talk_us * 2))
        assert present(ledger)["a"].far == "erased:known:US:+1"
        assert "2125550123" not in _words(ledger)
        assert "ada" not in _words(ledger).casefold()


def test_a_later_report_still_brings_its_length(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        said = call(external_id="a", minutes=1)
        keep(ledger, said)
        _erase(ledger, FAR)
        keep(ledger, said._replace(talk_us=180 * SECOND))
        found = present(ledger)["a"]
        assert isinstance(found, Call)
        assert found.talk_us == 180 * SECOND


def test_a_new_record_with_that_number_comes_in_as_it_is(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="a"))
        _erase(ledger, FAR)
        keep(ledger, call(external_id="b"))
        assert present(ledger)["b"].far == FAR


def test_a_number_in_notes_of_others_is_struck_out_however_it_is_spelled(tmp_path: Path) -> None:
    spelled = "(212) 555-0123, +1 212.555.0123; 0012125550123 and 2125550123"
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call(external_id="a"), call(external_id="b", far="+15", note=f"see {spelled}"))
        _erase(ledger, "212-555-0123")
        assert present(ledger)["b"].note == "see …, …; … and …"
        assert "0123" not in _words(ledger)


def test_corrections_and_their_undoing_survive_erasing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id="a", name="Ada Lovelace"))
        correct(ledger, method=Method.PHONE, note="Ada is busy")
        _erase(ledger, FAR)
        undo(ledger)
        assert present(ledger)["a"].note == ""
        assert "ada" not in _words(ledger).casefold()
        assert verify(ledger).differences == ()


def test_a_name_erases_all_its_numbers(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(
            ledger, call(external_id="a", name="Ada Lovelace"),
            call(external_id="b", far="+447400123456", name="ada  lovelace"),
            call(external_id="c", far="anonymous", name="Ada Lovelace"),
            call(external_id="d", far="+447400123456"), call(external_id="e", far="+493012345678"),
        )  # fmt: skip
        assert _erase(ledger, "Ada lovelace") == 4
        assert {fact.far for fact in present(ledger).values()} == {
            "erased:known:US:+1", "erased:known:GB:+44", "erased:withheld::", "+493012345678",
        }  # fmt: skip


def test_a_name_that_others_have_too_stays_theirs(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call(external_id="a", name="Reception"))
        keep(ledger, call(external_id="b", far="+447400123456", name="Reception"))
        with ledger.writing() as writing:
            found = erase_contact(writing, Contact(number=FAR))
        assert (found.names, found.shared) == ((), ("Reception",))
        assert present(ledger)["b"].name == "Reception"


def test_younger_entries_keep_their_numbers(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("2026-01-05 10:00", external_id="a"), text("2026-03-05 10:00"))
        assert _retain(ledger, Instant(NOW - 300 * DAY)) == 1
        assert present(ledger)["a"].far == "erased:known:US:+1"
        assert FAR in {fact.far for fact in present(ledger).values()}


def test_an_id_that_holds_the_number_becomes_another_one(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id=f"{FAR}@17", source=Source("hook")), call(far=OWN))
        correct(ledger, 1, note="once")
        correct(ledger, 1, method=Method.PHONE, after_seconds=1)
        assert _erase(ledger, FAR) == 1
        assert minutes_used(ledger) == 3
        undo(ledger)
        assert minutes_used(ledger) == 2
        assert verify(ledger).differences == ()
        assert "2125550123" not in _words(ledger)


def test_two_sources_of_one_call_stay_one_call(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(external_id=f"{FAR}@17", source=Source("hook")), call(source=TWILIO))
        _retain(ledger)
        assert minutes_used(ledger) == 1
        keep(ledger, call(Instant(NOW + DAY), source=TWILIO, far="+447400123456"))
        assert minutes_used(ledger) == 2
        assert verify(ledger).differences == ()


def test_an_open_call_loses_its_number_and_name_and_still_ends(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        take_report(ledger, report("start", 0, id=ONE, number=FAR, name="Ada Lovelace"))
        take_report(ledger, report("start", 0, id="call-2125550123@pc", number="+447400123456"))
        _erase(ledger, FAR)
        assert "2125550123" not in _words(ledger)
        assert "Ada" not in _words(ledger)
        take_report(ledger, report("end", 60, id=ONE))
        assert minutes_used(ledger) == 1
        assert verify(ledger).differences == ()


def test_an_id_that_was_over_is_forgotten_with_the_number_in_it(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        take_report(ledger, report("start", 0, id="call-2125550123@pc", number=FAR))
        take_report(ledger, report("end", 60, id="call-2125550123@pc"))
        assert "call-2125550123@pc" in _words(ledger)
        _erase(ledger, FAR)
        assert "2125550123" not in _words(ledger)


def test_an_estimated_end_stays_one_when_its_record_gets_another_id(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        take_report(ledger, report("start", 0, id="call-2125550123@pc", number=FAR))
        gone(ledger, "hook", after(60))
        _erase(ledger, FAR)
        with ledger.reading() as snapshot:
            (end,) = unsure_ends(snapshot)
        assert end.number == "erased:known:US:+1"
        settle_end(ledger, end.entry, 30 * SECOND)
        assert "2125550123" not in _words(ledger)


def test_a_call_open_for_longer_than_numbers_are_kept_is_recorded_without_them(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        take_report(ledger, report("start", 0, id=ONE, number=FAR, name="Ada Lovelace"))
        before = Instant(NOW + 300 * DAY)
        with ledger.reading() as snapshot:
            assert count_older(snapshot.connection, before) == 1
        assert erase_in_ledger(ledger, before, before, lambda _: None) == 1
        assert "2125550123" not in _words(ledger)
        assert "Ada" not in _words(ledger)
        assert minutes_used(ledger) == 1

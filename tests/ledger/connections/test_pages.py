"""Pages that arrive: kept whole, in any order, and as often as they like."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from app.actions.verify import verify
from app.domain.event import Call
from app.ledger.connections.pages import PageStored, position_of
from app.ledger.ledger import Ledger
from tests.support.connections import account, arrive, connect
from tests.support.ledgers import NOW, at, call, keep, ledger_with, receipts

_CALLS = [call(f"2026-11-{day:02} 09:30", external_id=f"c{day}") for day in range(1, 13)]
_PAGES = [tuple(_CALLS[start : start + 3]) for start in range(0, 12, 2)]


def _facts(ledger: Ledger) -> list[Call]:
    return [each.fact for each in receipts(ledger) if isinstance(each.fact, Call)]


def _place(ledger: Ledger, connection_id: int) -> str:
    with ledger.reading() as snapshot:
        return position_of(snapshot.connection, connection_id, "calls")


def test_a_page_tells_what_was_new_known_and_changed(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, first, second = connect(ledger), call(), call()
        assert arrive(ledger, made, first, second) == PageStored(2, 0, 0, 0)
        edited = first._replace(name="Übermut KG")
        assert arrive(ledger, made, edited, second, call()) == PageStored(1, 1, 1, 0)


def test_a_page_that_says_nothing_new_writes_no_version(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, page = connect(ledger), (call(), call())
        arrive(ledger, made, *page)
        before = receipts(ledger)
        assert arrive(ledger, made, *page) == PageStored(0, 2, 0, 0)
        assert receipts(ledger) == before


def test_a_part_goes_on_where_its_last_page_ended(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        assert _place(ledger, made.id) == ""
        arrive(ledger, made, call(), position="second")
        arrive(ledger, made, call())
        assert _place(ledger, made.id) == "second"


def test_records_read_are_added_up_until_the_beginning_was_reached(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, call(), position="a", read=100, total=150)
        arrive(ledger, made, position="b", read=50, total=150, whole=True)
        arrive(ledger, made, position="c", read=2, total=2)
        (part,) = account(ledger, made).parts
    assert (part.read, part.whole) == (150, True)


def test_a_part_tells_how_many_entries_there_are_and_from_when(tmp_path: Path) -> None:
    first, last = call("2026-11-01 08:00"), call("2026-11-03 08:00")
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, last)
        arrive(ledger, made, first, last._replace(name="Übermut KG"))
        keep(ledger, call("2026-11-02 08:00"))
        (part,) = account(ledger, made).parts
    assert (part.entries, part.first, part.last) == (3, first.start, at("2026-11-03 08:00"))


def test_parts_are_counted_apart(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, call())
        arrive(ledger, made, part="texts")
        parts = account(ledger, made).parts
    assert [(each.part, each.entries) for each in parts] == [("calls", 1), ("texts", 0)]


@given(st.lists(st.sampled_from(_PAGES), max_size=10))
def test_pages_in_any_order_and_as_often_as_they_like_make_the_same_entries(
    pages: list[tuple[Call, ...]],
) -> None:
    with TemporaryDirectory() as folder, ledger_with(Path(folder)) as ledger:
        made = connect(ledger)
        for page in [*pages, *_PAGES]:
            arrive(ledger, made, *page, now=NOW)
        assert _facts(ledger) == _CALLS
        (part,) = account(ledger, made).parts
        assert part.entries == len(_CALLS)
        assert verify(ledger).ok

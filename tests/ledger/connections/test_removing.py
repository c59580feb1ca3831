"""A connection's entries removed for good, and everything else as if they had never been."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.actions.correct_entries import correct_entries
from app.actions.duplicates import decide_pairs
from app.actions.mark_me import MeWish, mark_me
from app.actions.status import read_status
from app.actions.undo_change import list_changes
from app.actions.verify import verify
from app.domain.connection import Connection, Provider
from app.domain.correction import Wish
from app.domain.event import Source
from app.ledger.connections.removing import remove_entries
from app.ledger.ledger import Ledger
from tests.support.connections import AT_TWILIO, account, arrive, connect
from tests.support.ledgers import NOW, call, keep, ledger_with, receipts, text

_SOFTPHONE, _EXCHANGE = Source("microsip"), Source("asterisk")
_HOLDING = (
    "fact", "leg", "identity", "superseded", "correction", "change", "twin", "phrase", "mention",
    "charge", "total", "crossing", "coverage", "withdrawn", "unfinished_record", "refused_record",
)  # fmt: skip


def _left(ledger: Ledger) -> dict[str, int]:
    with closing(sqlite3.connect(ledger.path)) as raw:
        counts = {t: raw.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in _HOLDING}  # noqa: S608 - our own names
    return {table: count for table, count in counts.items() if count}


def _remove(ledger: Ledger, made: Connection) -> int | None:
    removed = remove_entries(ledger, made, NOW)
    assert verify(ledger).ok
    return removed


def test_nothing_of_the_entries_is_left(tmp_path: Path) -> None:
    said = call(name="Übermut KG", agent="Anna Berg", far="+12125550188")
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, said, call(external_id="x"), unfinished=("x",))
        correct_entries(ledger, [1], Wish(note="call again"), NOW)
        arrive(ledger, made, said._replace(name="Übermut"), gone=("x",))
        assert _remove(ledger, made) == 2
        assert _left(ledger) == {}
    held = b"".join(path.read_bytes() for path in tmp_path.glob("ledger.db*"))
    assert not any(each in held for each in ("Übermut".encode(), b"5550188", b"Anna Berg"))


def test_other_entries_stay_with_their_changes_numbers_and_people(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        mark_me(ledger, MeWish(name="Ben"))
        made = connect(ledger)
        other = call(source=Source("hubspot", "2"), agent="Carla", minutes=2)
        keep(ledger, other, text())
        arrive(ledger, made, call(agent="Ben"))
        correct_entries(ledger, [1, 3], Wish(note="call again"), NOW)
        assert _remove(ledger, made) == 1
        assert {each.fact.note for each in receipts(ledger)} == {"call again", ""}
        assert [each.entries for each in list_changes(ledger)] == [1]
        used = {m.agent: m.used for m in read_status(ledger, NOW, "all").meters}
    assert used == {"Ben": 0, "Carla": 2}


def test_a_copy_that_was_hidden_counts_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, said = connect(ledger), call(minutes=3)
        arrive(ledger, made, said)
        keep(ledger, said._replace(source=_SOFTPHONE, external_id="s"))
        keep(ledger, said._replace(source=_EXCHANGE, external_id="e"))
        assert read_status(ledger, NOW).meters[0].used == 3
        _remove(ledger, made)
        assert (read_status(ledger, NOW).meters[0].used, len(receipts(ledger))) == (3, 2)


def test_what_was_said_of_pairs_goes_with_one_of_them(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, said = connect(ledger), call(minutes=3)
        arrive(ledger, made, said)
        keep(ledger, said._replace(source=_SOFTPHONE, external_id="s"))
        decide_pairs(ledger, [(1, 2)], NOW, apart=True)
        _remove(ledger, made)
        assert list_changes(ledger) == []


def test_entries_of_subaccounts_go_as_well(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger, Provider.TWILIO, "AC1")
        arrive(ledger, made, call(source=AT_TWILIO))
        sub = AT_TWILIO._replace(account="AC2")
        arrive(ledger, made, call(source=sub), part="calls AC2", account="AC2")
        keep(ledger, call(source=AT_TWILIO._replace(account="AC3")))
        assert _remove(ledger, made) == 2


def test_all_can_be_read_again_afterwards(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, other = connect(ledger), connect(ledger, Provider.AIRCALL)
        page = (call(), call())
        arrive(ledger, other, text(), part="texts")
        arrive(ledger, made, *page, position="end", whole=True)
        _remove(ledger, made)
        assert account(ledger, made).parts == ()
        assert arrive(ledger, made, *page).new == 2
        assert [each.entries for each in account(ledger, other).parts] == [1]
        assert verify(ledger).ok


def test_a_removal_that_is_cancelled_changes_nothing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        keep(ledger, call(source=AT_TWILIO))
        arrive(ledger, made, call(), call(), position="end")
        before = _left(ledger)

        def tell(done: int, total: int) -> None:
            told.append((done, total))

        assert remove_entries(ledger, made, NOW, tell, lambda: (2, 3) in told) is None
        assert (_left(ledger), account(ledger, made).parts[0].entries) == (before, 2)
        assert verify(ledger).ok


def test_progress_ends_with_all_entries(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        made = connect(ledger)
        keep(ledger, call(source=AT_TWILIO), text())
        arrive(ledger, made, call(), call())
        remove_entries(ledger, made, NOW, lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)
    assert told == sorted(told)

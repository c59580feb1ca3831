"""Pages of records taken in, each whole: facts, lists and the place where to go on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from app.domain.accounts import RefusedRecord
from app.domain.connection import Connection
from app.domain.event import Call, Fact, Leg
from app.domain.instant import Instant
from app.domain.merge import digest_of
from app.domain.plan import Line
from app.ledger.connections.choosing import toward
from app.ledger.connections.counting import count_part
from app.ledger.connections.refused import keep_refused, take_back_refused
from app.ledger.connections.unfinished import keep_unfinished
from app.ledger.connections.withdrawing import reinstate, withdraw
from app.ledger.driver import driver
from app.ledger.plans import set_behind_connect

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing
    from app.ledger.store import Stored

_PLACE = """
    INSERT INTO connection_part (connection_id, part, account, position, read, total, whole)
    VALUES (?, ?, ?, coalesce(?4, ''), ?, ?, ?)
    ON CONFLICT DO UPDATE SET position = coalesce(?4, position),
        total = CASE WHEN ?4 IS NULL THEN total ELSE excluded.total END,
        read = CASE WHEN whole THEN read ELSE read + excluded.read END,
        whole = max(whole, excluded.whole)
"""
_CHANGED = "SELECT count(DISTINCT by_id) FROM superseded WHERE by_id BETWEEN ? AND ?"


@dataclass(frozen=True, slots=True)
class Arriving:
    """A page of a part of a connection, of one account.

    ``position``: where its reader goes on, ``None`` where the page was of records read again.
    ``read``: records on the page, refused ones too; ``total``: of the reading, ``None`` where
    nobody knows. ``whole``: read back to the beginning by now. ``unfinished`` and ``gone``: ids of
    records that are not final, and of deleted ones. ``settled``: ids of those that are final,
    ``None`` for those of the facts. ``asked``: ids that were asked for again.
    """

    part: str
    account: str
    facts: Sequence[Fact] = ()
    position: str | None = None
    read: int = 0
    total: int | None = None
    whole: bool = False
    unfinished: Sequence[str] = ()
    refused: Sequence[RefusedRecord] = ()
    gone: Sequence[str] = ()
    asked: Sequence[str] = ()
    settled: Sequence[str] | None = None


class PageStored(NamedTuple):
    """What a page said: new records, known ones, known ones with news, and deleted ones."""

    new: int
    known: int
    changed: int
    gone: int


def store_page(
    writing: "Writing", connected: Connection, arriving: Arriving, now: Instant
) -> PageStored:
    """Take a page in, with everything that came with it; all in the transaction of ``writing``."""
    facts = _as_said(writing, connected, arriving.facts)
    _mark_behind(writing, connected, arriving.account)
    gone = set(arriving.gone)
    reinstate(writing, [fact for fact in facts if fact.external_id not in gone], now)
    stored = writing.store(facts)
    withdrawn = withdraw(writing, connected.provider, arriving.account, sorted(gone), now)
    transaction = writing.connection
    place = (connected.id, arriving.part)
    _keep_lists(transaction, place, arriving, facts, now)
    _keep_place(transaction, place, arriving)
    count_part(transaction, connected, arriving.part)
    return _told(transaction, facts, stored, withdrawn)


def position_of(connection: "Transaction", connection_id: int, part: str) -> str:
    """Return where the reader of a part goes on, "" at the very beginning."""
    row = connection.exec_driver_sql(
        "SELECT position FROM connection_part WHERE connection_id=? AND part=?",
        (connection_id, part),
    ).first()
    return "" if row is None else str(row[0])


def _as_said(writing: "Writing", connected: Connection, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Let records count as is said of their connection, but for what their reader says itself."""
    said = toward(connected, writing.rules)
    if not any(said.values()):
        return facts
    return [_counting(fact, said) for fact in facts]


def _counting(fact: Fact, said: Mapping[Line, str]) -> Fact:
    counts = said[Line.CALLS if isinstance(fact, Call) else Line.TEXTS]
    return fact if fact.counts_toward or not counts else fact._replace(counts_toward=counts)


def _mark_behind(writing: "Writing", connected: Connection, account: str) -> None:
    """Mark a subaccount that is new, because its account is behind Twilio Connect."""
    marked = writing.register.people.behind_connect
    if not connected.options.behind_connect or any(s.account == account for s in marked):
        return
    set_behind_connect(writing, connected.provider.value, account)
    writing.change_rules(lines=(Line.CALLS,))


def _keep_lists(
    transaction: "Transaction",
    place: tuple[int, str],
    arriving: Arriving,
    facts: Sequence[Fact],
    now: Instant,
) -> None:
    """Keep which records are to be read again, and which were not taken."""
    gone, unfinished = set(arriving.gone), arriving.unfinished
    starts = {fact.external_id: fact.start for fact in facts}
    began = starts | {leg.external_id: fact.start for fact in facts for leg in _legs(fact)}
    settled = starts.keys() if arriving.settled is None else set(arriving.settled)
    keep_unfinished(
        transaction, place, {each: began.get(each, now) for each in unfinished},
        asked=arriving.asked, final=(settled - set(unfinished)) | gone, now=now,
    )  # fmt: skip
    odd = {each.external_id for each in arriving.refused}
    take_back_refused(transaction, place, sorted((settled | gone | {*unfinished}) - odd))
    keep_refused(transaction, place, arriving.refused, now)


def _keep_place(transaction: "Transaction", place: tuple[int, str], arriving: Arriving) -> None:
    again = arriving.position is None
    driver(transaction).execute(
        _PLACE,
        (
            *place, arriving.account, arriving.position, 0 if again else arriving.read,
            arriving.total, int(arriving.whole),
        ),
    )  # fmt: skip


def _legs(fact: Fact) -> Sequence[Leg]:
    return fact.legs if isinstance(fact, Call) else ()


def _told(
    transaction: "Transaction", facts: Sequence[Fact], stored: "Stored", gone: int
) -> PageStored:
    ids = stored.ids
    changed = 0
    if ids:
        (changed,) = driver(transaction).execute(_CHANGED, (ids[0], ids[-1])).fetchone()
    known = len({digest_of(fact) for fact in facts}) - len(ids)
    return PageStored(len(ids) - changed, max(0, known), changed, gone)

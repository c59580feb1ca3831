"""Usage counts taken from desktops: each as its ledger said it last, and the sums kept in step."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.instant import Instant
from app.domain.plan import MeterKind
from app.server.caller import Caller
from app.server.companies import hold
from app.server.refusals import Refused
from app.server.revisions import begin_revision
from app.server.tables import company
from app.server.usage_holding import Moved, Sent, Slot, move
from app.server.usage_sums import move_sums
from app.server.usage_tables import usage_count, usage_ledger
from app.wire.refusal import Reason
from app.wire.usage import UsageCount, UsageTaken, UsageUpload

#: Computers of one person, those long gone included.
_MOST_LEDGERS = 100
#: A day's price beyond which the sum of a cycle could not be written any more.
_MOST_AMOUNT = 30_000_000
_TWICE = "Field counts must have each kind and day only once."
_TOO_DEAR = f"Field amounts must not hold more than {_MOST_AMOUNT}."
_TOO_MANY = "Field ledger is new, but this person sends counts from too many computers already."

_Known = dict[Slot, dict[str, Sent]]
_Moves = dict[Slot, Moved]

_c = usage_count.c
_whole = (_c.ledger == bindparam("of"), _c.day == bindparam("on"), _c.kind == bindparam("what"))
_change = update(usage_count).where(*_whole)


@dataclass(frozen=True, slots=True)
class _Sender:
    """The ledger that sends, and the numbers of all ledgers of its person."""

    ledger: str
    sequence: int
    numbers: dict[str, int]

    @property
    def number(self) -> int:
        return self.numbers[self.ledger]


def take_usage(
    connection: Connection, caller: Caller, upload: UsageUpload, now: Instant
) -> UsageTaken:
    """Take the counts that are newer than what is known of them; the same twice changes nothing.

    Raises:
        Refused: the counts make no sense.
    """
    _check(upload.counts)
    # One at a time for a company, whichever copy of the server it comes through.
    hold(connection, caller.company)
    sender = _sender(connection, caller, upload, now)
    known = _known(connection, sender, upload.counts)
    fresh = [count for count in upload.counts if _is_newer(known, sender, count)]
    if fresh:
        moves = {_slot(count): _moved(known, sender, count) for count in fresh}
        _write(connection, sender, known, fresh, moves)
        _hand_over(connection, sender, moves)
        move_sums(connection, caller.company, moves)
        _note_report(connection, sender, now)
        begin_revision(connection, caller.company, now, company.c.usage_revision)
    return UsageTaken(taken=len(fresh), known=len(upload.counts) - len(fresh))


def _check(counts: Sequence[UsageCount]) -> None:
    if len({_slot(count) for count in counts}) < len(counts):
        raise Refused(422, Reason.INVALID, _TWICE)
    for count in counts:
        if any(abs(Decimal(each.amount)) > _MOST_AMOUNT for each in count.amounts):
            raise Refused(422, Reason.INVALID, _TOO_DEAR)


def _sender(connection: Connection, caller: Caller, upload: UsageUpload, now: Instant) -> _Sender:
    columns = usage_ledger.c
    query = select(columns.ledger_id, columns.number).where(columns.member_id == caller.member)
    numbers: dict[str, int] = {row[0]: row[1] for row in connection.execute(query)}
    if upload.ledger not in numbers:
        if len(numbers) >= _MOST_LEDGERS:
            raise Refused(422, Reason.INVALID, _TOO_MANY)
        row = {
            "company_id": caller.company,
            "member_id": caller.member,
            "ledger_id": upload.ledger,
            "reported_us": now,
        }
        added = connection.execute(insert(usage_ledger).values(row)).inserted_primary_key
        numbers[upload.ledger] = int(added[0]) if added else 0
    return _Sender(upload.ledger, upload.sequence, numbers)


def _known(connection: Connection, sender: _Sender, counts: Sequence[UsageCount]) -> _Known:
    """Read what the person's ledgers said about the days of these counts."""
    ledgers = {number: ledger for ledger, number in sender.numbers.items()}
    query = select(_c.ledger, _c.day, _c.kind, _c.sequence, _c.counted, _c.outside).where(
        _c.ledger.in_(ledgers), _c.day.in_({count.day.toordinal() for count in counts})
    )
    known: _Known = {}
    for number, day, kind, *values in connection.execute(query):
        slot = Slot(date.fromordinal(day), MeterKind(kind))
        known.setdefault(slot, {})[ledgers[number]] = Sent(ledgers[number], *values)
    return known


def _is_newer(known: _Known, sender: _Sender, count: UsageCount) -> bool:
    before = known.get(_slot(count), {}).get(sender.ledger)
    return before is None or before.sequence < sender.sequence


def _moved(known: _Known, sender: _Sender, count: UsageCount) -> Moved:
    sent = Sent(sender.ledger, sender.sequence, count.counted, count.outside)
    return move(known.get(_slot(count), {}), sent)


def _write(
    connection: Connection,
    sender: _Sender,
    known: _Known,
    fresh: Sequence[UsageCount],
    moves: _Moves,
) -> None:
    """Write the sender's own counts; a row is looked for under the lock, so none comes between."""
    added, changed = [], []
    for count in fresh:
        slot = _slot(count)
        values = _values(sender, count, holds=moves[slot].holder == sender.ledger)
        if sender.ledger in known.get(slot, {}):
            changed.append(_place(sender.number, slot) | values)
        else:
            row = {"ledger": sender.number, "day": slot.day.toordinal(), "kind": slot.kind.value}
            added.append(row | values)
    if added:
        connection.execute(insert(usage_count), added)
    if changed:
        connection.execute(_change, changed)


def _values(sender: _Sender, count: UsageCount, *, holds: bool) -> dict[str, object]:
    amounts = [each.model_dump() for each in count.amounts]
    return {
        "sequence": sender.sequence,
        "holds": holds,
        "counted": count.counted,
        "billed": count.billed,
        "over": count.over,
        "outside": count.outside,
        "second_leg": count.second_leg,
        "unpriced": count.unpriced,
        "amounts": json.dumps(amounts) if amounts else "",
    }


def _hand_over(connection: Connection, sender: _Sender, moves: _Moves) -> None:
    """Note where another ledger of the person begins or ceases to hold."""
    changed = [
        _place(sender.numbers[ledger], slot) | {"holds": ledger == moved.holder}
        for slot, moved in moves.items()
        if moved.before != moved.holder
        for ledger in (moved.before, moved.holder)
        if ledger is not None and ledger != sender.ledger
    ]
    if changed:
        connection.execute(_change, changed)


def _note_report(connection: Connection, sender: _Sender, now: Instant) -> None:
    mine = update(usage_ledger).where(usage_ledger.c.number == sender.number)
    connection.execute(mine.values(reported_us=now))


def _slot(count: UsageCount) -> Slot:
    return Slot(count.day, count.kind)


def _place(number: int, slot: Slot) -> dict[str, object]:
    return {"of": number, "on": slot.day.toordinal(), "what": slot.kind.value}

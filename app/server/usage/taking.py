"""Usage counts taken from desktops: each as its ledger said it last, and the sums kept in step."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection

from app.domain.instant import Instant
from app.server.people.caller import Caller
from app.server.people.companies import hold
from app.server.refusals import Refused
from app.server.usage.holding import Moved, Sent, Slot, move
from app.server.usage.rows import (
    Hold,
    Person,
    Row,
    add_ledger,
    add_to_sums,
    note_report,
    read_person,
    write_counts,
)
from app.wire.refusal import Reason
from app.wire.usage import UsageCount, UsageTaken, UsageUpload

#: Computers of one person, those long gone included.
_MOST_LEDGERS = 100
#: A day's price beyond which the sum of a cycle could not be written any more.
_MOST_AMOUNT = 30_000_000
_TWICE = "Field counts must have each kind and day only once."
_TOO_DEAR = f"Field amounts must not hold more than {_MOST_AMOUNT}."
_TOO_MANY = "Field ledger is new, but this person sends counts from too many computers already."

_Moves = dict[Slot, Moved]


def take_usage(
    connection: Connection, caller: Caller, upload: UsageUpload, now: Instant
) -> UsageTaken:
    """Take the counts that are newer than what is known of them; the same twice changes nothing.

    Raises:
        Refused: the counts make no sense.
    """
    _check(upload.counts)
    if connection.dialect.name != "sqlite":
        # One at a time for a company, whichever server it comes through; SQLite never lets in more.
        hold(connection, caller.company)
    taken = _Taking(connection, caller, upload, now).take()
    return UsageTaken(taken=taken, known=len(upload.counts) - taken)


def _check(counts: Sequence[UsageCount]) -> None:
    if len({_slot(count) for count in counts}) < len(counts):
        raise Refused(422, Reason.INVALID, _TWICE)
    for count in counts:
        if any(abs(Decimal(each.amount)) > _MOST_AMOUNT for each in count.amounts):
            raise Refused(422, Reason.INVALID, _TOO_DEAR)


@dataclass(frozen=True, slots=True)
class _Taking:
    """One upload, in the transaction that takes it."""

    connection: Connection
    caller: Caller
    upload: UsageUpload
    now: Instant

    def take(self) -> int:
        """Write what is newer, and all that follows from it; returns how many counts that is."""
        days = {count.day for count in self.upload.counts}
        person = read_person(self.connection, self.caller.member, days)
        fresh = [count for count in self.upload.counts if self._is_newer(person, count)]
        if fresh:
            numbers = self._with_mine(person.numbers)
            moves = {_slot(count): self._moved(person, count) for count in fresh}
            counts = [self._row(numbers, moves, count) for count in fresh]
            write_counts(self.connection, counts, self._handed_over(numbers, moves))
            add_to_sums(self.connection, self.caller.company, moves)
            number = numbers[self.upload.ledger]
            note_report(self.connection, self.caller.company, number, self.now)
        return len(fresh)

    def _is_newer(self, person: Person, count: UsageCount) -> bool:
        before = person.known.get(_slot(count), {}).get(self.upload.ledger)
        return before is None or before.sequence < self.upload.sequence

    def _with_mine(self, numbers: dict[str, int]) -> dict[str, int]:
        ledger = self.upload.ledger
        if ledger in numbers:
            return numbers
        if len(numbers) >= _MOST_LEDGERS:
            raise Refused(422, Reason.INVALID, _TOO_MANY)
        caller = self.caller
        return numbers | {
            ledger: add_ledger(self.connection, caller.company, caller.member, ledger, self.now)
        }

    def _moved(self, person: Person, count: UsageCount) -> Moved:
        sent = Sent(self.upload.ledger, self.upload.sequence, count.counted, count.outside)
        return move(person.known.get(_slot(count), {}), sent)

    def _row(self, numbers: dict[str, int], moves: _Moves, count: UsageCount) -> Row:
        amounts = [each.model_dump() for each in count.amounts]
        return Row(
            ledger=numbers[self.upload.ledger],
            day=count.day.toordinal(),
            kind=count.kind.value,
            sequence=self.upload.sequence,
            holds=moves[_slot(count)].holder == self.upload.ledger,
            counted=count.counted,
            billed=count.billed,
            over=count.over,
            outside=count.outside,
            second_leg=count.second_leg,
            unpriced=count.unpriced,
            amounts=json.dumps(amounts) if amounts else "",
        )

    def _handed_over(self, numbers: dict[str, int], moves: _Moves) -> list[Hold]:
        """Find where another ledger of the person begins or ceases to hold."""
        return [
            Hold(ledger == moved.holder, numbers[ledger], slot.day.toordinal(), slot.kind.value)
            for slot, moved in moves.items()
            if moved.before != moved.holder
            for ledger in (moved.before, moved.holder)
            if ledger is not None and ledger != self.upload.ledger
        ]


def _slot(count: UsageCount) -> Slot:
    return Slot(count.day, count.kind)

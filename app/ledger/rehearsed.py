"""Statements rehearsed: written as they would be saved, where nobody else ever sees them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from typing_extensions import override

from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line
from app.ledger.driver import driver
from app.ledger.ledger import Writing
from app.ledger.rebuild import Progress
from app.ledger.register import Register
from app.ledger.rehearsal import hide
from app.ledger.rulebook import load_rules
from app.ledger.snapshot import Snapshot

_OF_ORIGIN = ("plan_entry", "seats", "annual_seats", "link")
_STATED = ("company", *_OF_ORIGIN, "profile")


class Rehearsed:
    """Takes statements like a ledger does; ``rules`` are those they make, with nothing rated."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.rules = snapshot.rules

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Writing]:
        """Begin to write; nothing is ever kept, so ``durable`` plays no part."""
        del durable
        connection = self._snapshot.connection
        writing = _Rehearsal(connection, Register(connection), self.rules, (driver(connection), 0))
        yield writing
        self.rules = writing.rules


class _Rehearsal(Writing):
    @override
    def change_rules(
        self,
        since: Instant = BEGINNING,
        lines: Sequence[Line] = tuple(Line),
        progress: Progress | None = None,
    ) -> None:
        """Take up the rules alone: what they make of the facts is asked for afterwards."""
        self.connection.exec_driver_sql("UPDATE profile SET rules_version = rules_version + 1")
        self.register = Register(self.connection)
        self.rules = load_rules(self.connection, self.register.people)


@contextmanager
def stating(snapshot: Snapshot) -> Iterator[Rehearsed]:
    """Let statements be written until the end of the context; then all stands as it stood.

    What a company's server states counts as stated here meanwhile, so that an owner's edit is
    rehearsed like one's own; what was entered here is no part of it then, even while it holds.
    """
    connection = snapshot.connection
    joined = connection.exec_driver_sql("SELECT 1 FROM company").first() is not None
    hide(connection, _STATED, copied=True)
    for table in _OF_ORIGIN:
        connection.exec_driver_sql(
            f"DELETE FROM temp.{table} WHERE origin<>?",  # noqa: S608 - our own names
            (int(joined),),
        )
        connection.exec_driver_sql(f"UPDATE temp.{table} SET origin=0")  # noqa: S608
    connection.exec_driver_sql("DELETE FROM temp.company")
    try:
        yield Rehearsed(snapshot)
    finally:
        for table in _STATED:
            connection.exec_driver_sql(f"DROP TABLE temp.{table}")

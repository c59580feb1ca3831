"""Counts that the plan server does not have yet: units of mine by meter and local day, no more."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.book import DayCount
from app.domain.instant import Instant

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger, Writing


class Mark(NamedTuple):
    """Up to where the ledger was counted: newest fact, rules, and newest change of copies."""

    fact_id: int
    rules_version: int
    change_id: int


class Outgoing(NamedTuple):
    """``counts`` to send under a ``sequence`` that grows.

    ``mark``: what is noted once all are acknowledged, ``None`` where there is nothing to note.
    """

    sequence: int
    counts: tuple[DayCount, ...]
    mark: Mark | None


def counts_to_send(ledger: "Ledger", now: Instant) -> Outgoing:
    """Return my counts that differ from what the server acknowledged, the oldest day first."""
    raise NotImplementedError


def mark_sent(writing: "Writing", outgoing: Outgoing, counts: Iterable[DayCount]) -> None:
    """Note counts of an outgoing as acknowledged; a part of them at a time, or none."""
    raise NotImplementedError

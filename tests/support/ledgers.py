"""Ledgers, calls and texts for tests, made of the few figures a test is about."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from app.domain.catalogue import plan_from_document
from app.domain.event import Call, Direction, Source, Text
from app.domain.filters import Filters, Order
from app.domain.instant import BEGINNING, SECOND, Instant, instant
from app.domain.plan import Line, Plan
from app.domain.receipt import Receipt
from app.domain.timeline import PlanEntry
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.lists.listing import Listing
from app.ledger.plans import add_link, add_plan, add_seats

NOW = instant(datetime(2026, 11, 21, 13, 5, tzinfo=UTC))
HUBSPOT = Source("hubspot", "1")
AIRCALL = Source("aircall", "1")
OWN, FAR = "+14155550100", "+12125550123"
_PLANS = Path(__file__).parents[2] / "resources" / "plans"
_ids = count(1)


def at(text: str) -> Instant:
    """Read a UTC time, such as ``2026-11-03 09:30``."""
    return instant(datetime.fromisoformat(text).replace(tzinfo=UTC))


def plan(name: str) -> Plan:
    return plan_from_document(json.loads((_PLANS / f"{name}.json").read_text()))


def call(start: Instant | str = NOW, minutes: int = 1, **said: Any) -> Call:
    """Make a call of whole minutes, or of ``seconds`` where a test says so."""
    seconds = said.pop("seconds", minutes * 60)
    said.setdefault("external_id", f"call-{next(_ids)}")
    plain = Call(
        HUBSPOT, "", at(start) if isinstance(start, str) else start, int(seconds * SECOND),
        Direction.OUTBOUND, OWN, FAR,
    )  # fmt: skip
    return plain._replace(**said)


def text(start: Instant | str = NOW, segments: int = 1, **said: Any) -> Text:
    said.setdefault("external_id", f"text-{next(_ids)}")
    plain = Text(
        AIRCALL, "", at(start) if isinstance(start, str) else start, Direction.OUTBOUND, OWN, FAR,
        counted=segments,
    )  # fmt: skip
    return plain._replace(**said)


@contextmanager
def ledger_with(
    folder: Path, *plans: str, zone: str = "Europe/Berlin", linked: bool = False
) -> Iterator[Ledger]:
    """Open a ledger in which these catalogue plans cover everything."""
    with Ledger(ledger_path(folder)) as ledger:
        for name in plans:
            use(ledger, name, BEGINNING, zone=zone, linked=linked)
        yield ledger


def use(
    ledger: Ledger,
    name: str,
    start: Instant | str,
    *,
    zone: str = "Europe/Berlin",
    anchor: int = 1,
    linked: bool = False,
) -> None:
    """Put a catalogue plan in force from an instant on."""
    start = at(start) if isinstance(start, str) else start
    with ledger.writing() as writing:
        chosen = plan(name)
        entry = add_plan(writing, PlanEntry(start, chosen, zone, anchor), NOW)
        if linked and chosen.line is Line.CALLS:
            add_link(writing, writing.register.people.me, start, entry, recorded=NOW)
        writing.change_rules(start)


def seats(ledger: Ledger, committed: int, additional: int = 0, *, without_bundle: int = 0) -> None:
    with ledger.writing() as writing:
        add_seats(
            writing, BEGINNING, committed, additional, recorded=NOW, without_bundle=without_bundle
        )
        writing.change_rules(lines=(Line.TEXTS,))


def keep(ledger: Ledger, *facts: Call | Text) -> None:
    with ledger.writing() as writing:
        writing.store(facts)


def receipts(ledger: Ledger) -> list[Receipt]:
    """Return the receipts of all entries, oldest first."""
    with closing(Listing(ledger)) as listing:
        return listing.page(0, listing.find(Filters(), Order.OLDEST))

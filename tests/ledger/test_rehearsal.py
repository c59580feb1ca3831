"""Rehearsals: other rules tried on the facts, while the ledger stays as it is."""

from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.instant import BEGINNING, END
from app.domain.plan import Line, MeterKind
from app.domain.timeline import PlanEntry
from app.ledger.figures import figures
from app.ledger.plans import add_plan, add_seats
from app.ledger.rehearsal import (
    DERIVED,
    Stopped,
    facts_between,
    forget,
    hide,
    rate,
    rehearsing,
)
from app.ledger.rehearsed import stating
from app.ledger.snapshot import Snapshot
from tests.support.companies import book, joined, take
from tests.support.ledgers import NOW, call, keep, ledger_with, plan, receipts, text


def used(snapshot: Snapshot) -> int:
    cycle = snapshot.rules.lines[Line.CALLS].timeline.cycle_at(NOW)
    return figures(snapshot, MeterKind.MINUTES, snapshot.people.me, cycle, NOW).used


def test_hidden_tables_are_empty_until_facts_are_rated_into_them(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call(minutes=3), text())
        with rehearsing(ledger) as snapshot:
            hide(snapshot.connection, DERIVED)
            assert used(snapshot) == 0
            ids = facts_between(snapshot.connection, Line.CALLS, BEGINNING, END)
            rate(snapshot, ids, lambda _: False)
            assert used(snapshot) == 3
            forget(snapshot.connection)
            assert used(snapshot) == 0


def test_only_the_present_version_of_a_record_is_rated(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call(minutes=3, external_id="one"))
        keep(ledger, call(minutes=9, external_id="one"))
        (present,) = receipts(ledger)
        with rehearsing(ledger) as snapshot:
            found = facts_between(snapshot.connection, Line.CALLS, BEGINNING, END)
    assert found == [int(present.id)]


def test_what_is_stated_in_a_rehearsal_is_in_no_ledger(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        with rehearsing(ledger) as snapshot, stating(snapshot) as rehearsed:
            with rehearsed.writing() as writing:
                add_plan(writing, PlanEntry(NOW, plan("hubspot-free"), "UTC"), NOW)
                writing.change_rules()
            assert len(rehearsed.rules.lines[Line.CALLS].timeline.terms) == 2
        with ledger.reading() as after:
            assert len(after.rules.lines[Line.CALLS].timeline.terms) == 1


def test_what_a_server_states_counts_as_stated_here_meanwhile(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-no-bundle") as ledger:
        joined(ledger)
        take(ledger, book("aircall-us-ca"))
        with rehearsing(ledger) as snapshot, stating(snapshot) as rehearsed:
            with rehearsed.writing() as writing:
                add_seats(writing, NOW, 7, 0, recorded=NOW)
                writing.change_rules()
            cycle = rehearsed.rules.lines[Line.TEXTS].timeline.cycle_at(NOW)
            assert rehearsed.rules.seats(cycle).total == 7
            assert rehearsed.rules.lines[Line.CALLS].timeline.terms == ()


def test_a_rehearsal_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call(minutes=3))
        with suppress(Stopped), rehearsing(ledger) as snapshot:
            hide(snapshot.connection, DERIVED)
            rate(snapshot, [1], lambda _: True)
            pytest.fail("it went on")
        with rehearsing(ledger) as snapshot:
            assert used(snapshot) == 3


def test_others_go_on_writing_during_a_rehearsal(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        with rehearsing(ledger) as snapshot:
            hide(snapshot.connection, DERIVED)
            keep(ledger, call(minutes=3))
        with ledger.reading() as after:
            assert used(after) == 3

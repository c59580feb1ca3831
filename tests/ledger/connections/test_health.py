"""How connections fare, and what that says of the figures."""

from pathlib import Path

import pytest

from app.actions.status import read_status
from app.domain.accounts import Health
from app.domain.connection import Balance, Options, Right
from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import FirstReading, Trust
from app.domain.problem import EnvironmentProblem, Problem
from app.ledger.connections.accounts import pause_connection
from app.ledger.connections.health import note_round
from app.ledger.glance import Glance
from app.ledger.ledger import Ledger
from tests.support.connections import account, connect
from tests.support.ledgers import NOW, ledger_with

HOUR = 60 * MINUTE


def _ended(
    ledger: Ledger, connection_id: int, at: Instant = NOW, trouble: Problem | None = None
) -> None:
    with ledger.writing() as writing:
        note_round(writing, connection_id, at, trouble=trouble, due=Instant(at + HOUR))


def _failure(kind: FailureKind) -> Failure:
    return Failure("{server} did not answer.", kind=kind, server="api.example")


def test_a_connection_is_new_until_a_round_ended_well(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, healths = connect(ledger), []
        healths.append(account(ledger, made).health)
        for trouble in (_failure(FailureKind.OFFLINE), None):
            _ended(ledger, made.id, trouble=trouble)
            healths.append(account(ledger, made).health)
    assert healths == [Health.NEW, Health.NEW, Health.FINE]


@pytest.mark.parametrize(
    ("trouble", "health"),
    [
        (_failure(FailureKind.OFFLINE), Health.OFFLINE),
        (_failure(FailureKind.SIGN_IN), Health.SIGN_IN),
        (_failure(FailureKind.BROKEN), Health.TROUBLE),
        (EnvironmentProblem("The disk is full."), Health.TROUBLE),
    ],
)
def test_the_last_round_tells_how_a_connection_fares(
    tmp_path: Path, trouble: Problem, health: Health
) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        _ended(ledger, made.id)
        later = Instant(NOW + HOUR)
        _ended(ledger, made.id, later, trouble)
        seen = account(ledger, made)
    assert (seen.health, seen.synced, seen.tried) == (health, NOW, later)
    assert (str(seen.trouble), seen.due) == (str(trouble), Instant(later + HOUR))


def test_pause_goes_before_all_else(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        _ended(ledger, made.id, trouble=_failure(FailureKind.SIGN_IN))
        with ledger.writing() as writing:
            pause_connection(writing, made.id, True)
        assert account(ledger, made).health is Health.PAUSED


def test_a_balance_stays_until_another_one_is_told(tmp_path: Path) -> None:
    balance = Balance("12.50", "USD", NOW)
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        with ledger.writing() as writing:
            note_round(writing, made.id, NOW, trouble=None, due=None, balance=balance)
        _ended(ledger, made.id)
        assert account(ledger, made).balance == balance


def test_the_next_round_is_due_when_the_last_one_said(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        _ended(ledger, made.id)
        assert account(ledger, made).due == NOW + HOUR


def test_rights_that_a_key_lacks_are_told(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        assert account(ledger, connect(ledger)).lacking == ()
        assert Right("calls") is Right.CALLS


def _first(ledger: Ledger, now: int = NOW) -> FirstReading | None:
    return read_status(ledger, Instant(now)).first_reading


def _trust(ledger: Ledger, now: int) -> tuple[Instant, Trust]:
    status = read_status(ledger, Instant(now))
    return status.as_of, status.trust


def test_figures_are_as_old_as_the_connection_that_synced_longest_ago(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        first, second = connect(ledger), connect(ledger, account="2")
        _ended(ledger, first.id)
        _ended(ledger, second.id, Instant(NOW + HOUR))
        assert _trust(ledger, NOW + 2 * HOUR) == (NOW, Trust.FRESH)
        assert _trust(ledger, NOW + DAY + MINUTE) == (NOW, Trust.STALE)


def test_the_worst_connection_tells_the_trust(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        first, second = connect(ledger), connect(ledger, account="2")
        later = Instant(NOW + HOUR)
        for made in (first, second):
            _ended(ledger, made.id)
        _ended(ledger, first.id, later, _failure(FailureKind.OFFLINE))
        assert _trust(ledger, later) == (NOW, Trust.OFFLINE)
        _ended(ledger, second.id, later, _failure(FailureKind.SIGN_IN))
        assert _trust(ledger, later) == (NOW, Trust.SIGN_IN)


def test_until_an_account_was_read_to_its_end_figures_are_not_complete(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger, name="Northwind")
        assert _trust(ledger, NOW + MINUTE) == (NOW + MINUTE, Trust.STALE)
        assert _first(ledger) == FirstReading("Northwind")
        _ended(ledger, made.id, Instant(NOW + HOUR))
        assert _trust(ledger, NOW + 2 * HOUR) == (NOW + HOUR, Trust.FRESH)
        assert _first(ledger) is None


@pytest.mark.parametrize(
    ("kind", "trust"),
    [
        (FailureKind.OFFLINE, Trust.OFFLINE),
        (FailureKind.SIGN_IN, Trust.SIGN_IN),
        (FailureKind.BROKEN, Trust.STALE),
    ],
)
def test_a_first_reading_in_trouble_tells_the_trouble(
    tmp_path: Path, kind: FailureKind, trust: Trust
) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger, name="Northwind")
        _ended(ledger, made.id, trouble=_failure(kind))
        assert _trust(ledger, NOW) == (NOW, trust)
        assert _first(ledger) == FirstReading("Northwind", under_way=False)


def test_old_figures_are_told_before_a_first_reading(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        _ended(ledger, connect(ledger).id)
        connect(ledger, account="2")
        assert _first(ledger, NOW + HOUR) is not None
        assert _trust(ledger, NOW + 2 * DAY) == (NOW, Trust.STALE)
        assert _first(ledger, NOW + 2 * DAY) is None


def test_connections_that_feed_no_meter_say_nothing_of_the_figures(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        paused = connect(ledger)
        connect(ledger, account="2", options=Options(counts_toward="none"))
        with ledger.writing() as writing:
            pause_connection(writing, paused.id, True)
        assert _trust(ledger, NOW + DAY) == (NOW + DAY, Trust.LOCAL)


def test_a_glance_sees_connections_too(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        _ended(ledger, connect(ledger).id)
        status = read_status(Glance(ledger.path), Instant(NOW + HOUR))
    assert (status.as_of, status.trust) == (NOW, Trust.FRESH)

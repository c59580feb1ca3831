"""Accounts connected, named, paused and forgotten."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.connection import AccountFound, Options, Provider, Right
from app.domain.event import Source
from app.domain.failure import Failure, FailureKind
from app.domain.problem import UsageProblem
from app.ledger.connections.accounts import (
    connection_named,
    connections_of,
    note_found,
    note_key,
    pause_connection,
    remove_connection,
    rename_connection,
    set_options,
)
from app.ledger.connections.health import note_round
from app.ledger.ledger import Ledger
from tests.support.connections import AT_HUBSPOT, AT_TWILIO, account, arrive, connect
from tests.support.ledgers import NOW, OWN, call, ledger_with, receipts, text


def test_a_connection_without_a_name_is_called_after_its_account(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        first, second = connect(ledger), connect(ledger, account="2")
    assert (first.name, second.name) == ("Northwind", "Northwind 2")
    assert (first.provider, first.account, first.title) == (Provider.HUBSPOT, "1", "Northwind")


def test_an_account_is_connected_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        connect(ledger, name="Sales")
        with pytest.raises(UsageProblem, match="connected already, as Sales"):
            connect(ledger, name="More")
        connect(ledger, Provider.AIRCALL, "1")


def test_a_name_is_found_and_taken_without_regard_to_case(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger, name="Sales")
        with pytest.raises(UsageProblem, match="called Sales"):
            connect(ledger, account="2", name="sALES")
        with ledger.reading() as snapshot:
            assert connection_named(snapshot.connection, " SALES ") == made
            assert connection_named(snapshot.connection, "Support") is None


def test_a_connection_is_renamed_but_not_to_a_name_in_use(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        first, _ = connect(ledger, name="Sales"), connect(ledger, account="2", name="Support")
        with ledger.writing() as writing:
            assert rename_connection(writing, first.id, "  SALES  all ").name == "SALES all"
        for wrong in ("support", "", "a\nb" * 50, "\a"):
            with pytest.raises(UsageProblem), ledger.writing() as writing:
                rename_connection(writing, first.id, wrong)


def test_what_a_provider_says_of_an_account_is_kept_but_not_another_account(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger, name="Sales")
        with ledger.writing() as writing:
            found = AccountFound("9", "Acme", "Europe/Berlin", "EUR", (Right.TEXTS,))
            note_found(writing, made.id, found)
        seen = account(ledger, made)
    assert seen.connection == replace(made, title="Acme", zone="Europe/Berlin", currency="EUR")
    assert seen.lacking == (Right.TEXTS,)


def test_what_a_key_may_not_read_any_more_stays_as_it_was_known(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger, name="Sales")
        lacking = AccountFound("", "", lacking=(Right.ACCOUNT,))
        for found in (AccountFound("1", "Acme", "Europe/Berlin", "EUR"), lacking):
            with ledger.writing() as writing:
                note_found(writing, made.id, found)
        seen = account(ledger, made)
    assert seen.connection == replace(made, title="Acme", zone="Europe/Berlin", currency="EUR")
    assert seen.lacking == (Right.ACCOUNT,)


def test_a_new_key_ends_the_need_for_one(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        refused = Failure("No.", kind=FailureKind.SIGN_IN)
        with ledger.writing() as writing:
            note_round(writing, made.id, NOW, trouble=refused, due=NOW)
            note_key(writing, made.id, kept_for_run=True)
        seen = account(ledger, made)
    assert (seen.trouble, seen.due, seen.connection.kept_for_run) == (None, None, True)


def test_a_forgotten_connection_leaves_its_entries(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, call(), unfinished=("x",))
        for _ in range(2):
            with ledger.writing() as writing:
                remove_connection(writing, made.id)
        with ledger.reading() as snapshot:
            assert connections_of(snapshot.connection) == ()
        assert len(receipts(ledger)) == 1


def test_a_paused_connection_can_go_on(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        for paused in (True, False):
            with ledger.writing() as writing:
                pause_connection(writing, made.id, paused)
            assert account(ledger, made).connection.paused is paused


def _say(ledger: Ledger, connection_id: int, **said: object) -> None:
    with ledger.writing() as writing:
        set_options(writing, connection_id, Options(**said), NOW)  # type: ignore[arg-type]


def test_an_account_behind_twilio_connect_has_its_calls_past_the_allowance(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        made = connect(ledger, Provider.TWILIO, "AC1")
        arrive(ledger, made, call(source=AT_TWILIO))
        arrive(ledger, made, call(source=AT_TWILIO._replace(account="AC2")), part="calls AC2",
               account="AC2")  # fmt: skip
        used = []
        for behind in (True, False):
            _say(ledger, made.id, behind_connect=behind)
            (meter,) = read_status(ledger, NOW).meters
            used.append((meter.used, meter.billed))
            assert verify(ledger).ok
    assert used == [(0, 2), (2, 0)]


def test_a_new_subaccount_is_behind_twilio_connect_as_its_account_is(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        made = connect(ledger, Provider.TWILIO, "AC1", Options(behind_connect=True))
        arrive(ledger, made, call(source=AT_TWILIO._replace(account="AC2")), part="calls AC2",
               account="AC2")  # fmt: skip
        (meter,) = read_status(ledger, NOW).meters
    assert (meter.used, meter.billed) == (0, 1)


def test_records_count_toward_what_is_said_of_their_connection(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made, used = connect(ledger), []
        arrive(ledger, made, call(), call(counts_toward="none"))
        for toward in ("none", "hubspot-professional", ""):
            _say(ledger, made.id, counts_toward=toward)
            made = account(ledger, made).connection
            arrive(ledger, made, call())
            used.append(read_status(ledger, NOW).meters[0].used)
        assert verify(ledger).ok
    assert used == [0, 4, 5]


def test_texts_that_hubspot_notes_count_only_where_a_person_says_so(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        made, told = connect(ledger), []
        arrive(ledger, made, text(source=AT_HUBSPOT), part="texts")
        for counts in ("", "aircall-us-ca", ""):
            _say(ledger, made.id, counts_toward=counts)
            told.append([each.fact.counts_toward for each in receipts(ledger)])
        assert verify(ledger).ok
    assert told == [["none"], ["aircall-us-ca"], ["none"]]


def test_hubspots_calls_count_as_ever_where_a_plan_is_named_for_its_texts(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        made = connect(ledger)
        arrive(ledger, made, call(), text(source=AT_HUBSPOT))
        _say(ledger, made.id, counts_toward="aircall-us-ca")
        arrive(ledger, made, call())
        told = {each.fact.counts_toward for each in receipts(ledger)}
    assert told == {"", "aircall-us-ca"}


def test_texts_count_nowhere_where_a_connection_counts_toward_a_plan_for_calls(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        made = connect(ledger, options=Options(counts_toward="hubspot-professional"))
        arrive(ledger, made, call(), text(source=AT_HUBSPOT))
        told = {each.fact.counts_toward for each in receipts(ledger)}
    assert told == {"hubspot-professional", "none"}


def test_calls_inside_an_aircall_company_count_nowhere_whatever_is_said(tmp_path: Path) -> None:
    source = Source("aircall", "Northwind")
    inside = call(source=source, far=OWN, counts_toward="none")
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger, Provider.AIRCALL, "Northwind")
        arrive(ledger, made, inside, call(source=source), account="Northwind")
        for toward in ("none", ""):
            _say(ledger, made.id, counts_toward=toward)
        assert sorted(each.fact.counts_toward for each in receipts(ledger)) == ["", "none"]
        assert verify(ledger).ok

"""The users of a provider: what their records are called, and who they are."""

from pathlib import Path

import pytest

from app.actions.mark_me import MeWish, mark_me
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.connection import Connection, RemotePerson
from app.domain.problem import UsageProblem
from app.ledger.connections.health import shown
from app.ledger.connections.people import agents_of, identify
from app.ledger.ledger import Ledger
from app.ledger.own_numbers import numbers_of
from tests.support.connections import AT_TWILIO, account, arrive, connect, people
from tests.support.ledgers import NOW, OWN, call, keep, ledger_with

_ANNA = RemotePerson("7", "Anna Berg", "anna@north.example")
_BEN = RemotePerson("8", "Ben Falk", "ben@north.example")


def _is(ledger: Ledger, made: Connection, external_id: str, person: str) -> None:
    with ledger.writing() as writing:
        identify(writing, made.id, external_id, person)
    assert verify(ledger).ok


def _whose(ledger: Ledger) -> dict[str | None, int | None]:
    return {meter.agent: meter.used for meter in read_status(ledger, NOW, "all").meters}


def _who(ledger: Ledger, made: Connection) -> dict[str, tuple[str, bool]]:
    seen = account(ledger, made).people
    return {each.agent: (each.person, each.is_me) for each in seen}


def test_users_are_called_by_their_names(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        assert people(ledger, made, _ANNA, _BEN) == {"7": "Anna Berg", "8": "Ben Falk"}
        with ledger.reading() as snapshot:
            assert agents_of(snapshot.connection, made.id) == {"7": "Anna Berg", "8": "Ben Falk"}


def test_a_renamed_user_stays_the_same_person(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA, _BEN)
        renamed = _ANNA._replace(name="Anna Falk", active=False)
        assert people(ledger, made, renamed, _BEN)["7"] == "Anna Berg"
        assert not account(ledger, made).people[0].active


def test_two_users_of_one_name_are_told_apart_by_their_addresses(tmp_path: Path) -> None:
    twin = RemotePerson("9", "anna  berg", "a.berg@north.example")
    with ledger_with(tmp_path) as ledger:
        both = people(ledger, connect(ledger), _ANNA, twin)
        other = connect(ledger, account="2")
        people(ledger, other, _ANNA)
        late = people(ledger, other, _ANNA, twin)
    assert both == {"7": "Anna Berg (anna@north.example)", "9": "anna berg (a.berg@north.example)"}
    assert late == {"7": "Anna Berg", "9": "anna berg (a.berg@north.example)"}


def test_a_user_without_a_usable_name_gets_one(tmp_path: Path) -> None:
    odd = (RemotePerson("1", "", "x@y.example"), RemotePerson("2", ""), RemotePerson("3", "Me"))
    with ledger_with(tmp_path) as ledger:
        named = people(ledger, connect(ledger), *odd, RemotePerson("4", "all", "z@y.example"))
    assert named == {"1": "x@y.example", "2": "(2)", "3": "Me (3)", "4": "all (z@y.example)"}


def test_the_one_user_of_an_account_is_me(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA)
        arrive(ledger, made, call(agent="Anna Berg"))
        assert _who(ledger, made) == {"Anna Berg": ("Anna Berg", True)}
        assert _whose(ledger) == {"Anna Berg": 1}


def test_of_several_users_it_is_asked_which_one_is_me(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA, _BEN)
        with ledger.reading() as snapshot:
            assert shown(snapshot, NOW).asks_me
        _is(ledger, made, "7", "me")
        with ledger.reading() as snapshot:
            assert not shown(snapshot, NOW).asks_me


def test_a_user_who_is_me_has_my_entries(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA, _BEN)
        arrive(ledger, made, call(agent="Anna Berg"), call(agent="Ben Falk", minutes=2))
        keep(ledger, call(minutes=4))
        _is(ledger, made, "8", "")
        assert _whose(ledger) == {"Ben Falk": 6, "Anna Berg": 1}


def test_a_user_who_is_me_goes_by_the_name_i_have(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        mark_me(ledger, MeWish(name="Ben"))
        made = connect(ledger)
        people(ledger, made, _ANNA, _BEN)
        arrive(ledger, made, call(agent="Ben Falk", minutes=2))
        _is(ledger, made, "8", "me")
        assert _who(ledger, made)["Ben Falk"] == ("Ben", True)
        assert _whose(ledger) == {"Ben": 2}


def test_who_was_taken_for_me_can_be_somebody_else(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA, _BEN)
        arrive(ledger, made, call(agent="Anna Berg"), call(agent="Ben Falk", minutes=2))
        _is(ledger, made, "7", "me")
        _is(ledger, made, "8", "me")
        _is(ledger, made, "7", "Anna Berg")
        assert _whose(ledger) == {"Ben Falk": 2, "Anna Berg": 1}
        _is(ledger, made, "8", "Carla")
        assert _who(ledger, made)["Ben Falk"] == ("Carla", False)


def test_a_user_can_be_a_person_of_another_name(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA, _BEN)
        arrive(ledger, made, call(agent="Anna Berg"))
        _is(ledger, made, "7", "Anna")
        assert _who(ledger, made)["Anna Berg"] == ("Anna", False)
        _is(ledger, made, "7", "Anna Berg")
        assert _who(ledger, made)["Anna Berg"] == ("Anna Berg", False)


def test_a_user_that_nobody_told_is_nobody(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        with pytest.raises(UsageProblem, match="Northwind names no such person"):
            _is(ledger, made, "77", "me")


def _own(ledger: Ledger, name: str) -> list[str]:
    with ledger.reading() as snapshot:
        row = snapshot.people.id_of(name)
        return numbers_of(snapshot.connection, row or 0)


def test_a_number_of_one_user_is_that_persons_own(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(source=AT_TWILIO))
        made = connect(ledger)
        people(ledger, made, _ANNA._replace(numbers=(OWN,)), _BEN)
        assert _whose(ledger)["Anna Berg"] == 1
        assert verify(ledger).ok


def test_a_number_of_two_users_or_of_somebody_else_stays_as_it_is(tmp_path: Path) -> None:
    shared = "+14155550111"
    with ledger_with(tmp_path) as ledger:
        mark_me(ledger, MeWish(name="Carla", numbers=(OWN,)))
        anna = _ANNA._replace(numbers=(OWN, shared, "internal"))
        people(ledger, connect(ledger), anna, _BEN._replace(numbers=(shared,)))
        assert (_own(ledger, "Anna Berg"), _own(ledger, "Carla")) == ([], [OWN])


def test_a_number_that_was_taken_from_a_person_does_not_come_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, anna = connect(ledger), _ANNA._replace(numbers=(OWN,))
        people(ledger, made, anna, _BEN)
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql("DELETE FROM own_number")
        people(ledger, made, anna, _BEN)
        assert _own(ledger, "Anna Berg") == []


def test_calls_of_a_user_who_was_not_told_yet_are_that_users(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        people(ledger, made, _ANNA)
        arrive(ledger, made, call(agent="Anna Berg"), call(agent="8", minutes=2))
        people(ledger, made, _ANNA, _BEN)
        arrive(ledger, made, call(agent="Ben Falk", minutes=3))
        assert _whose(ledger) == {"Anna Berg": 1, "Ben Falk": 5}
        assert verify(ledger).ok


def test_who_was_said_to_be_somebody_by_the_id_stays_so(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        made = connect(ledger)
        arrive(ledger, made, call(agent="7"), call(agent="8", minutes=2))
        mark_me(ledger, MeWish(name="8"))
        people(ledger, made, _ANNA, _BEN)
        arrive(ledger, made, call(agent="Ben Falk", minutes=3))
        assert _whose(ledger) == {"8": 5, "Anna Berg": 1}
        assert verify(ledger).ok

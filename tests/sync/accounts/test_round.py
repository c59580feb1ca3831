"""A round takes in what is new at a provider, page by page, and tells how it went."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.accounts import Health, RefusedRecord
from app.domain.connection import (
    AccountFound,
    Balance,
    Key,
    NewConnection,
    Provider,
    RemotePerson,
    Right,
    Waiting,
)
from app.domain.failure import Failure, FailureKind
from app.domain.instant import END, MINUTE, Instant
from app.ledger.connections.accounts import pause_connection, remove_connection
from app.remote.pages import Span
from app.sync.accounts.keys import forget_key, keep_key
from app.sync.stopped import StoppedProblem
from tests.support.connected import KEY, Connected, connected
from tests.support.fake_reader import ACCOUNT, FakePart, FakeReader, calls_of
from tests.support.ledgers import NOW, receipts

NEW = NewConnection(Provider.HUBSPOT, KEY, "Sales")
EVERYTHING = Span(Instant(0), END)


@pytest.fixture
def calls() -> FakePart:
    return FakePart(facts=list(calls_of(25)))


@pytest.fixture
def texts() -> FakePart:
    return FakePart("texts")


@pytest.fixture
def reader(calls: FakePart, texts: FakePart) -> FakeReader:
    return FakeReader([calls, texts])


@pytest.fixture
def desk(tmp_path: Path, reader: FakeReader) -> Iterator[Connected]:
    with connected(tmp_path, NEW, AccountFound(ACCOUNT, "Sales"), reader.opened) as found:
        yield found


def failure(kind: FailureKind, wait: int | None = None) -> Failure:
    return Failure("{server} is in trouble.", kind=kind, wait_seconds=wait, server="HubSpot")


def raising(problem: Exception, *, at: str = '{"at": 10}') -> Callable[[str], None]:
    def before(position: str) -> None:
        if position == at:
            raise problem

    return before


def test_everything_comes_in_pages_and_is_told(desk: Connected) -> None:
    outcome = desk.good_round()
    assert (outcome.read, outcome.new, outcome.changed) == (25, 25, 0)
    told = [(each.read, each.total) for each in desk.told if each.part == "calls"]
    assert told == sorted(told)
    assert (told[0] >= (10, 25), told[-1]) == (True, (25, 25))
    assert len(receipts(desk.ledger)) == 25
    assert desk.shown().health is Health.FINE


def test_a_second_round_writes_nothing(desk: Connected) -> None:
    desk.good_round()
    before = desk.rows()
    desk.pass_time(5)
    outcome = desk.good_round()
    assert (outcome.new, outcome.changed) == (0, 0)
    assert desk.rows() == before


def test_an_interrupted_round_goes_on_where_it_was(desk: Connected, calls: FakePart) -> None:
    calls.before = raising(failure(FailureKind.OFFLINE), at='{"at": 20}')
    assert desk.round().read == 20
    calls.before = lambda _position: None
    desk.told.clear()
    assert desk.good_round().read == 5
    assert desk.told[0].read == 25
    assert calls.asked[-1] == '{"at": 20}'


def test_trouble_is_noted_with_the_next_try(desk: Connected, calls: FakePart) -> None:
    calls.before = raising(failure(FailureKind.BROKEN))
    outcome = desk.round()
    shown = desk.shown()
    assert str(outcome.problem) == str(shown.trouble) == "HubSpot is in trouble."
    assert (outcome.next_in, shown.due) == (30, NOW + 30_000_000)


def test_trouble_of_one_part_leaves_the_other_alone(
    desk: Connected, calls: FakePart, texts: FakePart
) -> None:
    calls.before = raising(failure(FailureKind.REFUSED))
    assert desk.round().problem is not None
    assert texts.asked == [""]


@pytest.mark.parametrize(
    ("kind", "wait"),
    [(FailureKind.OFFLINE, None), (FailureKind.SIGN_IN, None), (FailureKind.BUSY, 3600)],
)
def test_trouble_of_the_account_ends_the_round(
    desk: Connected, calls: FakePart, texts: FakePart, kind: FailureKind, wait: int | None
) -> None:
    calls.before = raising(failure(kind, wait))
    outcome = desk.round()
    assert texts.asked == []
    assert outcome.read == 10
    assert wait is None or outcome.next_in == wait


def test_a_round_without_its_key_asks_for_one(desk: Connected, reader: FakeReader) -> None:
    forget_key(desk.secrets, desk.connection)
    assert "is not on this computer any more" in str(desk.round().problem)
    assert (desk.shown().health, reader.looks) == (Health.SIGN_IN, 0)


def test_a_key_given_meanwhile_is_not_blamed(desk: Connected, calls: FakePart) -> None:
    def renew(_position: str) -> None:
        keep_key(desk.secrets, desk.connection, Key("user", "newer"))
        raise failure(FailureKind.SIGN_IN)

    calls.before = renew
    outcome = desk.round()
    assert (outcome.problem, outcome.next_in) == (None, None)
    assert desk.shown().trouble is None


def test_a_key_that_opens_another_account_reads_nothing(
    desk: Connected, reader: FakeReader, calls: FakePart
) -> None:
    reader.found = AccountFound("4712", "Other")
    assert "opens another account" in str(desk.round().problem)
    assert calls.asked == []


def test_it_ends_between_pages_when_cancelled(desk: Connected, calls: FakePart) -> None:
    calls.facts = list(calls_of(200))
    outcome = desk.round(cancelled=lambda: len(desk.told) == 2)
    assert isinstance(outcome.problem, StoppedProblem)
    assert (20 <= outcome.read < 200, outcome.next_in) == (True, 300)
    assert len(receipts(desk.ledger)) == outcome.new == outcome.read
    assert desk.shown().trouble is None


def test_a_wait_is_told_and_ends_when_cancelled(desk: Connected, calls: FakePart) -> None:
    going: list[Waiting] = []

    def wait(waiting: Waiting) -> None:
        going.append(waiting)
        desk.cancelled = True

    def opened(connection, key, waits):  # type: ignore[no-untyped-def]
        calls.before = lambda _position: waits(Waiting(9, failure(FailureKind.BUSY)))
        return FakeReader([calls]).opened(connection, key, waits)

    outcome = desk.round(opener=opened, wait=wait)
    assert isinstance(outcome.problem, StoppedProblem)
    assert [each.waiting.seconds for each in desk.told if each.waiting] == [9]
    assert outcome.read == 0


def test_a_connection_removed_meanwhile_ends_it_quietly(desk: Connected, calls: FakePart) -> None:
    def remove(position: str) -> None:
        if position:
            with desk.ledger.writing() as writing:
                remove_connection(writing, desk.connection.id)

    calls.before = remove
    outcome = desk.round()
    assert (outcome.problem, outcome.next_in) == (None, None)


def test_a_connection_paused_meanwhile_ends_it_quietly(desk: Connected, calls: FakePart) -> None:
    def pause(position: str) -> None:
        if position == '{"at": 10}':
            with desk.ledger.writing() as writing:
                pause_connection(writing, desk.connection.id, True)

    calls.before = pause
    assert desk.round().problem is None
    assert desk.shown().health is Health.PAUSED


def test_who_works_there_is_asked_once_an_hour(desk: Connected, reader: FakeReader) -> None:
    reader.users = (RemotePerson("7", "Dana", "dana@example.com"),)
    desk.good_round()
    desk.pass_time(5)
    desk.good_round()
    assert reader.looks == 1
    desk.pass_time(60)
    desk.good_round()
    assert reader.looks == 2
    assert [each.agent for each in desk.shown().people] == ["Dana"]


def test_what_the_key_lacks_is_not_asked_for(
    desk: Connected, reader: FakeReader, texts: FakePart
) -> None:
    reader.found = replace(reader.found, lacking=(Right.TEXTS,))
    desk.good_round()
    assert texts.asked == []
    assert desk.shown().lacking == (Right.TEXTS,)


def test_what_is_left_on_the_account_is_kept(desk: Connected, reader: FakeReader) -> None:
    reader.money = Balance("12.30", "USD", NOW)
    desk.good_round()
    assert desk.shown().balance == reader.money


def test_unfinished_records_are_read_again_when_due(desk: Connected, calls: FakePart) -> None:
    calls.unfinished = {"000003"}
    desk.good_round()
    desk.pass_time(6)
    calls.unfinished = set()
    calls.facts[3] = calls_of(25)[3]._replace(talk_us=MINUTE * 2)
    outcome = desk.good_round()
    assert calls.again_asked == [("000003",)]
    assert outcome.changed == 1
    assert desk.shown().parts[0].unfinished == 0


def test_a_record_that_is_gone_is_asked_for_and_withdrawn(desk: Connected, calls: FakePart) -> None:
    desk.good_round()
    del calls.facts[3], calls.facts[7]
    calls.span, calls.deleted = EVERYTHING, {"000003"}
    assert desk.good_round().gone == 1
    assert calls.looked_for == ["000003", "000008"]
    assert desk.shown().gone == 1


def test_no_more_than_fifty_are_asked_for_in_a_round(desk: Connected, calls: FakePart) -> None:
    calls.facts = list(calls_of(60))
    desk.good_round()
    calls.facts, calls.span = [], EVERYTHING
    desk.good_round()
    assert len(calls.looked_for) == 50


def test_a_reading_begun_before_a_restart_misses_nothing(desk: Connected, calls: FakePart) -> None:
    calls.span = EVERYTHING
    calls.before = raising(failure(FailureKind.OFFLINE))
    desk.round()
    calls.before = lambda _position: None
    desk.good_round()
    assert calls.looked_for == []


def test_refused_records_are_told(desk: Connected, calls: FakePart) -> None:
    calls.refused = [RefusedRecord("calls", "9", "It has no start.", {})]
    assert desk.good_round().refused == 1
    assert desk.shown().refused[0].external_id == "9"


def test_a_reader_that_turns_in_a_circle_is_stopped(desk: Connected, calls: FakePart) -> None:
    calls.page_size = 0
    assert "the same page again and again" in str(desk.round().problem)


def test_two_programs_at_once_neither_lose_nor_set_back(desk: Connected, calls: FakePart) -> None:
    other = FakeReader([replace(calls, facts=calls.facts[:], asked=[], page_size=12)])
    entered: list[str] = []

    def both(position: str) -> None:
        if position == '{"at": 10}' and not entered:
            entered.append(position)
            assert desk.round(opener=other.opened).problem is None

    calls.before = both
    desk.good_round()
    assert len(receipts(desk.ledger)) == 25
    assert desk.shown().parts[0].entries == 25

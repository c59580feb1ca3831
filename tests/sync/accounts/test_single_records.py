"""One record that cannot be had holds up neither the other ones nor the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typing_extensions import override

from app.domain.connection import AccountFound, NewConnection, Provider
from app.domain.failure import Failure, FailureKind
from app.domain.instant import Instant
from app.remote.pages import Page
from tests.support.connected import KEY, Connected, connected
from tests.support.fake_reader import ACCOUNT, FakePart, FakeReader, calls_of

NEW = NewConnection(Provider.HUBSPOT, KEY, "Sales")


@dataclass
class PartWithTrouble(FakePart):
    """Breaks down over some records wherever they are asked for."""

    lost: set[str] = field(default_factory=set)
    kind: FailureKind = FailureKind.BROKEN

    @override
    def again(self, ids: Sequence[str], now: Instant) -> Page:
        found = super().again(ids, now)
        if self.lost.intersection(ids):
            raise Failure("{server} is in trouble.", kind=self.kind, server="HubSpot")
        return found


@pytest.fixture
def calls() -> PartWithTrouble:
    return PartWithTrouble(facts=list(calls_of(25)), unfinished={"000003", "000004", "000005"})


@pytest.fixture
def desk(tmp_path: Path, calls: PartWithTrouble) -> Iterator[Connected]:
    with connected(tmp_path, NEW, AccountFound(ACCOUNT, "Sales"), FakeReader([calls]).opened) as it:
        it.good_round()
        it.pass_time(6)
        calls.asked.clear()
        yield it


def test_a_record_that_cannot_be_had_waits_while_the_others_go_on(
    desk: Connected, calls: PartWithTrouble
) -> None:
    calls.lost, calls.unfinished = {"000004"}, {"000004"}
    desk.good_round()
    assert len(calls.asked) == 3
    assert desk.shown().parts[0].unfinished == 1
    desk.pass_time(6)
    asked = len(calls.again_asked)
    desk.good_round()
    assert len(calls.again_asked) == asked


def test_many_records_that_cannot_be_had_are_told(desk: Connected, calls: PartWithTrouble) -> None:
    calls.lost = {"000003", "000004", "000005"}
    assert str(desk.round().problem) == "HubSpot is in trouble."


def test_a_key_that_lapsed_is_told_at_once(desk: Connected, calls: PartWithTrouble) -> None:
    calls.lost, calls.kind = {"000004"}, FailureKind.SIGN_IN
    assert str(desk.round().problem) == "HubSpot is in trouble."
    assert len(calls.again_asked) == 1

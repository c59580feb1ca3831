"""The providers that are started by hand: their month, and what happens while one watches."""

import re
from random import Random

import pytest

from app.domain.event import Call
from tests.support.providers import __main__ as by_hand
from tests.support.providers.aircall_company import NOON
from tests.support.providers.changing import Changing
from tests.support.providers.invented import SID, Invented, invented

_made_up = re.compile(r"\+1[0-9]{3}55501[0-9]{2}").fullmatch


@pytest.fixture(scope="module")
def there() -> Invented:
    return invented(clock=lambda: NOON)


def ends(there: Invented) -> set[str]:
    facts = [
        *there.hubspot.truth().values(), *there.aircall.truth().values(),
        *there.twilio.truth().values(),
    ]  # fmt: skip
    return {end for fact in facts for end in (fact.own, fact.far) if end}


def test_the_month_is_lively_at_all_three(there: Invented) -> None:
    assert len(there.hubspot.truth()) > 500
    assert len(there.aircall.truth()) > 50
    assert len(there.twilio.truth()) > 200


def test_all_numbers_are_set_apart_for_fiction(there: Invented) -> None:
    assert [end for end in ends(there) if not _made_up(end)] == []


def test_aircall_writes_its_calls_into_hubspot(there: Invented) -> None:
    calls = [fact for fact in there.hubspot.truth().values() if isinstance(fact, Call)]
    written = {call.call_id for call in calls if call.app_id}
    assert written == there.aircall.truth().keys()


def test_things_happen_and_the_truth_follows() -> None:
    there = invented(clock=lambda: NOON)
    changing = Changing(there, lambda: NOON, Random(3))  # noqa: S311 - an invented month
    before = len(there.twilio.accounts[SID].texts.order)
    happened = [changing.happen() for _ in range(60)]
    assert {change.provider for change in happened} == {"HubSpot", "Aircall", "Twilio"}
    assert len({change.what for change in happened}) > 40
    assert len(there.twilio.accounts[SID].texts.order) != before
    assert [end for end in ends(there) if not _made_up(end)] == []


def test_it_tells_how_to_connect(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", interrupt)
    by_hand.main(["--port", "0", "--records", "30"])
    told = capsys.readouterr().out
    commands = re.findall(r"talktally account add (\w+).* --base-url http://127\.0\.0\.1:\d+", told)
    assert commands == ["hubspot", "aircall", "twilio"]

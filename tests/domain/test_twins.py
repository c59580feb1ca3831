"""When two reports are of one call."""

from typing import Any

import pytest

from app.domain.event import Direction, Source
from app.domain.instant import SECOND, Instant
from app.domain.numbers import NumberClass
from app.domain.twins import Report, Rule, likeness, rank
from tests.support.reports import report

_CDR: dict[str, Any] = {"source": Source("kamailio")}


def _alike(**said: Any) -> Rule | None:
    return likeness(report(), report(**{**_CDR, **said}))


def test_the_same_number_time_and_length_are_one_call() -> None:
    assert _alike() is Rule.CALL


def test_two_records_of_one_provider_are_two_calls() -> None:
    assert likeness(report(), report(identity=b"other")) is None
    assert likeness(report(), report(source=Source("twilio", "2"))) is None


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"seconds_later": 90}, Rule.CALL),
        ({"seconds_later": 91}, None),
        ({"talk_us": 63 * SECOND}, Rule.CALL),
        ({"talk_us": 64 * SECOND}, None),
        ({"direction": Direction.INBOUND}, None),
        ({"far": "+12125550124", "tail": "25550124"}, None),
    ],
)
def test_start_length_direction_and_number_have_to_agree(
    said: dict[str, Any], rule: Rule | None
) -> None:
    assert _alike(**said) is rule


def test_of_a_long_call_a_twentieth_may_differ() -> None:
    long = report(talk_us=1_000 * SECOND)
    assert likeness(long, report(**_CDR, talk_us=950 * SECOND)) is Rule.CALL
    assert likeness(long, report(**_CDR, talk_us=949 * SECOND)) is None


def test_calls_that_nobody_answered_are_compared_too() -> None:
    assert likeness(report(talk_us=0), report(**_CDR, talk_us=2 * SECOND)) is Rule.CALL


@pytest.mark.parametrize(
    ("kind", "far", "tail"),
    [
        (NumberClass.WITHHELD, "anonymous", ""),
        (NumberClass.WITHHELD, "+12125550123", "25550123"),
        (NumberClass.UNKNOWN, "", ""),
        (NumberClass.UNKNOWN, "unknown", ""),
        (NumberClass.KNOWN, "erased:known:US:+1212", ""),
        (NumberClass.OTHER, "erased:other::", ""),
    ],
)
def test_numbers_that_say_nothing_are_never_compared(
    kind: NumberClass, far: str, tail: str
) -> None:
    one = report(kind=kind, far=far, tail=tail)
    assert likeness(one, one._replace(**_CDR)) is None


def test_an_extension_is_compared_as_a_whole() -> None:
    one = report(kind=NumberClass.OTHER, far="201", tail="")
    assert likeness(one, one._replace(**_CDR)) is Rule.CALL


def test_a_number_without_country_code_is_compared_by_its_end() -> None:
    home: dict[str, Any] = {"kind": NumberClass.UNKNOWN, "far": "030 25550123", "tail": "25550123"}
    assert _alike(**home) is Rule.TAIL
    assert _alike(far="+493025550123", tail="25550123") is None


def test_a_shared_id_goes_before_everything_else() -> None:
    one = report(call_id="3jIhFkbN9Y")
    other = {**_CDR, "direction": Direction.INBOUND, "talk_us": 0, "seconds_later": 3_600}
    assert likeness(one, report(**other, call_id="3jIhFkbN9Y")) is Rule.ID
    assert likeness(one, report(**other, external_id="3jIhFkbN9Y")) is Rule.ID
    assert likeness(report(external_id="3jIhFkbN9Y"), report(**other, call_id="3jIhFkbN9Y"))


def test_a_running_number_is_no_shared_id() -> None:
    other = {**_CDR, "talk_us": 0}
    assert likeness(report(call_id="12"), report(**other, call_id="12")) is None


def test_the_same_id_days_apart_is_chance() -> None:
    one = report(call_id="3jIhFkbN9Y")
    assert likeness(one, one._replace(source=_CDR["source"], start=Instant(0))) is None


def test_the_source_with_prices_is_kept_before_those_that_only_listen() -> None:
    order = ("twilio", "aircall", "hubspot", "switchboard", "kamailio", "microsip", "hook", "hand")
    ranks = [rank(Source(provider)) for provider in order]
    assert ranks == sorted(set(ranks))


def test_a_report_of_another_kind_of_number_is_not_alike() -> None:
    assert isinstance(report(), Report)
    assert _alike(kind=NumberClass.WITHHELD) is None


def test_a_length_that_nobody_heard_the_end_of_tells_nothing() -> None:
    lost = report(source=Source("hook"), talk_us=700 * SECOND, unsure=True)
    assert likeness(report(), lost) is Rule.CALL
    assert likeness(lost, report()) is Rule.CALL
    assert likeness(report(), lost._replace(unsure=False)) is None
    assert likeness(report(seconds_later=91), lost) is None

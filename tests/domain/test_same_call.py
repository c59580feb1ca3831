"""Calls that two softphones report are one; two calls of one softphone are two."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.event import Direction
from app.domain.instant import SECOND, Instant
from app.domain.open_call import OpenCall
from app.domain.same_call import each_once
from tests.support.ledgers import FAR, NOW


def open_call(source: str, rang: int = 0, answered: int | None = None, **said: Any) -> OpenCall:
    """Make an open call that rang and was answered some seconds after NOW."""
    call = OpenCall(
        f"{source}-{rang}", _at(rang), None if answered is None else _at(answered), FAR,
        Direction.OUTBOUND, None, 1, source,
    )  # fmt: skip
    return call._replace(**said)


def _at(seconds: int) -> Instant:
    return Instant(NOW + seconds * SECOND)


def test_of_two_sources_of_one_call_the_one_is_told_whose_record_would_count() -> None:
    hook, baresip = open_call("hook", 0, 5), open_call("baresip", 80, 95)
    assert each_once([hook, baresip]) == [baresip]
    assert each_once([baresip, hook]) == [baresip]


def test_who_heard_the_answer_knows_more() -> None:
    rings, talks = open_call("baresip"), open_call("hand", 10, 10)
    assert each_once([rings, talks]) == [talks]


def test_what_began_at_other_times_is_two_calls() -> None:
    assert len(each_once([open_call("hook", 0, 5), open_call("baresip", 96, 100)])) == 2


def test_other_numbers_and_ways_are_other_calls() -> None:
    one = open_call("hook")
    for said in ({"number": "+14155550199"}, {"direction": Direction.INBOUND}):
        assert len(each_once([one, open_call("baresip", **said)])) == 2


def test_what_withholds_its_number_is_never_taken_for_another_one() -> None:
    for number in ("", "anonymous"):
        calls = [open_call("hook", number=number), open_call("baresip", number=number)]
        assert len(each_once(calls)) == 2


def test_two_calls_of_one_source_to_one_number_stay_two() -> None:
    calls = [open_call("baresip", 0), open_call("baresip", 9), open_call("hook", 1)]
    assert each_once(calls) == calls[:2]
    assert len(each_once([*calls, open_call("hook", 10)])) == 2


_calls = st.lists(
    st.builds(
        open_call, st.sampled_from(["hook", "hand", "baresip"]), st.integers(0, 200),
        st.one_of(st.none(), st.integers(0, 200)),
        number=st.sampled_from([FAR, "", "+14155550199"]),
    ),
    max_size=8, unique_by=lambda call: call.id,
)  # fmt: skip


@given(_calls, st.randoms())
def test_in_whatever_order_calls_are_read_the_same_ones_are_told(
    calls: list[OpenCall], order: Any
) -> None:
    mixed = list(calls)
    order.shuffle(mixed)
    told = each_once(calls)
    assert each_once(mixed) == told
    for source in {call.source for call in calls}:
        of_source = [call for call in calls if call.source == source]
        assert len(told) >= len(of_source)

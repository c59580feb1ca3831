"""Figures of allowances, whatever the order in which entries arrive."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.follow_call import take_report
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.event import Call, Direction, Leg, Method, Source, Text
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.meter import BannerKind, Level, Meter
from app.ledger.ledger import Ledger
from tests.support.call_reports import started
from tests.support.ledgers import FAR, NOW, OWN, at, call, keep, ledger_with, seats, text, use


def meter(ledger: Ledger, kind: str = "minutes", now: Instant = NOW) -> Meter:
    status = read_status(ledger, now)
    (found,) = [meter for meter in status.meters if meter.kind == kind]
    return found


def test_minutes_add_up_and_the_rest_is_left(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(seconds=185), call(seconds=60), call(seconds=60.001))
        found = meter(ledger)
    assert (found.used, found.remaining, found.level) == (7, 1993, Level.FINE)


def test_a_call_from_phone_counts_both_legs(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(seconds=185, method=Method.PHONE))
        assert meter(ledger).used == 8


def test_the_call_that_reaches_the_limit_is_included_whole(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call("2026-11-02 09:00", 499), call("2026-11-03 09:00", 7))
        keep(ledger, call("2026-11-04 09:00", 3))
        found = meter(ledger)
    assert (found.used, found.remaining, found.over, found.level) == (506, 0, 3, Level.BLOCKED)


def test_past_the_limit_a_linked_agent_is_billed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        keep(ledger, call("2026-11-02 09:00", 2000), call("2026-11-03 09:00", 7))
        found = meter(ledger)
    assert (found.used, found.billed, found.level) == (2000, 7, Level.BILLED)


def test_past_the_limit_without_a_link_calls_could_be_billed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00", 2000), call("2026-11-03 09:00", 7))
        found = meter(ledger)
    assert (found.billed, found.over, found.level) == (0, 7, Level.COULD_BE_BILLED)


def test_a_text_that_straddles_the_pool_is_split(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-02 09:00", 249), text("2026-11-03 09:00", 4))
        found = meter(ledger, "sms_segments")
    assert (found.used, found.included, found.billed) == (250, 250, 3)


def test_three_committed_and_two_additional_seats_share_1250_segments(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 3, 2)
        assert meter(ledger, "sms_segments").included == 1250
        assert meter(ledger, "mms_segments").included == 250


def test_texts_to_elsewhere_do_not_touch_the_pool(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        for far in ("+4930555014200", "+18765550123", "+17875550123"):
            keep(ledger, text(segments=2, far=far))
        found = meter(ledger, "sms_segments")
    assert (found.used, found.outside, found.billed) == (0, 6, 0)


def test_without_the_bundle_the_first_segment_is_billed_in_both_directions(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "aircall-no-bundle") as ledger:
        keep(ledger, text(), text(direction=Direction.INBOUND), text(far="+4930555014200"))
        found = meter(ledger, "sms_segments")
    assert (found.used, found.billed, found.outside, found.level) == (0, 3, 0, Level.BILLED)


def test_no_texts_ever_seen_is_no_data_and_not_zero(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        keep(ledger, call())
        assert meter(ledger).level is Level.FINE
        assert meter(ledger, "sms_segments").level is Level.NO_DATA


def test_the_51st_call_of_the_free_plan_is_over(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as ledger:
        keep(ledger, *(call(f"2026-11-02 09:{n:02}", 0) for n in range(51)))
        found = meter(ledger, "calls")
    assert (found.used, found.over, found.level, found.at_least) == (50, 1, Level.BLOCKED, True)


def test_what_has_not_begun_yet_does_not_count(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call("2026-11-02 09:00", 499), call("2026-11-03 09:00", 7))
        keep(ledger, call("2026-11-20 09:00", 9))
        early, later = meter(ledger, now=at("2026-11-02 09:00")), meter(ledger)
    assert (early.used, early.over, later.used, later.over) == (499, 0, 506, 9)


def test_a_split_text_that_has_not_begun_yet_counts_on_neither_side(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-02 09:00", 249), text("2026-11-03 09:00", 4))
        found = meter(ledger, "sms_segments", now=at("2026-11-02 12:00"))
    assert (found.used, found.billed) == (249, 0)


def test_a_plan_change_inside_the_cycle_keeps_what_was_used_and_what_was_over(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call("2026-11-02 09:00", 500), call("2026-11-03 09:00", 30))
        use(ledger, "hubspot-professional", "2026-11-10 00:00")
        keep(ledger, call("2026-11-11 09:00", 100))
        found = meter(ledger)
        assert (found.used, found.included, found.over) == (600, 2000, 30)
        assert verify(ledger).ok


def test_parent_and_child_are_one_call_of_two_legs_in_any_order(tmp_path: Path) -> None:
    twilio = Source("twilio", "AC1")
    parent = Call(
        twilio, "CA1", at("2026-11-02 09:00"), 200 * SECOND, Direction.OUTBOUND, OWN,
        "+15105550199",
        legs=(Leg(200 * SECOND, OWN, "+15105550199", "CA1"),),
    )  # fmt: skip
    child = parent._replace(
        start=at("2026-11-02 09:01"), talk_us=100 * SECOND, far=FAR,
        legs=(Leg(100 * SECOND, OWN, FAR, "CA2"),),
    )  # fmt: skip
    for name, order in (("a", (parent, child)), ("b", (child, parent))):
        (tmp_path / name).mkdir()
        with ledger_with(tmp_path / name, "hubspot-professional") as ledger:
            for fact in order:
                keep(ledger, fact)
            keep(ledger, *order)
            assert meter(ledger).used == 4 + 2
            assert verify(ledger).entries == 1
            assert verify(ledger).ok


_starts = st.integers(0, 70 * 24 * 60).map(lambda m: Instant(at("2026-10-01 00:00") + m * MINUTE))
_calls = st.builds(
    lambda start, seconds, inbound: call(
        start,
        seconds=seconds,
        direction=Direction.INBOUND if inbound else Direction.OUTBOUND,
    ),
    _starts,
    st.integers(0, 9_000),
    st.booleans(),
)
_texts = st.builds(text, _starts, st.integers(1, 90))
_facts: st.SearchStrategy[list[Call | Text]] = st.lists(st.one_of(_calls, _texts), max_size=40)


@settings(max_examples=25)
@given(facts=_facts, rng=st.randoms(use_true_random=False), batch=st.integers(1, 9))
def test_whatever_the_order_of_arrival_the_figures_are_the_same(
    tmp_path_factory: object, facts: list[Call | Text], rng: object, batch: int
) -> None:
    shuffled = list(facts)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    seen = []
    for order, size in ((facts, max(1, len(facts))), (shuffled, batch)):
        folder: Path = tmp_path_factory.mktemp("ledger")  # type: ignore[attr-defined]
        with ledger_with(folder, "hubspot-starter", "aircall-us-ca") as ledger:
            use(ledger, "hubspot-professional", "2026-11-10 00:00", linked=True)
            for start in range(0, len(order), size):
                keep(ledger, *order[start : start + size])
            found = verify(ledger)
            assert found.ok, found.differences
            seen.append(read_status(ledger, at("2026-12-05 00:00")).meters)
            seen.append(read_status(ledger, at("2026-11-20 00:00")).meters)
    assert seen[:2] == seen[2:]


@settings(max_examples=15)
@given(facts=_facts)
def test_rating_again_twice_changes_nothing(
    tmp_path_factory: object, facts: list[Call | Text]
) -> None:
    folder: Path = tmp_path_factory.mktemp("ledger")  # type: ignore[attr-defined]
    with ledger_with(folder, "hubspot-starter", "aircall-us-ca") as ledger:
        keep(ledger, *facts)
        before = read_status(ledger, NOW)
        for _ in range(2):
            with ledger.writing() as writing:
                writing.change_rules()
            assert read_status(ledger, NOW) == before
            assert verify(ledger).ok


def test_a_call_that_began_inside_may_finish_whoever_used_the_rest(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        keep(ledger, call("2026-11-02 09:00", 1990))
        take_report(ledger, started(at("2026-11-21 12:00"), number=FAR))
        keep(ledger, call("2026-11-21 12:05", 30))
        (banner, *_) = read_status(ledger, at("2026-11-21 12:06")).banners
    assert banner.kind is BannerKind.LIMIT_IN_CALL


def test_a_call_that_began_past_the_allowance_is_billed_while_it_lasts(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        keep(ledger, call("2026-11-02 09:00", 2000))
        take_report(ledger, started(at("2026-11-21 12:00"), number=FAR))
        (banner, *_) = read_status(ledger, at("2026-11-21 12:06")).banners
    assert banner.kind is BannerKind.BILLED_CALL

"""Past cycles under other plans: what was is this ledger's, what would be another one's."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.replay import replay
from app.actions.status import ALL, read_status
from app.domain.event import Call, Leg, Method, Source, Text
from app.domain.instant import BEGINNING, DAY, Instant
from app.domain.plan import Line, MeterKind
from app.domain.what_if import Replay, ReplayedCycle, ReplayedMeter, WhatIf
from app.ledger.ledger import Ledger
from app.ledger.plans import add_link, set_behind_connect
from tests.support.ledgers import FAR, NOW, OWN, at, call, keep, ledger_with, plan, seats, text, use

_days = st.integers(-50, 5).map(lambda day: Instant(NOW + day * DAY + 7))
_agents = st.sampled_from(["", "Omar", "Lea"])
_methods = st.sampled_from([None, Method.PHONE])
_calls = st.builds(
    lambda start, minutes, agent, method: call(start, minutes, agent=agent, method=method),
    _days, st.sampled_from([0, 1, 14, 499, 1500]), _agents, _methods,
)  # fmt: skip
_texts = st.builds(
    lambda start, segments, agent, media: text(start, segments, agent=agent, media=media),
    _days, st.sampled_from([1, 49, 249]), _agents, st.integers(0, 1),
)  # fmt: skip
_facts = st.lists(st.one_of(_calls, _texts), max_size=12)
_call_plans = st.sampled_from(["hubspot-free", "hubspot-starter", "hubspot-professional"])
_text_plans = st.sampled_from(["aircall-us-ca", "aircall-no-bundle"])


def meters_at(ledger: Ledger, cycle: ReplayedCycle, now: Instant) -> dict[MeterKind, list[int]]:
    """Add up the meters that a status tells at the end of a cycle, or now."""
    found: dict[MeterKind, list[int]] = {}
    for meter in read_status(ledger, min(now, Instant(cycle.cycle.end - 1)), ALL).meters:
        past = meter.billed + meter.over
        sums = [meter.used + past, past, meter.billed, meter.outside, meter.unpriced]
        if meter.line is cycle.line:
            known = found.get(meter.kind, [0] * len(sums))
            found[meter.kind] = [one + other for one, other in zip(known, sums, strict=True)]
    return found


def told(meters: tuple[ReplayedMeter, ...]) -> dict[MeterKind, list[int]]:
    return {m.kind: [m.counted, m.past, m.billed, m.outside, m.unpriced] for m in meters}


def link_everybody(ledger: Ledger) -> None:
    with ledger.writing() as writing:
        for person in list(writing.register.people.by_id):
            add_link(writing, person, BEGINNING, None, recorded=NOW)
        writing.change_rules(lines=(Line.CALLS,))


@settings(max_examples=10, deadline=None)
@given(facts=_facts, calls=_call_plans, texts=_text_plans, linked=st.booleans())
def test_what_was_is_what_the_ledger_says(
    *, facts: list[Call | Text], calls: str, texts: str, linked: bool
) -> None:
    with (
        TemporaryDirectory() as folder,
        ledger_with(Path(folder), calls, texts, linked=linked) as ledger,
    ):
        keep(ledger, *facts)
        for cycle in replay(ledger, WhatIf(seats=1), NOW, cycles=1).cycles:
            assert told(cycle.actual) == meters_at(ledger, cycle, NOW)


@settings(max_examples=25, deadline=None)
@given(
    facts=_facts,
    calls=_call_plans,
    texts=_text_plans,
    more=st.integers(-1, 2),
    linked=st.booleans(),
)
def test_what_would_have_been_is_what_another_ledger_says(
    *, facts: list[Call | Text], calls: str, texts: str, more: int, linked: bool
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        with ledger_with(Path(one), "hubspot-starter", "aircall-us-ca") as ledger:
            use(ledger, "hubspot-professional", "2026-11-09 00:00", linked=True)
            seats(ledger, 1, 1)
            keep(ledger, *facts)
            wish = WhatIf(plan(calls), plan(texts), more, linked=linked)
            found = replay(ledger, wish, NOW, cycles=1)
        with ledger_with(Path(two), calls, texts) as other:
            seats(other, 1 + more, 1)
            keep(other, *facts)
            if linked:
                link_everybody(other)
            for cycle in found.cycles:
                assert told(cycle.wished) == meters_at(other, cycle, NOW)


def test_a_smaller_plan_would_have_blocked_calls(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-10-05 09:00", 499), call("2026-10-06 09:00", 7))
        keep(ledger, call("2026-10-07 09:00", 30))
        october = replay(ledger, WhatIf(plan("hubspot-starter")), NOW).cycles[1]
    assert (october.actual[0].past, october.wished[0].past) == (0, 30)
    assert (october.wished[0].included, october.wished[0].people_past) == (500, 1)


def test_a_seat_less_would_have_been_billed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 3, 2)
        keep(ledger, text("2026-11-02 09:00", 1190))
        (november,) = replay(ledger, WhatIf(seats=-1), NOW).cycles
    sms = november.wished[0]
    assert (sms.included, sms.past, sms.billed, november.running) == (1000, 190, 190, True)


def test_only_the_lines_asked_about_are_told(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        found = replay(ledger, WhatIf(calls=plan("hubspot-free")), NOW)
    assert {cycle.line for cycle in found.cycles} == {Line.CALLS}
    assert found.cycles[0].wished[0].included == 15


def test_as_many_complete_cycles_are_told_as_asked_for(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, *(call(f"2026-0{month}-05 09:00") for month in range(1, 10)))
        wish = WhatIf(plan("hubspot-free"))
        assert [len(replay(ledger, wish, NOW, cycles=n).cycles) for n in (0, 3, 99)] == [1, 4, 11]


def test_an_entry_that_counts_toward_the_plan_then_counts_toward_the_other(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call(minutes=3, counts_toward="hubspot-starter"))
        (found,) = replay(ledger, WhatIf(plan("hubspot-free")), NOW).cycles
    assert (found.actual[0].counted, found.wished[0].counted) == (3, 3)


def test_a_line_without_a_plan_can_be_asked_about(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, text(segments=3))
        (found,) = replay(ledger, WhatIf(texts=plan("aircall-us-ca")), NOW).cycles
    assert (found.actual, found.wished[0].counted) == ((), 3)


def test_a_replay_that_is_cancelled_tells_what_is_done(tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call(), call("2026-10-05 09:00"), call("2026-09-05 09:00"))
        found = replay(ledger, WhatIf(plan("hubspot-free")), NOW, cancelled=cancelled)
    assert [cycle.running for cycle in found.cycles] == [True]


def test_progress_is_told_up_to_the_whole(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        keep(ledger, call(), call("2026-10-05 09:00"))
        wish = WhatIf(plan("hubspot-free"))
        replay(ledger, wish, NOW, progress=lambda done, whole: seen.append((done, whole)))
    assert seen == [(1, 2), (2, 2)]


def test_a_replay_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        keep(ledger, call(minutes=20), text(segments=3))
        before = read_status(ledger, NOW)
        changes = ledger.changes()
        replay(ledger, WhatIf(plan("hubspot-free"), seats=2, linked=True), NOW)
        assert (read_status(ledger, NOW), ledger.changes()) == (before, changes)


def test_shared_allowances_are_told_as_at_least_on_one_desktop(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        assert replay(ledger, WhatIf(seats=1), NOW).at_least
        own: Replay = replay(ledger, WhatIf(plan("hubspot-professional")), NOW)
    assert not own.at_least


def test_the_days_of_the_plans_that_were_stay_those_of_the_cycles(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        use(ledger, "aircall-us-ca", "2026-01-01 00:00", anchor=14)
        keep(ledger, text("2026-10-20 09:00", 3))
        cycles = replay(ledger, WhatIf(texts=plan("aircall-no-bundle")), NOW).cycles
    starts = [cycle.cycle.start for cycle in cycles]
    assert starts == [at("2026-11-13 23:00"), at("2026-10-13 22:00")]


def test_under_the_same_plan_everything_would_have_been_as_it_was(tmp_path: Path) -> None:
    twilio = Source("twilio", "AC1")
    legs = (Leg(61_000_000, OWN, FAR), Leg(60_000_000, OWN, FAR))
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        with ledger.writing() as writing:
            set_behind_connect(writing, "twilio", "AC2")
        keep(ledger, call("2026-11-02 09:00", 1999, call_id="same-call", agent="Omar"))
        keep(ledger, call("2026-11-02 09:00", 1998, call_id="same-call", source=twilio))
        keep(ledger, call(minutes=5, source=Source("twilio", "AC2")), call(legs=legs))
        keep(ledger, call(minutes=2, counts_toward="none"), call(minutes=3, app_id="other"))
        keep(ledger, call("2026-11-05 09:00", 9, external_id="again"))
        keep(ledger, call("2026-11-05 09:00", 4, external_id="again"))
        (found,) = replay(ledger, WhatIf(plan("hubspot-professional")), NOW).cycles
    assert found.wished == found.actual
    assert (found.actual[0].counted, found.actual[0].billed) == (1998 + 5 + 3 + 4, 5)

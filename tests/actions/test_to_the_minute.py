"""Every figure of open calls against the records they become when they end at that moment."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import example, given, note, settings
from hypothesis import strategies as st

from app.actions.follow_call import take_report
from app.actions.live_now import live_now
from app.actions.look_at_number import look_at_number
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.beat import Beat
from app.domain.call_report import CallReport, Happening
from app.domain.event import Direction, Method
from app.domain.instant import BEGINNING, MINUTE, SECOND, Instant
from app.domain.live import status_at
from app.domain.live_use import billed, left_with_calls, units, used_with_calls
from app.domain.meter import BannerKind, LiveCall, Meter, Status
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.domain.price import PriceRow
from app.domain.receipt import Outcome, Receipt
from app.ledger.ledger import Ledger
from app.ledger.plans import add_link, add_prices
from tests.support.ledgers import NOW, at, call, keep, ledger_with, receipts, use
from ui.live.fate import Fate, fate_of
from ui.live.state import minutes_meter

#: Midnight in Berlin, when a cycle ends and another begins; in UTC it is still October.
TURN = at("2026-10-31 23:00")
OUT, BACK = Direction.OUTBOUND, Direction.INBOUND
#: Plans, and how many minutes are used up to a little below their allowance.
PLANS = {"hubspot-free": 15, "hubspot-starter": 500, "hubspot-professional": 2000}
RATES = (
    PriceRow("", "1", "minute", Money(Decimal("0.0140"), "USD"), BEGINNING),
    PriceRow("", "49", "minute", Money(Decimal("0.0350"), "USD"), BEGINNING),
    PriceRow("", "44", "minute", Money(Decimal("0.0200"), "GBP"), BEGINNING),
)
NUMBERS = ("+12125550123", "+4930901820", "+442079460000", "+819012345678", "anonymous")


class Spoken(NamedTuple):
    """A call to come: when it is answered, in seconds after the first look of a world."""

    answered: int
    number: str
    direction: Direction
    method: Method | None
    rings: int


class World(NamedTuple):
    """A plan, what is used of it, what changes in a call, and calls up to a moment."""

    plan: str
    free: int
    unanswered: int
    begins: Instant
    calls: tuple[Spoken, ...]
    lasts: int
    linked_after: int | None
    next_plan: tuple[str, int] | None
    priced: bool


SPOKEN = st.builds(
    Spoken,
    st.integers(0, 400), st.sampled_from(NUMBERS), st.sampled_from((OUT, OUT, BACK)),
    st.sampled_from((None, Method.BROWSER, Method.PHONE)), st.integers(0, 30),
)  # fmt: skip


def _spoken(answered: int) -> Spoken:
    return Spoken(answered, NUMBERS[0], OUT, Method.PHONE, 5)


BEGINS = st.sampled_from((NOW, TURN - 90 * SECOND, TURN - 200 * SECOND, TURN + SECOND))
LATER = st.none() | st.integers(-10, 500)


def _answered(spoken: Spoken) -> int:
    """No two calls are answered in the same microsecond."""
    return spoken.answered


WORLDS = st.builds(
    World,
    st.sampled_from(sorted(PLANS)), st.integers(-2, 8), st.sampled_from((0, 0, 47, 48, 51)),
    BEGINS.map(Instant), st.lists(SPOKEN, min_size=1, max_size=3, unique_by=_answered).map(tuple),
    st.integers(401, 800) | st.sampled_from((420, 421, 480, 481)), LATER,
    st.none() | st.tuples(st.sampled_from(sorted(PLANS)), st.integers(1, 500)), st.booleans(),
)  # fmt: skip


@contextmanager
def built(world: World) -> Iterator[Ledger]:
    """A ledger in which a plan is nearly used up, as are its calls."""
    with TemporaryDirectory() as folder, ledger_with(Path(folder), world.plan) as ledger:
        if world.priced:
            with ledger.writing() as writing:
                add_prices(writing, RATES)
                writing.change_rules()
        used = max(0, PLANS[world.plan] - world.free)
        before = Instant(world.begins - 30 * 60 * MINUTE)
        keep(ledger, call(Instant(before), used)) if used else None
        keep(ledger, *(call(Instant(before + n), 0) for n in range(1, world.unanswered + 1)))
        if world.linked_after is not None:
            with ledger.writing() as writing:
                start = Instant(world.begins + world.linked_after * SECOND)
                add_link(writing, writing.register.people.me, start, 1, recorded=NOW)
                writing.change_rules(start)
        if world.next_plan is not None:
            name, seconds = world.next_plan
            use(ledger, name, Instant(world.begins + seconds * SECOND))
        yield ledger


def beat_of(world: World, seconds: int) -> Beat:
    """Look at the clocks some seconds after a world's first moment."""
    running = (10_000 + seconds) * SECOND
    return Beat(Instant(world.begins + seconds * SECOND), "boot-1", running, running)


def begin(ledger: Ledger, world: World) -> None:
    """Let the calls of a world begin, in the order in which they do."""
    told = [
        (when, Happening.RING if place == 0 else Happening.START, f"call-{n}@host", spoken)
        for n, spoken in enumerate(world.calls)
        for place, when in enumerate((spoken.answered - spoken.rings, spoken.answered))
    ]
    for when, what, call_id, spoken in sorted(told, key=lambda each: (each[0], each[2], each[1])):
        take_report(ledger, report_of(world, what, when, call_id, spoken))


def report_of(world: World, what: Happening, when: int, call_id: str, spoken: Spoken) -> CallReport:
    return CallReport(
        what, beat_of(world, when), "hook", call_id, spoken.number, "", spoken.direction,
        spoken.method,
    )  # fmt: skip


def end(ledger: Ledger, world: World, seconds: int) -> None:
    """End every call at one moment."""
    for n, _ in enumerate(world.calls):
        ending = CallReport(Happening.END, beat_of(world, seconds), id=f"call-{n}@host")
        take_report(ledger, ending)


def records(ledger: Ledger) -> dict[str, Receipt]:
    found = {}
    for each in receipts(ledger):
        name = each.fact.external_id.rpartition("@")[0]
        if name.endswith("@host"):
            found[name] = each
    return found


def figures(meters: Sequence[Meter]) -> dict[str, tuple[int, int]]:
    return {meter.id: (meter.used, meter.billed) for meter in meters}


def with_calls(status: Status) -> dict[str, tuple[int, int]]:
    """Return what the meters of a status show, with the open calls in them."""
    live = status.live
    return {
        meter.id: (used_with_calls(meter, live), meter.billed + units(meter, in_cycle(meter, live)))
        for meter in status.meters
    }


def in_cycle(meter: Meter, live: Sequence[LiveCall]) -> list[LiveCall]:
    return [each for each in billed(meter, live) if each.start >= meter.cycle.start]


#: The fiftieth call of a plan with fifty, and one more beside it.
CAPPED = World("hubspot-free", 8, 48, NOW, (_spoken(0), _spoken(60)), 420, None, None, priced=True)
#: A call from before the turn of the cycle, and one from after it, with nothing left before.
TURNED = World(
    "hubspot-starter", 1, 0, Instant(TURN - 90 * SECOND), (_spoken(0), _spoken(100)), 480, None,
    None, priced=True,
)  # fmt: skip
#: Twilio Connect is linked in a call, and another plan comes, so only the second call is billed.
LINKED = World(
    "hubspot-professional", 0, 0, NOW, (_spoken(0), _spoken(30)), 421, 20,
    ("hubspot-starter", 100), priced=True,
)  # fmt: skip


@settings(max_examples=40)
@given(WORLDS)
@example(CAPPED)
@example(TURNED)
@example(LINKED)
def test_open_calls_are_what_their_records_will_be(world: World) -> None:
    note(str(world))
    with built(world) as ledger:
        begin(ledger, world)
        beat = beat_of(world, world.lasts)
        early = read_status(ledger, beat_of(world, 400).wall, beat=beat_of(world, 400))
        status = read_status(ledger, beat.wall, beat=beat)
        assert status_at(early, beat).live == status.live or world.begins != NOW
        card = look_at_number(ledger, NUMBERS[0], beat.wall, beat=beat).first
        assert card.remaining in {left_with_calls(each, status.live) for each in status.meters}
        assert live_now(ledger, beat).calls == status.live
        shown = {each.id: each for each in status.live}
        fates = {
            name: fate_of(each, minutes_meter(each, status.meters), status)
            for name, each in shown.items()
        }
        told = {(each.kind, each.meter.kind) for each in status.banners}
        end(ledger, world, world.lasts)
        after = read_status(ledger, beat.wall, beat=beat)
        assert not after.live
        found = records(ledger)
        assert found.keys() == shown.keys()
        for name, receipt in found.items():
            compare(shown[name], receipt)
        assert with_calls(status) == figures(after.meters)
        then = look_at_number(ledger, NUMBERS[0], beat.wall).first
        assert (card.remaining, card.verdict, card.blocked_by, card.near) == (
            then.remaining, then.verdict, then.blocked_by, then.near,
        )  # fmt: skip
        banner = (BannerKind.BILLED_CALL, MeterKind.MINUTES) in told
        assert banner == any(each.outcome is Outcome.BILLED for each in found.values())
        assert fates == {name: _fate(each) for name, each in found.items()}
        assert verify(ledger).ok


def _fate(receipt: Receipt) -> Fate:
    if receipt.kind is not MeterKind.MINUTES or receipt.outcome is Outcome.NOT_COUNTED:
        return Fate.NONE
    return {
        Outcome.INCLUDED: Fate.INCLUDED, Outcome.BILLED: Fate.BILLED, Outcome.OVER: Fate.OVER,
    }[receipt.outcome]  # fmt: skip


def compare(live: LiveCall, receipt: Receipt) -> None:
    """Hold an open call against its record of just that length."""
    assert live.elapsed_us == receipt.fact.talk_us  # type: ignore[union-attr]  # a call
    assert live.start == receipt.fact.start
    assert live.minutes == sum(receipt.legs) or MeterKind.MINUTES not in live.draws
    if receipt.outcome is Outcome.BILLED and live.rate is not None:
        assert live.amount == receipt.amount


def test_a_call_that_nobody_answers_is_placed_and_uses_no_minutes(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as ledger:
        for what, seconds in ((Happening.RING, 0), (Happening.END, 30)):
            at_beat = Beat(Instant(NOW + seconds * SECOND))
            take_report(ledger, CallReport(what, at_beat, number=NUMBERS[0], direction=OUT))
        status = read_status(ledger, Instant(NOW + 31 * SECOND))
        assert [(each.kind, each.used) for each in status.meters] == [
            (MeterKind.MINUTES, 0), (MeterKind.CALLS, 1),
        ]  # fmt: skip


def test_before_a_call_is_told_what_others_used_too(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as ledger:
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql(
                "INSERT INTO pooled_use "
                "(kind, first, last, line, counted, outside, mine, reporting, members) "
                "VALUES ('calls', '2026-11-01', '2026-11-30', 'calls', 50, 0, 0, 2, 2)"
            )
        card = look_at_number(ledger, NUMBERS[0], NOW).first
        assert card.blocked_by is MeterKind.CALLS


def test_before_a_call_a_clock_that_was_set_changes_nothing(tmp_path: Path) -> None:
    world = World("hubspot-starter", 0, 0, NOW, (_spoken(0),), 0, None, None, priced=False)
    with ledger_with(tmp_path, world.plan) as ledger:
        begin(ledger, world)
        later = beat_of(world, 150)._replace(wall=Instant(NOW + 60 * MINUTE))
        card = look_at_number(ledger, NUMBERS[0], later.wall, beat=later).first
        (shown,) = read_status(ledger, later.wall, beat=later).live
        assert (shown.minutes, card.remaining) == (6, 494)

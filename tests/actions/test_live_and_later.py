"""Calls seen live, and the records of them that come from elsewhere: each call is one entry."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from app.actions.import_file import ImportWishes, import_file
from app.actions.live_calls import compare, gone
from app.actions.read_call_log import read_call_log
from app.actions.status import read_status
from app.actions.unsure_ends import unsure_ends
from app.actions.verify import verify
from app.domain.call_report import CallList, Guess, Happening, Listed
from app.domain.event import Call, Direction, Leg, Method, Source
from app.domain.instant import DAY, SECOND, Instant
from app.domain.plan import MeterKind
from app.domain.receipt import Reason, Receipt
from app.domain.twins import State
from app.ledger.ledger import Ledger
from tests.support.call_logs import (
    KAMAILIO_NOTED,
    LINPHONE_NOTED,
    LIVE_SEEN,
    acc_cdrs,
    call_history,
    julian,
)
from tests.support.ledgers import call, keep, ledger_with, receipts
from tests.support.seen_live import FAR, beat, see, tell

START = 1_795_303_840
PLAN = "hubspot-starter"
TWILIO, HUBSPOT, LOG = Source("twilio"), Source("hubspot", "1"), Source("microsip")
AGENT = '"Agent" <sip:agent@127.0.0.1:5190>'
Arriving = Callable[[Ledger, Path], object]


def _live(ledger: Ledger, _: Path) -> None:
    for rang, answered, ended, call_id in LIVE_SEEN:
        see(ledger, rang, answered, ended, call_id)


def _live_without_ids(ledger: Ledger, _: Path) -> None:
    for rang, answered, ended, _id in LIVE_SEEN:
        see(ledger, rang, answered, ended)


def _cdr(ledger: Ledger, folder: Path) -> None:
    rows = [
        (julian(start), julian(end), seconds, call_id, "agent", FAR)
        for start, end, seconds, call_id in KAMAILIO_NOTED
    ]
    import_file(ledger, acc_cdrs(folder / "acc.sqlite", rows), ImportWishes(), _at(9_000))


def _log(ledger: Ledger, folder: Path) -> None:
    rows = [
        (AGENT, f"sip:{FAR}@127.0.0.1:5060", 0, seconds, str(start), str(answer), state, call_id)
        for seconds, start, answer, state, call_id in LINPHONE_NOTED
    ]
    read_call_log(ledger, call_history(folder / "call-history.db", rows), _at(9_000))


def _at(seconds: float) -> Instant:
    return Instant(round((START + seconds) * SECOND))


def _said(start: float = 0, seconds: float = 60, **said: Any) -> Call:
    """Make a record of a provider, in seconds after the start of everything here."""
    return call(_at(start), seconds=seconds, **{"source": TWILIO, "far": FAR, **said})


def _kept(ledger: Ledger) -> list[Receipt]:
    assert verify(ledger).ok
    return [each for each in receipts(ledger) if each.reason is not Reason.SAME_CALL]


def _shown(ledger: Ledger) -> list[tuple[str, float]]:
    return [
        (each.fact.source.provider, each.fact.talk_us / SECOND)
        for each in _kept(ledger)
        if isinstance(each.fact, Call)
    ]


def _minutes(ledger: Ledger, now: float = 9_000) -> int:
    meters = read_status(ledger, _at(now)).meters
    return next(meter.used for meter in meters if meter.kind is MeterKind.MINUTES)


@pytest.mark.parametrize("live", [_live, _live_without_ids])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_calls_from_three_sources_are_three_entries_and_one_that_was_given_up(
    tmp_path: Path, order: tuple[int, ...], live: Arriving
) -> None:
    arriving: tuple[Arriving, ...] = (live, _cdr, _log)
    with ledger_with(tmp_path, PLAN) as ledger:
        for place in order:
            arriving[place](ledger, tmp_path)
        assert len(receipts(ledger)) == 12
        assert _shown(ledger) == [
            ("kamailio", 2.194), ("kamailio", 3.588), ("kamailio", 5.04), ("kamailio", 0),
        ]  # fmt: skip
        assert _minutes(ledger) == 3


def test_without_a_proxy_the_log_is_kept(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        _live(ledger, tmp_path)
        _log(ledger, tmp_path)
        expected = [("linphone", 2), ("linphone", 4), ("linphone", 5), ("linphone", 0)]
        assert _shown(ledger) == expected
        assert _minutes(ledger) == 3


def test_two_quick_redials_to_one_number_stay_two(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        for start in (0, 40):
            see(ledger, START + start, START + start + 2, START + start + 32)
        keep(ledger, *(_said(start, 30) for start in (1, 41)))
        assert _shown(ledger) == [("twilio", 30), ("twilio", 30)]
        assert _minutes(ledger) == 2


@pytest.mark.parametrize("number", ["", "anonymous", "Anonymous"])
def test_withheld_numbers_are_never_the_same_call(tmp_path: Path, number: str) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        way = Direction.INBOUND
        see(ledger, START, START + 1, START + 61, number=number, direction=way)
        keep(ledger, _said(1, far=number, direction=way))
        assert len(_kept(ledger)) == 2


def test_the_id_of_a_call_decides_over_its_times(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 1, START + 61, "shared-call-id")
        keep(ledger, _said(600, 300, call_id="shared-call-id"))
        assert _shown(ledger) == [("twilio", 300)]
        assert _minutes(ledger) == 5


def test_a_live_call_by_phone_lends_its_second_leg(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        tell(ledger, Happening.START, START, method=Method.PHONE)
        tell(ledger, Happening.END, START + 60)
        keep(ledger, _said(1, 60, source=HUBSPOT))
        (kept,) = _kept(ledger)
        assert (kept.fact.source, kept.quantity) == (HUBSPOT, 2)


def test_legs_a_provider_reports_count_instead(tmp_path: Path) -> None:
    legs = (
        Leg(70 * SECOND, "+14155550100", "client:agent", "leg-1"),
        Leg(61 * SECOND, "+14155550100", FAR, "leg-2"),
    )
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 1, START + 61)
        keep(ledger, _said(1, 61, legs=legs, external_id="leg-1"))
        (kept,) = _kept(ledger)
        assert (kept.fact.source, kept.legs) == (TWILIO, (2, 2))


@pytest.mark.parametrize("first", ["live", "provider"])
def test_a_call_counts_in_the_cycle_its_provider_says_it_began_in(
    tmp_path: Path, first: str
) -> None:
    # The first of December in Berlin begins at 23:00 UTC; it rang before, and was answered after.
    midnight = 1_796_079_600
    provider = _said(midnight - 10 - START, 60, source=HUBSPOT)
    with ledger_with(tmp_path, PLAN) as ledger:
        if first == "provider":
            keep(ledger, provider)
        see(ledger, midnight - 10, midnight + 5, midnight + 65)
        if first == "live":
            keep(ledger, provider)
        assert _shown(ledger) == [("hubspot", 60)]
        assert _minutes(ledger, midnight - 1 - START) == 1
        assert _minutes(ledger, midnight + 900 - START) == 0


def test_a_record_that_comes_before_the_end_is_not_counted_twice(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        tell(ledger, Happening.RING, START)
        tell(ledger, Happening.START, START + 2)
        keep(ledger, _said(0, 61, source=LOG))
        tell(ledger, Happening.END, START + 63.4)
        assert _shown(ledger) == [("microsip", 61)]
        assert _minutes(ledger) == 2


@pytest.mark.parametrize("first", ["live", "log"])
@pytest.mark.parametrize("talk", [1, 118, 3_600])
def test_the_length_in_the_log_takes_the_place_of_an_estimate(
    tmp_path: Path, first: str, talk: int
) -> None:
    def lose() -> None:
        tell(ledger, Happening.RING, START, "call-one", source="baresip")
        tell(ledger, Happening.START, START + 2, "call-one", source="baresip")
        gone(ledger, "baresip", beat(START + 700))

    with ledger_with(tmp_path, PLAN) as ledger:
        if first == "live":
            lose()
        keep(ledger, _said(0, talk, source=LOG))
        if first == "log":
            lose()
        assert _shown(ledger) == [("microsip", talk)]
        assert _minutes(ledger) == -(-talk // 60)
        with ledger.reading() as snapshot:
            assert unsure_ends(snapshot) == ()


def test_an_estimate_is_of_the_nearest_of_two_redials(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        tell(ledger, Happening.START, START, "call-one", source="baresip")
        gone(ledger, "baresip", beat(START + 12))
        keep(ledger, *(_said(start, 30, source=LOG) for start in (0, 45)))
        assert _shown(ledger) == [("microsip", 30), ("microsip", 30)]
        (lost,) = (each for each in receipts(ledger) if each.fact.source.provider == "baresip")
        assert [(other.start, other.kept) for other in lost.others] == [(_at(0), True)]


def test_a_call_missed_by_a_restart_is_found_in_its_log(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        compare(ledger, CallList("baresip", beat(START), (Listed("call-one", FAR, 5_000_000),)))
        ended = compare(ledger, CallList("baresip", beat(START + 400), ())).ended
        assert [each.guess for each in ended] == [Guess.NOT_LISTED]
        keep(ledger, _said(-5, 95, source=LOG))
        assert _shown(ledger) == [("microsip", 95)]


def test_a_call_in_two_live_sources_is_one(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 2, START + 62, "baresips-own-id", source="baresip")
        see(ledger, START, START + 2.2, START + 62.1)
        assert _shown(ledger) == [("baresip", 60)]


def test_a_number_known_without_its_country_is_doubted_but_counted_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path, PLAN) as ledger:
        see(ledger, START, START + 1, START + 61, number="55550123")
        keep(ledger, _said(1, 60, far="+12125550123"[:4] + "55550123"))
        (kept,) = _kept(ledger)
        assert [other.state for other in kept.others] == [State.POSSIBLE]
        assert _minutes(ledger, DAY // SECOND) == 1

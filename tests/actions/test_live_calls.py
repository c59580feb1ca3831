"""Calls whose end nobody told: softphones that vanish, lists, sleep, restarts and our own end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.follow_call import take_report
from app.actions.live_calls import compare, gone, heartbeat, out_of_sight
from app.actions.status import read_status
from app.actions.unsure_ends import settle_end, unsure_ends
from app.actions.verify import verify
from app.domain.beat import Beat
from app.domain.call_report import CallList, Guess, Listed, Phase, UnsureEnd
from app.domain.event import Call
from app.domain.following import LEAST_TALK
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.domain.open_call import OpenCall
from app.domain.problem import Problem
from app.ledger.ledger import Ledger
from app.ledger.live import open_calls
from tests.support.call_reports import ONE, OTHER, after, report
from tests.support.ledgers import FAR, NOW, call, keep, ledger_with, receipts

BARESIP = "baresip"
NOBODY: frozenset[str] = frozenset()
IN_TOUCH = frozenset({BARESIP})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        yield ledger
        assert verify(ledger).ok


def begin(ledger: Ledger, call_id: str = ONE, source: str = BARESIP) -> None:
    take_report(ledger, report("ring", 0, id=call_id, number=FAR, source=source))
    take_report(ledger, report("start", 5, id=call_id, source=source))


def listing(*calls: Listed, at: Beat | int, whole: bool = True) -> CallList:
    return CallList(BARESIP, at if isinstance(at, Beat) else after(at), calls, whole=whole)


def listed(talked_s: int | None, call_id: str = ONE, *, held: bool = False) -> Listed:
    talked_us = None if talked_s is None else talked_s * SECOND
    return Listed(call_id, FAR, talked_us, held=held)


def going_on(ledger: Ledger) -> list[OpenCall]:
    with ledger.reading() as snapshot:
        return open_calls(snapshot.connection)


def unsure(ledger: Ledger) -> tuple[UnsureEnd, ...]:
    with ledger.reading() as snapshot:
        return unsure_ends(snapshot)


def only_call(ledger: Ledger) -> Call:
    (found,) = receipts(ledger)
    assert isinstance(found.fact, Call)
    return found.fact


def test_a_softphone_that_vanished_ends_its_calls_when_it_was_last_heard(ledger: Ledger) -> None:
    begin(ledger)
    begin(ledger, OTHER, "hook")
    found = gone(ledger, BARESIP, after(65))
    assert [each.guess for each in found.ended] == [Guess.SOFTPHONE_GONE]
    assert only_call(ledger).talk_us == 60 * SECOND
    assert [each.id for each in going_on(ledger)] == [OTHER]
    (end,) = unsure(ledger)
    assert (end.number, end.start, end.talk_us) == (FAR, NOW + 5 * SECOND, MINUTE)


def test_a_line_that_broke_leaves_the_call_open_until_the_softphone_is_asked(
    ledger: Ledger,
) -> None:
    begin(ledger)
    out_of_sight(ledger, BARESIP, after(65))
    heartbeat(ledger, after(95), IN_TOUCH)
    assert [(each.phase, each.seen) for each in going_on(ledger)] == [
        (Phase.OUT_OF_SIGHT, NOW + 65 * SECOND)
    ]
    compare(ledger, listing(listed(115), at=120))
    assert [each.phase for each in going_on(ledger)] == [Phase.TALKING]
    take_report(ledger, report("end", 125, id=ONE, source=BARESIP))
    assert only_call(ledger).talk_us == 120 * SECOND
    assert unsure(ledger) == ()


def test_a_softphone_that_never_came_back_ends_its_call_when_the_line_broke(
    ledger: Ledger,
) -> None:
    begin(ledger)
    out_of_sight(ledger, BARESIP, after(65))
    gone(ledger, BARESIP, after(365))
    assert only_call(ledger).talk_us == MINUTE


def test_a_call_that_is_not_listed_any_more_ended_when_it_was_last_seen(ledger: Ledger) -> None:
    begin(ledger)
    heartbeat(ledger, after(20), IN_TOUCH)
    heartbeat(ledger, after(35), IN_TOUCH)
    found = compare(ledger, listing(at=600))
    assert [each.guess for each in found.ended] == [Guess.NOT_LISTED]
    assert only_call(ledger).talk_us == 30 * SECOND


def test_a_list_of_some_calls_ends_none(ledger: Ledger) -> None:
    begin(ledger)
    assert compare(ledger, listing(at=60, whole=False)).ended == ()
    assert len(going_on(ledger)) == 1


def test_a_call_answered_while_nobody_listened_began_when_its_softphone_says(
    ledger: Ledger,
) -> None:
    take_report(ledger, report("ring", 0, id=ONE, number=FAR, source=BARESIP))
    compare(ledger, listing(listed(50, held=True), at=60))
    assert [(each.phase, each.answered) for each in going_on(ledger)] == [
        (Phase.HELD, NOW + 10 * SECOND)
    ]
    take_report(ledger, report("end", 70, id=ONE, source=BARESIP))
    assert only_call(ledger).talk_us == MINUTE


def test_a_call_begun_while_nobody_listened_is_taken_up(ledger: Ledger) -> None:
    compare(ledger, listing(listed(50), listed(None, OTHER), at=60))
    assert {(each.phase, each.answered, each.number) for each in going_on(ledger)} == {
        (Phase.TALKING, NOW + 10 * SECOND, FAR), (Phase.RINGING, None, FAR),
    }  # fmt: skip


def test_a_listed_call_without_an_id_is_the_one_of_its_number(ledger: Ledger) -> None:
    begin(ledger)
    compare(ledger, listing(listed(50, ""), at=60))
    assert [each.id for each in going_on(ledger)] == [ONE]
    assert receipts(ledger) == []


def test_a_call_that_was_only_lost_to_sight_goes_on_as_the_same_record(ledger: Ledger) -> None:
    begin(ledger)
    gone(ledger, BARESIP, after(65))
    compare(ledger, listing(listed(90), at=95))
    take_report(ledger, report("end", 125, id=ONE, source=BARESIP))
    assert only_call(ledger).talk_us == 120 * SECOND
    assert unsure(ledger) == ()


def test_a_call_answered_after_it_was_lost_to_sight_is_the_same_record(ledger: Ledger) -> None:
    take_report(ledger, report("ring", 0, id=ONE, number=FAR, source=BARESIP))
    compare(ledger, listing(at=5))
    compare(ledger, listing(listed(None), at=10))
    compare(ledger, listing(listed(20), at=60))
    take_report(ledger, report("end", 100, id=ONE, source=BARESIP))
    assert only_call(ledger).talk_us == MINUTE


def test_a_call_taken_up_by_another_softphone_stays_the_record_it_was(ledger: Ledger) -> None:
    begin(ledger, source="hook")
    gone(ledger, "hook", after(65))
    compare(ledger, listing(listed(90), at=95))
    take_report(ledger, report("end", 125, id=ONE, source=BARESIP))
    assert only_call(ledger).talk_us == 120 * SECOND


def test_a_listed_call_that_nobody_knows_and_that_has_no_id_is_left_out(ledger: Ledger) -> None:
    compare(ledger, listing(listed(50, ""), at=60))
    assert going_on(ledger) == []


def test_a_call_that_ended_is_not_taken_up_by_a_list_from_before(ledger: Ledger) -> None:
    begin(ledger)
    take_report(ledger, report("end", 65, id=ONE, source=BARESIP))
    compare(ledger, listing(listed(60), at=65))
    assert going_on(ledger) == []
    assert only_call(ledger).talk_us == MINUTE


@pytest.mark.parametrize("source", ["hook", "hand"])
def test_a_sleep_ends_the_calls_of_those_who_cannot_be_asked(ledger: Ledger, source: str) -> None:
    begin(ledger, source=source)
    heartbeat(ledger, after(20), NOBODY)
    heartbeat(ledger, after(35), NOBODY)
    found = heartbeat(ledger, after(3_650, asleep=3_600), NOBODY)
    assert [each.guess for each in found.ended] == [Guess.SLEPT]
    assert only_call(ledger).talk_us == 30 * SECOND


def test_a_sleep_leaves_the_calls_of_a_softphone_that_can_be_asked(ledger: Ledger) -> None:
    begin(ledger)
    heartbeat(ledger, after(20), IN_TOUCH)
    out_of_sight(ledger, BARESIP, after(21))
    assert heartbeat(ledger, after(3_650, asleep=3_600), NOBODY).ended == ()
    compare(ledger, listing(at=after(3_651, asleep=3_600)))
    assert only_call(ledger).talk_us == 16 * SECOND


@pytest.mark.parametrize("source", ["hook", "hand", BARESIP])
def test_no_call_outlives_the_computer_being_started_anew(ledger: Ledger, source: str) -> None:
    begin(ledger, source=source)
    heartbeat(ledger, after(35), IN_TOUCH)
    later = Beat(Instant(NOW + 600 * SECOND), "boot-2", 60 * SECOND, 60 * SECOND)
    found = heartbeat(ledger, later, NOBODY)
    assert [each.guess for each in found.ended] == [Guess.RESTARTED]
    assert only_call(ledger).talk_us == 30 * SECOND


@pytest.mark.parametrize("ids", [("", ""), (ONE, OTHER)])
def test_a_call_after_the_computer_was_started_anew_is_another_one(
    ledger: Ledger, ids: tuple[str, str]
) -> None:
    before, since = ids
    take_report(ledger, report("start", 0, id=before, number=FAR))
    for what, seconds in (("ring", 60), ("start", 65), ("end", 125)):
        running = seconds * SECOND
        at = Beat(Instant(NOW + 1_800 * SECOND + running), "boot-2", running, running)
        take_report(ledger, report(what, at, id=since, number=FAR))
    assert going_on(ledger) == []
    assert [each.guess for each in unsure(ledger)] == [Guess.RESTARTED]
    talked = [each.fact.talk_us for each in receipts(ledger) if isinstance(each.fact, Call)]
    assert sorted(talked) == [LEAST_TALK, MINUTE]


def test_a_call_of_another_run_of_the_computer_is_none_that_goes_on(ledger: Ledger) -> None:
    begin(ledger)
    later = Beat(Instant(NOW + 600 * SECOND), "boot-2", 60 * SECOND, 60 * SECOND)
    assert read_status(ledger, later.wall, beat=later).live == ()


def test_a_call_that_was_lost_is_recorded_with_the_next_report_of_any(ledger: Ledger) -> None:
    begin(ledger)
    take_report(ledger, report("ring", Instant(NOW + DAY + MINUTE), id=OTHER, number=FAR))
    assert [call.id for call in going_on(ledger)] == [OTHER]
    assert [each.guess for each in unsure(ledger)] == [Guess.NEVER_TOLD]


def test_a_call_that_rang_when_the_computer_went_off_is_a_record_without_talk(
    ledger: Ledger,
) -> None:
    take_report(ledger, report("ring", 0, id=ONE, number=FAR))
    heartbeat(ledger, after(60, boot="boot-2"), NOBODY)
    assert only_call(ledger).talk_us == 0


@pytest.mark.parametrize("source", ["hook", "hand"])
def test_our_own_end_leaves_calls_of_hooks_as_they_are(ledger: Ledger, source: str) -> None:
    begin(ledger, source=source)
    heartbeat(ledger, after(35), NOBODY)
    assert heartbeat(ledger, after(900), NOBODY).ended == ()
    take_report(ledger, report("end", 905, id=ONE, source=source))
    assert only_call(ledger).talk_us == 15 * MINUTE
    assert unsure(ledger) == ()


def test_a_day_without_an_end_is_recorded_as_what_is_known(ledger: Ledger) -> None:
    begin(ledger, source="hook")
    found = heartbeat(ledger, Beat(Instant(NOW + DAY + MINUTE)), NOBODY)
    assert [each.guess for each in found.ended] == [Guess.NEVER_TOLD]
    assert only_call(ledger).talk_us == LEAST_TALK
    (meter,) = read_status(ledger, Instant(NOW + DAY + MINUTE)).meters
    assert meter.used == 1


def test_a_heart_without_calls_writes_nothing(ledger: Ledger) -> None:
    with ledger.reading() as snapshot:
        before = snapshot.connection.exec_driver_sql("PRAGMA data_version").one()
        heartbeat(ledger, after(15), IN_TOUCH)
        assert snapshot.connection.exec_driver_sql("PRAGMA data_version").one() == before


def test_an_estimate_stands_until_somebody_looked_at_it(ledger: Ledger) -> None:
    begin(ledger)
    gone(ledger, BARESIP, after(65))
    (end,) = unsure(ledger)
    assert settle_end(ledger, end.entry) == end.entry
    assert unsure(ledger) == ()
    with pytest.raises(Problem, match="is no estimate"):
        settle_end(ledger, end.entry)


def test_who_knows_better_says_how_long_a_call_was(ledger: Ledger) -> None:
    begin(ledger)
    gone(ledger, BARESIP, after(65))
    (end,) = unsure(ledger)
    settle_end(ledger, end.entry, 200 * SECOND)
    assert only_call(ledger).talk_us == 200 * SECOND
    assert unsure(ledger) == ()


def test_an_estimate_is_none_where_the_providers_record_counts(ledger: Ledger) -> None:
    begin(ledger)
    gone(ledger, BARESIP, after(65))
    keep(ledger, call(start=Instant(NOW + 5 * SECOND), seconds=62))
    assert unsure(ledger) == ()
    assert len(receipts(ledger)) == 2


def test_sleep_is_no_talk_in_the_strip_nor_in_an_estimate(ledger: Ledger) -> None:
    begin(ledger)
    now = after(3_665, asleep=3_600)
    heartbeat(ledger, now, IN_TOUCH)
    (shown,) = read_status(ledger, now.wall, beat=now).live
    assert (shown.elapsed_us, shown.minutes) == (MINUTE, 1)
    gone(ledger, BARESIP, now)
    assert only_call(ledger).talk_us == MINUTE

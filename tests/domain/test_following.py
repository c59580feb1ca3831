"""How a call goes on: answered or not, held, ended, and what was told twice or late."""

from typing import Any

from app.domain.beat import Beat
from app.domain.call_report import Guess, Phase
from app.domain.event import Direction, Method
from app.domain.following import LEAST_TALK, Over, followed, guessed, known_of, seen
from app.domain.instant import SECOND, Instant
from app.domain.open_call import OpenCall, lost
from tests.support.call_reports import ONE, OTHER, after, report
from tests.support.ledgers import FAR, NOW

_ME = 1


def told(*steps: tuple[str, int], **said: Any) -> OpenCall | Over | None:
    """Follow a call through what happened to it, each some seconds after NOW."""
    call: OpenCall | Over | None = None
    for what, seconds in steps:
        assert not isinstance(call, Over)
        call = followed(call, report(what, seconds, id=ONE, **said), _ME)
    return call


def on(*steps: tuple[str, int], **said: Any) -> OpenCall:
    call = told(*steps, **said)
    assert isinstance(call, OpenCall)
    return call


def over(*steps: tuple[str, int], **said: Any) -> Over:
    call = told(*steps, **said)
    assert isinstance(call, Over)
    return call


def test_a_call_is_talk_from_its_answer_to_its_end() -> None:
    found = over(("ring", 0), ("start", 8), ("end", 68))
    assert (found.record.start, found.record.talk_us) == (NOW + 8 * SECOND, 60 * SECOND)
    assert (found.call.phase, found.guess) == (Phase.ENDED, None)


def test_a_call_that_nobody_answered_is_a_record_without_talk() -> None:
    found = over(("ring", 0), ("end", 30), direction=Direction.INBOUND)
    assert (found.record.start, found.record.talk_us) == (NOW, 0)
    assert (found.call.phase, found.record.direction) == (Phase.UNANSWERED, Direction.INBOUND)


def test_a_start_opens_a_call_of_which_nothing_was_told() -> None:
    assert on(("start", 5)).phase is Phase.TALKING


def test_a_ring_that_comes_late_and_a_start_that_comes_twice_change_nothing() -> None:
    once = on(("ring", 0), ("start", 5))
    twice = on(("ring", 0), ("start", 5), ("start", 20), ("ring", 30))
    assert twice == seen(once, after(30))


def test_what_holds_is_still_on_the_line() -> None:
    assert on(("start", 0), ("hold", 10)).phase is Phase.HELD
    assert on(("start", 0), ("hold", 10), ("resume", 20)).phase is Phase.TALKING
    found = over(("start", 0), ("hold", 10), ("resume", 20), ("end", 60))
    assert found.record.talk_us == 60 * SECOND
    assert over(("start", 0), ("hold", 10), ("end", 60)).record.talk_us == 60 * SECOND


def test_a_hold_answers_no_call_and_begins_none() -> None:
    assert on(("ring", 0), ("hold", 5)).phase is Phase.RINGING
    assert told(("hold", 0)) is None
    assert told(("end", 0)) is None


def test_what_is_known_later_is_added_and_never_lost() -> None:
    call = on(("ring", 0))
    later = report("start", 5, id=ONE, number="(212) 555-0123", name="Ada",
                   direction=Direction.INBOUND, method=Method.PHONE)  # fmt: skip
    call = _open(followed(call, later, _ME))
    told = (call.number, call.name, call.direction, call.method)
    assert told == (FAR, "Ada", Direction.INBOUND, Method.PHONE)
    call = _open(followed(call, report("start", 6, id=ONE, number="+14155550199", name="Bo"), _ME))
    assert (call.number, call.name) == (FAR, "Ada")


def test_a_sip_address_is_known_by_the_number_in_it() -> None:
    call = on(("ring", 0), number="sip:+12125550123@127.0.0.1:5180")
    assert call.number == FAR


def test_a_clock_that_is_set_makes_no_call_longer_or_shorter() -> None:
    call = on(("start", 0))
    for jump in (-3_600, 3_600):
        end = followed(call, report("end", after(90, jump=jump), id=ONE), _ME)
        assert isinstance(end, Over)
        assert (end.record.start, end.record.talk_us) == (NOW, 90 * SECOND)


def test_a_call_without_other_clocks_goes_by_the_wall_and_is_never_negative() -> None:
    call = _open(followed(None, report("start", Instant(NOW), id=ONE), _ME))
    end = followed(call, report("end", Instant(NOW - 60 * SECOND), id=ONE), _ME)
    assert isinstance(end, Over)
    assert end.record.talk_us == LEAST_TALK


def test_time_the_computer_slept_is_no_talk() -> None:
    call = on(("start", 0))
    end = followed(call, report("end", after(3_660, asleep=3_600), id=ONE), _ME)
    assert isinstance(end, Over)
    assert (end.record.talk_us, end.guess) == (60 * SECOND, Guess.SLEPT)


def test_a_nap_that_a_line_outlives_is_talk() -> None:
    end = followed(on(("start", 0)), report("end", after(90, asleep=30), id=ONE), _ME)
    assert isinstance(end, Over)
    assert (end.record.talk_us, end.guess) == (90 * SECOND, None)


def test_a_call_goes_on_after_the_computer_was_started_anew() -> None:
    call = seen(
        on(("start", 0)), Beat(Instant(NOW + 90 * SECOND), "boot-2", 5 * SECOND, 5 * SECOND)
    )
    again = Beat(Instant(NOW), "boot-2", 35 * SECOND, 35 * SECOND)
    end = followed(call, report("end", again, id=ONE), _ME)
    assert isinstance(end, Over)
    assert (end.record.start, end.record.talk_us) == (NOW, 120 * SECOND)


def test_a_guessed_end_is_when_the_call_was_last_seen() -> None:
    call = seen(on(("start", 0)), after(45))
    found = guessed(call, Guess.RESTARTED)
    assert (found.record.talk_us, found.guess) == (45 * SECOND, Guess.RESTARTED)


def test_of_a_hook_that_never_told_the_end_only_the_answer_is_known() -> None:
    call = seen(on(("start", 0)), after(90_000))
    assert guessed(call, Guess.NEVER_TOLD).record.talk_us == LEAST_TALK
    asked = call._replace(source="baresip")
    assert guessed(asked, Guess.NEVER_TOLD).record.talk_us == 90_000 * SECOND


def test_what_a_hook_says_without_an_id_is_of_no_call_of_another_softphone() -> None:
    call = on(("start", 0), source="baresip", number=FAR)
    assert known_of([call], report("end", 5)) is None
    assert known_of([call], report("end", 5, number=FAR)) is None
    assert known_of([call], report("end", 5, id=ONE)) == call
    assert known_of([call._replace(source="hand")], report("end", 5)) is not None


def test_a_start_without_an_id_is_of_the_one_that_rings() -> None:
    talks = on(("start", 0), number=FAR)
    rings = on(("ring", 1))._replace(id=OTHER)
    assert known_of([talks, rings], report("start", 5, number="+14155550199")) == rings


def _open(call: OpenCall | Over | None) -> OpenCall:
    assert isinstance(call, OpenCall)
    return call


def test_sleep_is_no_talk_however_often_the_call_was_seen_since() -> None:
    call = seen(on(("start", 0), source="baresip"), after(3_660, asleep=3_600))
    end = followed(call, report("end", after(3_690, asleep=3_600), id=ONE), _ME)
    assert isinstance(end, Over)
    assert (end.record.talk_us, end.guess) == (90 * SECOND, Guess.SLEPT)


def test_a_wall_clock_that_was_a_day_behind_loses_no_call() -> None:
    call = on(("start", 0))
    assert not lost(call, after(90, jump=200_000))
    assert lost(call, after(86_401))
    assert lost(call, Beat(Instant(NOW + 86_401 * SECOND)))

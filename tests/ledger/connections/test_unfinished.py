"""Records that are not final are read again, ever more rarely, and not for ever."""

from pathlib import Path

from app.domain.event import Leg
from app.domain.instant import DAY, MINUTE, Instant
from tests.support.connections import account, arrive, connect, due
from tests.support.ledgers import NOW, call, ledger_with


def _after(minutes: int) -> Instant:
    return Instant(NOW + minutes * MINUTE)


def test_a_record_is_read_again_after_five_minutes_then_ten_then_twenty(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, now, pauses = connect(ledger), NOW, []
        arrive(ledger, made, call(external_id="a"), unfinished=("a",))
        for _ in range(3):
            before = now
            while not due(ledger, made, now):
                now = Instant(now + MINUTE)
            pauses.append((now - before) // MINUTE)
            arrive(ledger, made, unfinished=("a",), asked=("a",), now=now)
    assert pauses == [5, 10, 20]


def test_a_page_that_shows_it_again_does_not_put_it_off(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        for minutes in (0, 4):
            arrive(ledger, made, unfinished=("a",), now=_after(minutes))
        assert due(ledger, made, _after(5)) == ("a",)


def test_a_final_record_is_not_read_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, unfinished=("a", "b", "c"))
        arrive(ledger, made, call(external_id="a"), asked=("a", "b", "c"), gone=("b",))
        assert due(ledger, made, _after(60)) == ("c",)
        assert account(ledger, made).parts[0].unfinished == 1


def test_a_record_that_nothing_is_said_of_waits_as_well(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, unfinished=("a",))
        arrive(ledger, made, asked=("a",), now=_after(5))
        assert due(ledger, made, _after(14)) == ()


def test_a_record_is_given_up_thirty_days_after_it_began(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, old = connect(ledger), call(Instant(NOW - 31 * DAY), external_id="a")
        arrive(ledger, made, old, unfinished=("a",))
        assert due(ledger, made, _after(5)) == ("a",)
        arrive(ledger, made, old, unfinished=("a",), asked=("a",), now=_after(5))
        assert due(ledger, made, Instant(NOW + 90 * DAY)) == ()
        (part,) = account(ledger, made).parts
    assert (part.unfinished, part.never) == (0, 1)


def test_no_more_are_due_than_are_asked_for(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, unfinished=[str(n) for n in range(150)])
        assert len(due(ledger, made, _after(5))) == 100


def test_a_clock_that_was_a_year_ahead_puts_nothing_off(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, wrong = connect(ledger), Instant(NOW + 365 * DAY)
        arrive(ledger, made, call(external_id="a"), unfinished=("a", "b"), now=wrong)
        arrive(ledger, made, asked=("a",), now=Instant(wrong + DAY))
        assert due(ledger, made, _after(5)) == ("b", "a")
        arrive(ledger, made, asked=("a", "b"), now=_after(5))
        assert due(ledger, made, _after(6)) == ()
        assert due(ledger, made, Instant(NOW + 2 * DAY)) == ("b", "a")


def test_a_leg_that_is_final_is_not_read_again_and_the_call_it_is_of_is(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made = connect(ledger)
        arrive(ledger, made, call(external_id="whole"), unfinished=("whole", "leg"), settled=())
        arrive(ledger, made, call(external_id="whole"), asked=("leg",), settled=("leg",))
        assert due(ledger, made, _after(60)) == ("whole",)


def test_a_leg_is_given_up_as_long_after_it_began_as_its_call(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        made, slow = connect(ledger), Instant(NOW - 400 * DAY)
        legs = (Leg(MINUTE, "+14155550100", "+14155550123", "leg"),)
        arrive(ledger, made, call(external_id="a", legs=legs), unfinished=("leg",), now=slow)
        arrive(ledger, made, unfinished=("leg",), asked=("leg",), now=_after(5))
        assert due(ledger, made, Instant(NOW + DAY)) == ("leg",)

"""A call that seems to go on although another source has recorded the whole of it."""

from pathlib import Path

from app.actions.live_calls import Changed, heartbeat
from app.actions.unsure_ends import unsure_ends
from app.actions.verify import verify
from app.domain.call_report import Guess, Happening
from app.domain.event import Call, Source
from app.domain.instant import SECOND, Instant
from app.domain.receipt import Reason
from app.ledger.ledger import Ledger
from tests.support.ledgers import call, keep, ledger_with, receipts
from tests.support.seen_live import FAR, beat, see, tell

START = 1_795_303_840


def recorded(start: float, seconds: float, call_id: str = "") -> Call:
    return call(
        Instant(round((START + start) * SECOND)),
        seconds=seconds,
        source=Source("twilio"),
        far=FAR,
        call_id=call_id,
    )


def beaten(ledger: Ledger, seconds: float) -> Changed:
    return heartbeat(ledger, beat(START + seconds), frozenset())


def counted(ledger: Ledger) -> list[int]:
    assert verify(ledger).ok
    kept = [each for each in receipts(ledger) if each.reason is not Reason.SAME_CALL]
    return [each.fact.talk_us // SECOND for each in kept if isinstance(each.fact, Call)]


def test_a_call_whose_end_was_lost_ends_with_the_record_of_its_provider(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        tell(ledger, Happening.START, START)
        keep(ledger, recorded(-4, 61))
        assert not beaten(ledger, 120).ended  # the softphone may still tell it
        (over,) = beaten(ledger, 300).ended
        assert over.guess is Guess.RECORDED
        assert counted(ledger) == [61]
        with ledger.reading() as snapshot:
            assert unsure_ends(snapshot) == ()


def test_a_record_with_the_id_of_the_call_decides_whatever_its_number(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        tell(ledger, Happening.START, START, "call-id-77", number="")
        keep(ledger, recorded(0, 30, "call-id-77"))
        assert len(beaten(ledger, 300).ended) == 1


def test_a_call_that_rings_or_that_a_softphone_can_be_asked_about_is_left_to_it(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        tell(ledger, Happening.RING, START)
        tell(ledger, Happening.START, START, "asked-1", source="baresip", number="+15550999")
        keep(ledger, recorded(0, 30), recorded(1, 30)._replace(far="+15550999"))
        assert not beaten(ledger, 300).ended


def test_the_record_of_the_call_before_ends_no_redial(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        see(ledger, START - 50, START - 45, START - 15)
        tell(ledger, Happening.START, START)
        keep(ledger, recorded(-45, 30))
        assert not beaten(ledger, 400).ended
        tell(ledger, Happening.END, START + 410)
        assert sorted(counted(ledger)) == [30, 410]

"""Calls there were, read before the next one."""

from pathlib import Path

from app.domain.event import Source
from app.domain.instant import SECOND
from app.ledger.ledger import Ledger
from app.ledger.past_calls import PastCalls, calls_with, own_talks, recent_numbers
from tests.support.ledgers import FAR, NOW, call, keep, ledger_with, text

OTHER = "+14155550188"
MINUTE = 60 * SECOND


def with_far(ledger: Ledger) -> PastCalls:
    with ledger.reading() as snapshot:
        return calls_with(snapshot, FAR, NOW)


def test_calls_with_a_number_come_newest_first_without_texts(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("2026-11-02 09:00", 3), call("2026-11-03 09:00", 5),
             call("2026-11-04 09:00", 9, far=OTHER), text("2026-11-04 09:00"))  # fmt: skip
        assert with_far(ledger).talks == (5 * MINUTE, 3 * MINUTE)


def test_a_later_version_of_a_call_counts_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("2026-11-02 09:00", 3, external_id="one"))
        keep(ledger, call("2026-11-02 09:00", 4, external_id="one"))
        assert with_far(ledger).talks == (4 * MINUTE,)


def test_a_call_that_two_sources_report_counts_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00", 3))
        keep(ledger, call("2026-11-02 09:00", 3, source=Source("twilio", "1")))
        assert len(with_far(ledger).ids) == 1


def test_what_begins_later_is_not_known_yet(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("2026-11-29 09:00", 3))
        assert with_far(ledger).ids == ()


def test_my_own_calls_tell_how_long_i_usually_talk(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger, ledger.writing() as writing:
        writing.store([call("2026-11-02 09:00", 3), call("2026-11-03 09:00", 0)])
    with ledger_with(tmp_path) as ledger, ledger.reading() as snapshot:
        assert own_talks(snapshot, NOW) == (3 * MINUTE,)


def test_numbers_are_offered_by_the_last_time_with_their_names(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("2026-11-02 09:00"), call("2026-11-03 09:00", far=OTHER, name="Anna"),
             call("2026-11-04 09:00", far="anonymous"))  # fmt: skip
        with ledger.reading() as snapshot:
            found = recent_numbers(snapshot, NOW, 10)
    assert found == ((OTHER, "Anna"), (FAR, ""))

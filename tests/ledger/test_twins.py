"""The same call from several sources: counted once, whatever came first."""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.duplicates import find_duplicates, list_duplicates
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.event import Call, Leg, Method, Source
from app.domain.instant import SECOND, Instant
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Reason, Receipt
from app.domain.twins import State
from app.ledger.ledger import Ledger
from tests.support.ledgers import HUBSPOT, NOW, call, keep, ledger_with, receipts, use

TWILIO, CDR, LOG = Source("twilio"), Source("kamailio"), Source("microsip")
Shown = list[tuple[str, int, Outcome, Reason]]


def _reports(**said: Any) -> list[Call]:
    """Make one call as three sources report it, within two seconds."""
    return [
        call(Instant(NOW + n * SECOND), external_id=f"{source.provider}-1", source=source, **said)
        for n, source in enumerate((TWILIO, CDR, LOG))
    ]


def _all(ledger: Ledger) -> list[Receipt]:
    return receipts(ledger)


def _shown(ledger: Ledger) -> Shown:
    return sorted(
        (each.fact.external_id, each.quantity, each.outcome, each.reason) for each in _all(ledger)
    )


def _used(ledger: Ledger, agent: str = "me") -> int:
    assert verify(ledger).differences == ()
    meters = read_status(ledger, Instant(NOW + 3600 * SECOND), agent).meters
    return next(meter.used for meter in meters if meter.kind is MeterKind.MINUTES)


def test_three_sources_of_one_call_count_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        for each in reversed(_reports(minutes=3)):
            keep(ledger, each)
        assert _used(ledger) == 3
        assert _shown(ledger) == [
            ("kamailio-1", 0, Outcome.NOT_COUNTED, Reason.SAME_CALL),
            ("microsip-1", 0, Outcome.NOT_COUNTED, Reason.SAME_CALL),
            ("twilio-1", 3, Outcome.INCLUDED, Reason.NONE),
        ]


def test_a_receipt_names_the_other_reports_of_the_call(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *_reports())
        kept, cdr, _ = _all(ledger)
    assert [(each.source, each.kept) for each in kept.others] == [(CDR, False), (LOG, False)]
    assert [(each.source, each.kept) for each in cdr.others] == [(TWILIO, True), (LOG, False)]
    assert {each.state for each in kept.others} == {State.MATCHED}
    assert cdr.others[0].id == kept.id


def test_two_quick_redials_stay_two(tmp_path: Path) -> None:
    calls = [
        call(Instant(NOW + later * SECOND), source=source)
        for source in (LOG, TWILIO)
        for later in (0, 40)
    ]
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *calls)
        assert _used(ledger) == 2


def test_minutes_of_a_record_without_user_are_those_of_the_user_its_copy_names(
    tmp_path: Path,
) -> None:
    twilio, cdr, _ = _reports()
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, twilio)
        assert _used(ledger) == 1
        keep(ledger, cdr._replace(agent="Jana", method=Method.PHONE))
        assert (_used(ledger), _used(ledger, "Jana")) == (0, 2)
        kept, _ = _all(ledger)
    assert (kept.agent, kept.quantity, kept.fact.agent) == ("Jana", 2, "")


def test_a_later_version_parts_what_agrees_no_longer(tmp_path: Path) -> None:
    twilio, cdr, _ = _reports(minutes=2)
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, twilio, cdr)
        assert _used(ledger) == 2
        keep(ledger, cdr._replace(talk_us=300 * SECOND))
        assert _used(ledger) == 7
        keep(ledger, cdr)
        assert _used(ledger) == 2


def test_a_late_price_is_that_of_the_kept_record(tmp_path: Path) -> None:
    twilio, cdr, _ = _reports()
    leg = Leg(60 * SECOND, twilio.own, twilio.far, "twilio-1", Money(Decimal("0.014"), "USD"))
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, twilio, cdr)
        keep(ledger, twilio._replace(legs=(leg,)))
        assert _used(ledger) == 1


def test_a_change_of_plan_rates_copies_again_as_copies(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *_reports(minutes=2))
        use(ledger, "hubspot-free", "2026-11-01")
        assert _used(ledger) == 2


def test_a_call_from_aircall_in_hubspot_is_a_copy_of_aircalls_own(tmp_path: Path) -> None:
    own = call(source=Source("aircall", "7"), external_id="123456789")
    theirs = call(source=HUBSPOT, app_id="aircall", call_id="123456789", agent="Jana")
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, theirs, own)
        assert _used(ledger) == 0
        reasons = {each.fact.source.provider: each.reason for each in _all(ledger)}
    assert reasons == {"aircall": Reason.OTHER_APP, "hubspot": Reason.SAME_CALL}


_CALLS = st.lists(
    st.builds(
        lambda source, later, talk, agent, call_id, number: call(
            Instant(NOW - later * 20 * SECOND),
            seconds=talk,
            source=source,
            external_id=f"record-{number}",
            agent=agent,
            call_id=call_id,
            far=("(415) 555-0123", "+14155550123", "4155550123", "55550123")[number % 4],
        ),
        st.sampled_from([TWILIO, CDR, LOG, HUBSPOT]),
        st.integers(0, 12),
        st.sampled_from([0, 59, 60, 61, 180]),
        st.sampled_from(["", "", "Jana", "Omar"]),
        st.sampled_from(["", "", "", "a-shared-id", "record-3"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


def _outcome(calls: list[list[Call]]) -> list[tuple[Any, ...]]:
    with (
        TemporaryDirectory() as folder,
        ledger_with(Path(folder), "hubspot-starter") as ledger,
    ):
        for chunk in calls:
            keep(ledger, *chunk)
        assert verify(ledger).differences == ()
        return sorted(
            (
                *(each.fact.source, each.fact.external_id, each.agent, each.quantity),
                *(each.outcome, [(other.external_id, other.state) for other in each.others]),
            )
            for each in _all(ledger)
        )


@settings(max_examples=12)
@given(_CALLS, st.integers(1, 4), st.randoms())
def test_the_order_of_arrival_changes_no_total_and_no_pair(
    calls: list[Call], size: int, dice: Any
) -> None:
    # The last report of a record holds, so each record comes once.
    once = list({(each.source, each.external_id): each for each in calls}.values())
    shuffled = list(once)
    dice.shuffle(shuffled)
    chunks = [shuffled[n : n + size] for n in range(0, len(shuffled), size)]
    assert _outcome(chunks) == _outcome([once])


@settings(max_examples=12)
@given(_CALLS)
def test_versions_on_the_way_leave_no_trace(calls: list[Call]) -> None:
    last = {(each.source, each.external_id): each for each in calls}
    for each in calls:
        told = last[each.source, each.external_id]
        if (each.agent and not told.agent) or (each.call_id and not told.call_id):
            return  # a blank never erases what was known
    assert _outcome([[each] for each in calls]) == _outcome([list(last.values())])


def test_a_pair_stays_when_its_numbers_are_erased(tmp_path: Path) -> None:
    twilio, cdr, _ = _reports(minutes=2)
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, twilio, cdr)
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql(
                "UPDATE number SET text='erased:known:US:+1212', tail='' WHERE text=?",
                (twilio.far,),
            )
        find_duplicates(ledger)
        assert (_used(ledger), len(list_duplicates(ledger, settled=True).pairs)) == (2, 1)


def test_looking_again_finds_what_an_older_program_did_not(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *_reports(minutes=2))
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql("DELETE FROM twin")
            writing.change_rules()
        assert _used(ledger) == 6
        assert find_duplicates(ledger) == 0
        assert _used(ledger) == 2


def test_verify_finds_copies_of_nothing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *_reports())
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql("UPDATE twin SET kept=x'00'")
        assert "copies of nothing" in {each.about for each in verify(ledger).differences}

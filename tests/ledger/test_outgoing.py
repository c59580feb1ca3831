"""Counts on their way to the plan server: each day once, only mine, and only what differs."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.duplicates import find_duplicates
from app.domain.book import DayCount
from app.domain.cycle import local_day
from app.domain.event import Call, Method, Source, Text
from app.domain.instant import MINUTE, Instant
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Receipt
from app.ledger.company.joined import leave
from app.ledger.company.outgoing import Outgoing, count_again, counts_to_send, mark_sent
from app.ledger.ledger import Ledger
from app.ledger.plans import add_link, end_link, set_behind_connect
from tests.support.companies import book, entry, joined, take
from tests.support.corrections import correct, entry_ids, undo
from tests.support.ledgers import NOW, at, call, keep, ledger_with, receipts, text, use

Known = dict[tuple[MeterKind, date], DayCount]
_TWILIO = Source("twilio", "AC1")
_SUMMED = ("counted", "billed", "over", "outside", "second_leg", "unpriced")


def sent(ledger: Ledger, known: Known, most: int | None = None) -> Outgoing:
    """Send what there is, or only some of it, to a server that keeps it in a dict."""
    outgoing = counts_to_send(ledger, NOW)
    part = outgoing.counts[:most]
    known.update({(count.kind, count.day): count for count in part})
    if outgoing.mark is not None:
        with ledger.writing() as writing:
            mark_sent(writing, outgoing, part)
    return outgoing


def test_what_was_acknowledged_is_not_sent_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00", 5), call("2026-11-02 23:30", 7))
        assert sent(ledger, {}).counts == (
            DayCount(MeterKind.MINUTES, date(2026, 11, 2), counted=5),
            DayCount(MeterKind.MINUTES, date(2026, 11, 3), counted=7),
        )
        again = sent(ledger, {})
    assert (again.counts, again.mark) == ((), None)


def test_a_part_that_was_not_acknowledged_is_sent_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00", 5), call("2026-11-04 09:00", 7))
        first = sent(ledger, {}, most=1)
        rest = sent(ledger, {})
        assert rest.counts == first.counts[1:]
        assert sent(ledger, {}).mark is None


def test_the_sequence_grows_even_where_the_clock_does_not(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call())
        first = sent(ledger, {})
        keep(ledger, call())
        second = counts_to_send(ledger, Instant(NOW - MINUTE))
    assert first.sequence == NOW // 1_000
    assert second.sequence == first.sequence + 1


def test_a_slow_window_does_not_set_the_sequence_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call())
        slow = counts_to_send(ledger, NOW)
        keep(ledger, call())
        quick = counts_to_send(ledger, Instant(NOW + MINUTE))
        with ledger.writing() as writing:
            mark_sent(writing, quick, quick.counts)
            mark_sent(writing, slow, slow.counts)
        again = counts_to_send(ledger, NOW)
    assert (again.counts, again.sequence) == (quick.counts, quick.sequence + 1)


def test_who_joins_again_sends_everything_anew_and_zeros_for_what_went(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        joined(ledger)
        keep(ledger, call("2026-11-02 09:00", 5), call("2026-11-04 09:00", 7))
        first = sent(ledger, {})
        with ledger.writing() as writing:
            leave(writing)
        correct(ledger, entry_ids(ledger)[0], agent="Grace")
        joined(ledger)
        again = sent(ledger, {})
        assert [(count.day.day, count.counted) for count in again.counts] == [(2, 0), (4, 7)]
        assert again.sequence > first.sequence
        assert sent(ledger, {}).mark is None


def test_another_company_hears_nothing_of_the_days_told_before(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        joined(ledger)
        keep(ledger, call("2026-11-02 09:00", 5))
        sent(ledger, {})
        correct(ledger, agent="Grace")
        joined(ledger, company_id="c2")
        assert sent(ledger, {}).counts == ()


def test_what_was_asked_for_while_counts_were_under_way_is_done_next(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        joined(ledger)
        keep(ledger, call("2026-11-02 09:00", 5))
        outgoing = counts_to_send(ledger, NOW)
        with ledger.writing() as writing:
            count_again(writing.connection)
            mark_sent(writing, outgoing, outgoing.counts)
        assert sent(ledger, {}).mark is not None
        assert sent(ledger, {}).mark is None


def test_copies_that_are_looked_for_again_are_counted_again(tmp_path: Path) -> None:
    copies = [call("2026-11-02 09:00", 5, source=Source(name)) for name in ("twilio", "kamailio")]
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *copies)
        with ledger.writing() as writing:
            writing.connection.exec_driver_sql("DELETE FROM twin")
            writing.change_rules()
        assert [count.counted for count in sent(ledger, {}).counts] == [10]
        find_duplicates(ledger)
        assert [count.counted for count in sent(ledger, {}).counts] == [5]
        find_duplicates(ledger)
        assert sent(ledger, {}).mark is None


def test_what_others_did_stays_here(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        joined(ledger)
        keep(ledger, call(agent="Grace"), text(agent="Grace"), text(agent="Ada", segments=3))
        (count,) = sent(ledger, {}).counts
    assert count == DayCount(MeterKind.SMS, date(2026, 11, 21), counted=3)


def test_a_day_that_fell_to_nothing_is_sent_as_zeros(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        joined(ledger)
        keep(ledger, call("2026-11-02 09:00", 5))
        sent(ledger, {})
        correct(ledger, agent="Grace")
        assert sent(ledger, {}).counts == (DayCount(MeterKind.MINUTES, date(2026, 11, 2)),)
        assert sent(ledger, {}).mark is None


def test_a_late_text_moves_the_ones_after_it_past_the_pool(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-09 09:00", 240), text("2026-11-12 09:00", 9))
        sent(ledger, {})
        keep(ledger, text("2026-11-02 09:00", 8))
        found = [(count.day.day, count.counted, count.billed) for count in sent(ledger, {}).counts]
    assert found == [(2, 8, 0), (12, 9, 7)]


def test_minutes_of_second_legs_are_told_where_they_are_billed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        keep(ledger, call("2026-11-02 09:00", 2000))
        keep(ledger, call("2026-11-03 09:00", 4, method=Method.PHONE), call("2026-11-03 10:00", 2))
        (_, count) = sent(ledger, {}).counts
    assert (count.billed, count.second_leg, count.unpriced) == (10, 4, 10)


def test_what_billed_calls_cost_is_told_by_currency(tmp_path: Path) -> None:
    cost, euros = Money(Decimal("0.25"), "USD"), Money(Decimal("0.4"), "EUR")
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        keep(ledger, call("2026-11-02 09:00", 2000, price=cost))
        keep(ledger, *(call("2026-11-03 09:00", price=price) for price in (cost, euros, cost)))
        (_, count) = sent(ledger, {}).counts
        assert [amount.exact() + amount.currency for amount in count.amounts] == [
            "0.40EUR",
            "0.50USD",
        ]
        assert sent(ledger, {}).mark is None


def test_a_plan_in_another_zone_counts_the_same_calls_on_other_days(tmp_path: Path) -> None:
    known: Known = {}
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book("hubspot-starter"))
        keep(ledger, call("2026-11-02 23:30", 5))
        sent(ledger, known)
        take(ledger, book(entry("hubspot-starter", zone="UTC"), tag="t2"))
        sent(ledger, known)
    assert {day.day: count.counted for (_, day), count in known.items()} == {2: 5, 3: 0}


def plainly(ledger: Ledger, *besides: Source) -> dict[tuple[MeterKind, date], Counter[str]]:
    """Count mine by day from the receipts, one after the other; ``besides`` only what names me."""
    found: dict[tuple[MeterKind, date], Counter[str]] = {}
    for each in receipts(ledger):
        told = each.fact.agent or each.fact.source not in besides or each.others
        if each.mine and each.kind is not None and told:
            place = (each.kind, local_day(each.fact.start, each.zone))
            found.setdefault(place, Counter()).update(_counted(each))
    return {place: +counter for place, counter in found.items() if +counter}


def _counted(receipt: Receipt) -> Counter[str]:
    outcome, past = receipt.outcome, receipt.billed_units
    counted = Counter[str]()
    if outcome is Outcome.OUTSIDE:
        return Counter(outside=receipt.quantity)
    if outcome is not Outcome.NOT_COUNTED and not receipt.behind_connect:
        counted["counted"] = receipt.quantity
    if outcome in {Outcome.BILLED, Outcome.OVER}:
        counted[outcome.value] = past
    if outcome is Outcome.BILLED:
        counted["unpriced"] = past
        counted["second_leg"] = sum(receipt.legs[1:])
    return counted


def as_sent(known: Known) -> dict[tuple[MeterKind, date], Counter[str]]:
    found = {}
    for place, count in known.items():
        counter = +Counter({name: getattr(count, name) for name in _SUMMED})
        if counter:
            found[place] = counter
    return found


_starts = st.integers(0, 70 * 24 * 60).map(lambda m: Instant(at("2026-10-01 00:00") + m * MINUTE))
_ids = st.integers(1, 12).map(str)
_agents = st.sampled_from(["", "Ada", "Grace"])
_calls: st.SearchStrategy[Call | Text] = st.builds(
    call,
    _starts,
    st.integers(0, 300),
    external_id=_ids,
    agent=_agents,
    method=st.sampled_from(Method),
    source=st.sampled_from([Source("hubspot", "1"), _TWILIO]),
)
_texts: st.SearchStrategy[Call | Text] = st.builds(
    text,
    _starts,
    st.integers(1, 90),
    external_id=_ids,
    agent=_agents,
    far=st.sampled_from(["+12125550123", "+4930555014200"]),
)
_PLANS = ("hubspot-starter", "hubspot-professional", "aircall-us-ca", "aircall-no-bundle")
_STEPS = st.one_of(
    st.lists(st.one_of(_calls, _texts), min_size=1, max_size=6).map(lambda facts: ("keep", facts)),
    st.tuples(st.just("agent"), st.tuples(st.integers(0, 30), _agents.filter(bool))),
    st.tuples(st.just("method"), st.tuples(st.integers(0, 30), st.sampled_from(Method))),
    st.just(("undo", None)),
    st.tuples(st.just("plan"), st.tuples(st.sampled_from(_PLANS), _starts)),
    st.tuples(st.just("link"), _starts),
    st.tuples(st.just("send"), st.integers(0, 3)),
)


def _do(ledger: Ledger, step: tuple[str, Any], known: Known) -> None:
    what, how = step
    if what == "keep":
        keep(ledger, *how)
    elif what in {"agent", "method"} and (ids := entry_ids(ledger)):
        correct(ledger, ids[how[0] % len(ids)], **{what: how[1]})
    elif what == "plan":
        use(ledger, *how)
    elif what == "link":
        _link(ledger, how)
    elif what == "send":
        sent(ledger, known, how)
    elif what == "undo" and _changes(ledger):
        undo(ledger)


def _link(ledger: Ledger, start: Instant) -> None:
    with ledger.writing() as writing:
        me = writing.register.people.me
        if not end_link(writing, me, start):
            add_link(writing, me, start, None, recorded=NOW)
        writing.change_rules()


def _changes(ledger: Ledger) -> bool:
    with ledger.reading() as snapshot:
        return bool(
            snapshot.connection.exec_driver_sql(
                "SELECT 1 FROM change WHERE undone_us IS NULL AND undoes_id IS NULL"
            ).all()
        )


@settings(max_examples=60)
@given(steps=st.lists(_STEPS, max_size=14), behind=st.booleans())
def test_whatever_happens_the_sent_counts_come_to_a_plain_recount(
    tmp_path_factory: Any, steps: list[tuple[str, Any]], *, behind: bool
) -> None:
    known: Known = {}
    with ledger_with(tmp_path_factory.mktemp("l"), "hubspot-starter", "aircall-us-ca") as ledger:
        joined(ledger)
        if behind:
            with ledger.writing() as writing:
                set_behind_connect(writing, *_TWILIO)
                writing.change_rules()
        for step in steps:
            _do(ledger, step, known)
        sent(ledger, known)
        assert as_sent(known) == plainly(ledger)
        assert counts_to_send(ledger, NOW).mark is None

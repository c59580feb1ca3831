"""Which reports are of one call, one to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assignment import assigned
from app.domain.event import Source
from app.domain.instant import DAY, SECOND, Instant
from app.domain.numbers import NumberClass
from app.domain.pairing import NOTHING_SAID, Said, pair_of, paired
from app.domain.twins import Report, Rule, State, Twin
from tests.support.ledgers import NOW
from tests.support.reports import report

TWILIO, CDR, LOG = Source("twilio"), Source("kamailio"), Source("microsip")

_REPORTS = st.lists(
    st.builds(
        lambda source, later, talk, call_id, number: report(
            source=source,
            seconds_later=later,
            talk_us=talk * SECOND,
            call_id=call_id,
            external_id=str(number),
            **({"far": "25550123", "kind": NumberClass.UNKNOWN} if number % 5 == 0 else {}),
        ),
        st.sampled_from([TWILIO, CDR, LOG, Source("hubspot", "7")]),
        st.integers(0, 400),
        st.sampled_from([0, 5, 60]),
        st.sampled_from(["", "", "", "a-shared-id", "another-id"]),
        st.integers(0, 99),
    ),
    max_size=14,
    unique_by=lambda made: made.identity,
)


def _of(source: Source, later: int, **said: object) -> Report:
    return report(source=source, seconds_later=later, **said)


def test_three_sources_of_one_call_are_one() -> None:
    twilio, cdr, log = _of(TWILIO, 0), _of(CDR, 1), _of(LOG, 2)
    found = paired([log, cdr, twilio])
    matched = Twin(twilio.identity, State.MATCHED, Rule.CALL)
    assert found == {cdr.identity: matched, log.identity: matched}


def test_two_quick_redials_stay_two() -> None:
    calls = [_of(source, later) for source in (TWILIO, CDR) for later in (0, 40)]
    found = paired(calls)
    assert {copy: twin.kept for copy, twin in found.items()} == {
        calls[2].identity: calls[0].identity,
        calls[3].identity: calls[1].identity,
    }
    assert {twin.state for twin in found.values()} == {State.POSSIBLE}


def test_redials_stay_two_when_one_source_notes_the_answer() -> None:
    dialled, answered = [_of(TWILIO, at) for at in (0, 60)], [_of(CDR, at) for at in (40, 100)]
    assert len(paired(dialled + answered)) == 2


def test_a_redial_that_one_source_missed_is_only_possible() -> None:
    first, second, log = _of(TWILIO, 0), _of(TWILIO, 40), _of(LOG, 38)
    assert paired([first, second, log]) == {
        log.identity: Twin(second.identity, State.POSSIBLE, Rule.SEVERAL)
    }


def test_shared_ids_tell_redials_apart() -> None:
    calls = [
        _of(source, later, call_id=f"call-id-{later}") for source in (CDR, LOG) for later in (0, 40)
    ]
    assert {twin.state for twin in paired(calls).values()} == {State.MATCHED}


# Four calls within seventeen seconds as a softphone's log, the switch and the live hook saw them:
# start after the first one and talk time, both in milliseconds.
_MEASURED = {
    "linphone": ((0, 2_000), (4_000, 4_000), (11_000, 5_000), (17_000, 2_000)),
    "kamailio": ((500, 2_194), (5_500, 3_588), (10_500, 5_040), (16_500, 0)),
    "hook": ((1_001, 2_201), (4_900, 3_606), (11_293, 5_055)),
}


def _measured(*, ids: bool) -> list[Report]:
    return [
        report(
            source=Source(provider),
            start=Instant(NOW + start * 1_000),
            talk_us=talk * 1_000,
            external_id=str(place),
            call_id=f"call-id-{place}" if ids else "",
        )
        for provider, calls in _MEASURED.items()
        for place, (start, talk) in enumerate(calls)
    ]


@pytest.mark.parametrize("ids", [True, False])
def test_four_calls_that_three_sources_measured_are_four(*, ids: bool) -> None:
    reports = {each.identity: each for each in _measured(ids=ids)}
    found = paired(reports.values())
    kept = {each.external_id for identity, each in reports.items() if identity not in found}
    assert kept == {"0", "1", "2", "3"}
    for copy, twin in found.items():
        assert reports[copy].external_id == reports[twin.kept].external_id
        assert twin.state is (State.MATCHED if ids else State.POSSIBLE)


def test_the_end_of_a_number_is_never_enough() -> None:
    log = _of(LOG, 0, far="25550123", kind=NumberClass.UNKNOWN)
    found = paired([_of(TWILIO, 0), log])
    assert found[log.identity][1:] == (State.POSSIBLE, Rule.TAIL)


def test_what_a_person_said_goes_before_the_rules() -> None:
    near, late = _of(TWILIO, 0), _of(LOG, 4_000)
    pair = pair_of(near.identity, late.identity)
    confirmed = (State.CONFIRMED, Rule.SAID)
    found = paired([near, late], Said({pair: confirmed}, frozenset()))
    assert found == {late.identity: Twin(near.identity, *confirmed)}


def test_two_that_a_person_parted_are_not_paired_again() -> None:
    twilio, cdr, log = _of(TWILIO, 0), _of(CDR, 1), _of(LOG, 2)
    said = Said({}, frozenset({pair_of(cdr.identity, log.identity)}))
    assert paired([twilio, cdr, log], said).keys() == {cdr.identity}


def test_deciding_one_pair_settles_the_other() -> None:
    calls = [_of(source, later) for source in (TWILIO, CDR) for later in (0, 40)]
    pair = pair_of(calls[0].identity, calls[2].identity)
    found = paired(calls, Said({pair: (State.CONFIRMED, Rule.SAID)}, frozenset()))
    assert found[calls[3].identity] == Twin(calls[1].identity, State.MATCHED, Rule.CALL)


@given(_REPORTS, st.randoms())
def test_the_order_of_arrival_changes_nothing(reports: list[Report], dice: object) -> None:
    shuffled = list(reports)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert paired(shuffled) == paired(reports)


@given(_REPORTS)
def test_a_call_has_at_most_one_report_of_each_provider(reports: list[Report]) -> None:
    by_identity = {each.identity: each for each in reports}
    found = paired(reports)
    assert not {twin.kept for twin in found.values()} & found.keys()
    sources = [(twin.kept, by_identity[copy].source) for copy, twin in found.items()]
    sources += [(kept, by_identity[kept].source) for kept in {each[0] for each in sources}]
    assert len(sources) == len(set(sources))


@given(_REPORTS, _REPORTS)
def test_calls_of_another_day_change_nothing(one: list[Report], other: list[Report]) -> None:
    moved = [
        each._replace(start=Instant(each.start + 3 * DAY), identity=b"moved" + each.identity)
        for each in other
    ]
    assert paired(one + moved) == paired(one) | paired(moved)


@given(_REPORTS)
def test_what_the_rules_found_stays_when_a_person_agrees(reports: list[Report]) -> None:
    found = paired(reports)
    same = {pair_of(copy, twin.kept): (State.CONFIRMED, Rule.SAID) for copy, twin in found.items()}
    again = paired(reports, NOTHING_SAID._replace(same=same))
    assert found.keys() <= again.keys()


def test_as_many_as_possible_are_given_one() -> None:
    assert assigned([[((1,), 0), ((2,), 1)], [((0,), 0)]]) == {0: 1, 1: 0}
    assert assigned([[((1,), 0)], [((0,), 0), ((5,), 1)]]) == {0: 0, 1: 1}

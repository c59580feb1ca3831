"""What an edit would do, told before it is saved, is what it does."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.preview_edit import edited_meters, preview_edit
from app.actions.state_edit import state_edit
from app.actions.status import ALL, read_status
from app.actions.verify import verify
from app.domain.company import Contract, Profile
from app.domain.cycle import day_start
from app.domain.event import Call, Text
from app.domain.instant import DAY, Instant
from app.domain.meter import Level, Meter
from app.domain.plan import MeterKind
from app.domain.plan_edit import EditedMeter, PlanEdit
from app.domain.problem import UsageProblem
from app.ledger.company.book import profile_stated
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW, call, keep, ledger_with, plan, seats, text

ZONE = "Europe/Berlin"
LATER = date(2026, 11, 25)
_facts = st.lists(
    st.builds(
        lambda day, units, agent, calls: (call if calls else text)(
            Instant(NOW + day * DAY), units, agent=agent
        ),
        st.integers(-40, 0),
        st.sampled_from([1, 16, 249, 501]),
        st.sampled_from(["", "Omar"]),
        st.booleans(),
    ),
    max_size=8,
)
_edits = st.builds(
    PlanEdit,
    start=st.sampled_from([None, date(2026, 11, 5), LATER]),
    calls=st.sampled_from([None, plan("hubspot-free"), plan("hubspot-professional")]),
    texts=st.sampled_from([None, plan("aircall-no-bundle")]),
    zone=st.sampled_from(["", "UTC"]),
    committed=st.sampled_from([None, 0, 4]),
)


def meters(ledger: Ledger, now: Instant) -> tuple[Meter, ...]:
    return read_status(ledger, now, ALL).meters


def preview(ledger: Ledger, edit: PlanEdit) -> dict[tuple[MeterKind, str], EditedMeter]:
    found = preview_edit(ledger, edit, NOW, ZONE).meters
    return {(meter.kind, meter.person): meter for meter in found}


@settings(max_examples=12, deadline=None)
@given(_facts, _edits)
def test_what_is_foretold_is_what_is_read_after_saving(
    facts: list[Call | Text], edit: PlanEdit
) -> None:
    with (
        TemporaryDirectory() as folder,
        ledger_with(Path(folder), "hubspot-starter", "aircall-us-ca") as ledger,
    ):
        seats(ledger, 1)
        keep(ledger, *facts)
        foretold = preview(ledger, edit)
        at = NOW if edit.start != LATER else day_start(LATER, edit.zone or ZONE)
        before = meters(ledger, at)
        state_edit(ledger, edit, now=NOW, machine_zone=ZONE)
        read = edited_meters(before, meters(ledger, at))
        known = {(meter.kind, meter.person): meter for meter in read}
        assert foretold.items() <= known.items()
        assert verify(ledger).ok


def test_who_crosses_a_limit_is_told_by_person(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00", 600), call("2026-11-02 09:00", 60, agent="Omar"))
        found = preview(ledger, PlanEdit(calls=plan("hubspot-starter")))
    mine, omar = found[MeterKind.MINUTES, "me"], found[MeterKind.MINUTES, "Omar"]
    assert (mine.included_before, mine.included_after, mine.used) == (2000, 500, 600)
    assert (mine.level_after, mine.crosses, omar.crosses) == (Level.BLOCKED, True, False)


def test_fewer_seats_from_the_next_cycle_on_are_told_of_that_cycle(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 3, 2)
        keep(ledger, text("2026-11-02 09:00", 1190))
        found = preview(ledger, PlanEdit(start=date(2026, 12, 1), committed=2))
    sms = found[MeterKind.SMS, ""]
    assert (sms.used, sms.included_before, sms.included_after) == (0, 1250, 1000)


def test_an_edit_in_the_past_is_told_of_its_own_cycle(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-10-05 09:00", 700), call("2026-11-05 09:00", 3))
        edit = PlanEdit(calls=plan("hubspot-starter"), start=date(2026, 10, 1))
        (mine,) = preview(ledger, edit).values()
    assert (mine.used, mine.level_before, mine.crosses) == (700, Level.FINE, True)


def test_the_first_plan_has_nothing_before_it(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call(minutes=16))
        found = preview(ledger, PlanEdit(calls=plan("hubspot-free")))
    minutes = found[MeterKind.MINUTES, "me"]
    assert (minutes.included_before, minutes.level_before) == (0, Level.NO_DATA)
    assert (minutes.included_after, minutes.crosses) == (15, True)


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        keep(ledger, call(minutes=20), text(segments=3))
        before, changes = read_status(ledger, NOW), ledger.changes()
        preview(ledger, PlanEdit(calls=plan("hubspot-free"), committed=9, zone="UTC"))
        assert (read_status(ledger, NOW), ledger.changes()) == (before, changes)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (PlanEdit(annual=1), "Annual seats have an end of term"),
        (PlanEdit(committed=-1), "must be a whole number from 0"),
        (PlanEdit(zone="Mars/Base"), "There is no time zone Mars/Base"),
        (PlanEdit(texts=plan("aircall-us-ca"), anchor_day=32), "from 1 to 31"),
        (PlanEdit(start=date(2026, 11, 1), annual=1, until=date(2026, 1, 1)), "before it begins"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_the_same_words(
    tmp_path: Path, edit: PlanEdit, told: str
) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        with pytest.raises(UsageProblem, match=told):
            preview_edit(ledger, edit, NOW, ZONE)
        with pytest.raises(UsageProblem, match=told):
            state_edit(ledger, edit, now=NOW, machine_zone=ZONE)


def test_of_an_edit_that_is_refused_nothing_is_saved(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        edit = PlanEdit(calls=plan("hubspot-free"), annual=1)
        with pytest.raises(UsageProblem):
            state_edit(ledger, edit, now=NOW, machine_zone=ZONE)
        assert [meter.included for meter in meters(ledger, NOW)] == [500]


def test_profile_and_prices_are_saved_without_touching_plans(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        edit = PlanEdit(profile=Profile("Example GmbH"), contract=Contract(note="yearly"))
        assert preview_edit(ledger, edit, NOW, ZONE).meters == ()
        state_edit(ledger, edit, now=NOW, machine_zone=ZONE)
        state_edit(ledger, PlanEdit(profile=Profile("Example")), now=NOW, machine_zone=ZONE)
        with ledger.reading() as snapshot:
            assert profile_stated(snapshot.connection) == (Profile("Example"), edit.contract)


def test_an_anchor_day_alone_puts_the_plan_in_force_once_more(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        state_edit(ledger, PlanEdit(anchor_day=14), now=NOW, machine_zone="UTC")
        sms = meters(ledger, NOW)[1]
    assert (sms.cycle.start, sms.cycle.zone) == (NOW, ZONE)

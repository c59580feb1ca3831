"""Plan documents: the catalogue's figures, and what a wrong document is told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import document_of, plan_from_document
from app.domain.plan import Allowance, Counted, Line, MeterKind, PastLimit, Plan, Scope

PLANS = Path(__file__).parents[2] / "resources" / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.json"))


def document(name: str = "hubspot-free") -> dict[str, Any]:
    read: dict[str, Any] = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    return read


def plan(name: str) -> Plan:
    return plan_from_document(document(name))


def allowances(name: str) -> tuple[Allowance, ...]:
    (version,) = plan(name).versions
    return version.allowances


def test_the_catalogue_has_the_published_plans() -> None:
    assert NAMES == [
        "aircall-no-bundle",
        "aircall-us-ca",
        "hubspot-enterprise",
        "hubspot-free",
        "hubspot-professional",
        "hubspot-starter",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_catalogue_document_is_read_and_written_unchanged(name: str) -> None:
    assert document_of(plan(name)) == document(name)
    assert plan(name).name == name


@pytest.mark.parametrize(
    ("name", "minutes", "warning", "past"),
    [
        ("hubspot-free", 15, 3, PastLimit.BLOCKED),
        ("hubspot-starter", 500, 100, PastLimit.BLOCKED),
        ("hubspot-professional", 2000, 100, PastLimit.TWILIO_CONNECT),
        ("hubspot-enterprise", 2000, 100, PastLimit.TWILIO_CONNECT),
    ],
)
def test_a_calling_plan_includes_minutes_for_each_user(
    name: str, minutes: int, warning: int, past: PastLimit
) -> None:
    expected = Allowance(
        MeterKind.MINUTES, Scope.USER, minutes, past, Counted.OUTBOUND, warn_at_remaining=warning
    )
    assert allowances(name)[0] == expected
    assert plan(name).versions[0].effective_from == date(2019, 1, 11)
    assert plan(name).versions[0].published == date(2019, 1, 11)


def test_the_free_plan_caps_the_calls_placed_in_the_account() -> None:
    expected = Allowance(MeterKind.CALLS, Scope.ACCOUNT, 50, PastLimit.BLOCKED, warn_at_remaining=5)
    assert allowances("hubspot-free")[1] == expected
    assert not expected.answered_only


@pytest.mark.parametrize("name", ["hubspot-starter", "hubspot-professional", "hubspot-enterprise"])
def test_the_paid_plans_cap_no_calls(name: str) -> None:
    assert len(allowances(name)) == 1


def test_the_bundle_pools_segments_for_each_seat_in_the_us_and_canada() -> None:
    sms = Allowance(MeterKind.SMS, Scope.POOL, 250, PastLimit.BILLED, near_percent=80)
    mms = Allowance(MeterKind.MMS, Scope.POOL, 50, PastLimit.BILLED, near_percent=80)
    assert allowances("aircall-us-ca") == (sms, mms)
    assert plan("aircall-us-ca").versions[0].territory.regions == {"US", "CA"}


def test_without_the_bundle_every_segment_is_billed_both_ways_and_nothing_is_outside() -> None:
    sms = Allowance(MeterKind.SMS, Scope.POOL, 0, PastLimit.BILLED, Counted.BOTH)
    mms = Allowance(MeterKind.MMS, Scope.POOL, 0, PastLimit.BILLED, Counted.BOTH)
    assert allowances("aircall-no-bundle") == (sms, mms)
    assert plan("aircall-no-bundle").versions[0].territory.regions == frozenset()


@pytest.mark.parametrize("name", NAMES)
def test_only_a_messaging_plan_has_an_anchor_day(name: str) -> None:
    assert plan(name).anchored == (plan(name).line is Line.TEXTS)


def test_what_a_document_leaves_out_has_the_usual_value() -> None:
    short = document("hubspot-starter")
    del short["anchored"]
    for field in ("rounding", "legs_browser", "legs_phone", "segments_per_mms", "territory"):
        del short["versions"][0][field]
    for field in ("counted", "near_percent", "answered_only"):
        del short["versions"][0]["allowances"][0][field]
    assert plan_from_document(short) == plan("hubspot-starter")


def test_versions_stand_in_order_of_their_dates() -> None:
    whole = document()
    whole["versions"] = [*document("hubspot-free")["versions"], *document()["versions"]]
    whole["versions"][1]["effective_from"] = "2020-02-29"
    assert [v.effective_from.year for v in plan_from_document(whole).versions] == [2019, 2020]

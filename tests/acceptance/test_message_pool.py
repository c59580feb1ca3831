"""The pool of segments: the seats it is made of, and what touches it."""

from typing import Any

import pytest

from tests.support.console import Console

LOG = ["log", "text", "--json", "--at", "2026-11-03T10:00:00Z"]
US, US_TOO, CANADA = "+14155550100", "+12125550123", "+14165550123"
GERMANY, JAMAICA, PUERTO_RICO = "+4930123456", "+18765550123", "+17875550123"


@pytest.fixture
def bundle(console: Console) -> Console:
    """A team with 3 committed and 2 additional seats whose cycles start on the 14th."""
    words = ("--anchor-day", 14, "--zone", "Europe/Berlin")
    console.done("plan", "use", "aircall-us-ca", *words)
    console.done("plan", "seats", "--committed", 3, "--additional", 2)
    return console


def pools(console: Console) -> tuple[int, int]:
    return console.meter("sms_segments")["included"], console.meter("mms_segments")["included"]


def sent(console: Console, own: str, far: str, *words: object) -> Any:
    """Log a text, of one segment unless words say otherwise; returns its receipt."""
    words = words or ("--segments", 1)
    entry = console.done(*LOG, "--from", own, "--to", far, *words).json["id"]
    return console.done("explain", entry, "--json").json


def test_five_seats_share_1250_sms_and_250_mms(bundle: Console) -> None:
    assert pools(bundle) == (1_250, 250)
    assert bundle.meter("sms_segments")["scope"] == "pool"


def test_until_seats_are_given_one_is_assumed(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    assert pools(console) == (250, 50)
    assert console.meter("sms_segments")["at_least"] is True
    assert console.done("plan", "show", "--json").json["seats"]["assumed"] is True


def test_an_annual_seat_counts_through_the_cycle_of_its_last_day(bundle: Console) -> None:
    bundle.done("plan", "seats", "--annual", 1, "--until", "2026-12-14")
    for now, sms in (
        ("2026-11-21T12:00:00Z", 1_500),
        ("2026-12-14T00:00:00Z", 1_500),
        ("2027-01-13T22:59:59Z", 1_500),
        ("2027-01-13T23:00:00Z", 1_250),
    ):
        assert pools(bundle.at(now))[0] == sms, now


def test_a_term_that_ends_with_a_cycle_does_not_reach_into_the_next(bundle: Console) -> None:
    bundle.done("plan", "seats", "--annual", 1, "--until", "2026-12-13")
    assert pools(bundle.at("2026-12-13T22:59:59Z"))[0] == 1_500
    assert pools(bundle.at("2026-12-13T23:00:00Z"))[0] == 1_250


def test_a_user_who_joins_in_a_cycle_adds_a_full_share_to_all_of_it(bundle: Console) -> None:
    bundle.done("plan", "seats", "--additional", 3, "--from", "2026-12-01")
    assert pools(bundle.at("2026-11-14T12:00:00Z"))[0] == 1_500
    assert pools(bundle.at("2026-11-13T12:00:00Z"))[0] == 1_250


@pytest.mark.parametrize(
    ("own", "far"), [(US, GERMANY), (US, JAMAICA), (US, PUERTO_RICO), (GERMANY, US), (JAMAICA, US)]
)
def test_texts_beyond_us_and_canada_never_touch_the_pool(
    bundle: Console, own: str, far: str
) -> None:
    told = sent(bundle, own, far, "--segments", 3)
    assert (told["outcome"], told["quantity"], told["unit"]) == ("outside", 3, "segments")
    meter = bundle.at("2026-11-10T12:00:00Z").meter("sms_segments")
    assert [meter[name] for name in ("used", "outside", "billed")] == [0, 3, 0]


@pytest.mark.parametrize("far", [US_TOO, CANADA])
def test_texts_within_us_and_canada_draw_on_the_pool(bundle: Console, far: str) -> None:
    assert sent(bundle, US, far)["outcome"] == "included"
    assert bundle.at("2026-11-10T12:00:00Z").meter("sms_segments")["used"] == 1


def test_received_texts_are_free_inside_the_bundle(bundle: Console) -> None:
    told = sent(bundle, US_TOO, US, "--segments", 2, "--direction", "inbound")
    assert (told["outcome"], told["reason"]) == ("not_counted", "inbound")


def test_a_text_that_straddles_the_end_of_the_pool_is_split(bundle: Console) -> None:
    sent(bundle, US, US_TOO, "--segments", 1_249, "--at", "2026-11-02T10:00:00Z")
    told = sent(bundle, US, US_TOO, "--segments", 3)
    assert (told["quantity"], told["billed_units"], told["outcome"]) == (3, 2, "billed")
    meter = bundle.at("2026-11-10T12:00:00Z").meter("sms_segments")
    assert [meter[name] for name in ("used", "billed", "level")] == [1_250, 2, "billed"]


def test_the_pool_warns_from_80_percent_on(bundle: Console) -> None:
    before = bundle.at("2026-11-10T12:00:00Z")
    sent(bundle, US, US_TOO, "--segments", 999)
    assert before.meter("sms_segments")["level"] != "near"
    sent(bundle, US, US_TOO)
    assert before.meter("sms_segments")["level"] == "near"
    (banner,) = before.done("status", "--json").json["banners"]
    assert banner["kind"] == "pool"
    assert banner["text"].startswith("Team pool: 1,000 of 1,250 SMS segments")


def test_an_mms_is_one_segment_of_its_own_pool(bundle: Console) -> None:
    told = sent(bundle, US, US_TOO, "--media", 3, "--body", "x" * 400)
    assert (told["quantity"], told["outcome"]) == (1, "included")
    early = bundle.at("2026-11-10T12:00:00Z")
    assert (early.meter("mms_segments")["used"], early.meter("sms_segments")["used"]) == (1, 0)


@pytest.mark.parametrize("direction", ["outbound", "inbound"])
@pytest.mark.parametrize("far", [US_TOO, GERMANY])
def test_without_the_bundle_the_first_segment_is_billed(
    console: Console, direction: str, far: str
) -> None:
    console.done("plan", "use", "aircall-no-bundle")
    assert console.done("status", "--json").json["meters"][0]["level"] == "no_data"
    ends = (US, far) if direction == "outbound" else (far, US)
    told = sent(console, *ends, "--segments", 1, "--direction", direction)
    assert (told["outcome"], told["billed_units"]) == ("billed", 1)
    meter = console.meter("sms_segments")
    assert [meter[n] for n in ("included", "used", "billed", "outside")] == [0, 0, 1, 0]
    assert meter["level"] == "billed"

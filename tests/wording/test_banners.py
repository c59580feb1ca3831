"""What each banner says, in both languages."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.meter import Banner, BannerKind, FirstReading, Forecast, Level, Meter
from app.domain.money import Money
from app.domain.plan import MeterKind, PastLimit, Scope
from app.wording.banners import banner_text
from tests.support.meters import DECEMBER, NOW, RUNS_OUT, minutes, open_call, pool
from tests.support.wordings import ENGLISH, GERMAN, plainly

_COST = Money(Decimal("0.518"), "USD")
_FREE = minutes(
    0, plan="hubspot-free", plan_title="HubSpot Free", past=PastLimit.BLOCKED, level=Level.BLOCKED
)
_LINKED = minutes(0, linked=True, level=Level.BILLED, billed=37, billed_amount=_COST)
_CALLS = replace(
    _FREE, kind=MeterKind.CALLS, scope=Scope.ACCOUNT, used=45, included=50, level=Level.NEAR
)
_NO_BUNDLE = pool(included=0, scope=Scope.ACCOUNT, billed=12, unpriced=12, level=Level.BILLED)
_RATED = replace(
    open_call(5), rate=Money(Decimal("0.014"), "USD"), amount=Money(Decimal("0.07"), "USD")
)
_STATES = {
    "near": (
        Banner(BannerKind.NEAR, minutes(84, level=Level.NEAR)),
        "84 minutes to your limit · resets 1 Dec",
        "Noch 84 Minuten bis zum Limit · neuer Zeitraum ab 1. Dez.",
    ),
    "near by one": (
        Banner(BannerKind.NEAR, minutes(1, level=Level.NEAR)),
        "1 minute to your limit · resets 1 Dec",
        "Noch 1 Minute bis zum Limit · neuer Zeitraum ab 1. Dez.",
    ),
    "near by calls": (
        Banner(BannerKind.NEAR, _CALLS),
        "5 calls to your limit · resets 1 Dec",
        "Noch 5 Anrufe bis zum Limit · neuer Zeitraum ab 1. Dez.",
    ),
    "ahead": (
        Banner(BannerKind.AHEAD, minutes(700, level=Level.AHEAD, forecast=RUNS_OUT)),
        "At this pace it lasts until Tue 24 Nov",
        "In diesem Tempo reicht es bis Di., 24. Nov.",
    ),
    "ahead without a day": (
        Banner(BannerKind.AHEAD, minutes(700, level=Level.AHEAD)),
        "Used faster than it lasts",
        "Der Verbrauch ist zu schnell",
    ),
    "limit in this call": (
        Banner(BannerKind.LIMIT_IN_CALL, minutes(2), open_call(3)),
        "Limit reached. You can finish this call.",
        "Limit erreicht. Dieser Anruf kann zu Ende geführt werden.",
    ),
    "blocked": (
        Banner(BannerKind.BLOCKED, _FREE),
        "No minutes left until 1 Dec. Your owner can change the plan.",
        "Keine Minuten mehr bis 1. Dez. Ein Inhaber kann den Tarif ändern.",
    ),
    "blocked by calls": (
        Banner(BannerKind.BLOCKED, replace(_CALLS, used=50)),
        "No calls left until 1 Dec. Your owner can change the plan.",
        "Keine Anrufe mehr bis 1. Dez. Ein Inhaber kann den Tarif ändern.",
    ),
    "could be billed": (
        Banner(BannerKind.COULD_BE_BILLED, minutes(0, level=Level.COULD_BE_BILLED)),
        "No minutes left. Link Twilio Connect to keep calling.",
        "Keine Minuten mehr übrig. Twilio Connect verknüpfen, um weiter zu telefonieren.",
    ),
    "billed": (
        Banner(BannerKind.BILLED, _LINKED),
        "Calls are now billed per minute through Twilio Connect · 37 min · about $0.52",
        "Anrufe werden jetzt pro Minute über Twilio Connect berechnet · 37 min · etwa 0,52 $",
    ),
    "billed without a price": (
        Banner(BannerKind.BILLED, replace(_LINKED, billed_amount=None, unpriced=37)),
        "Calls are now billed per minute through Twilio Connect · 37 min · price not known yet",
        (
            "Anrufe werden jetzt pro Minute über Twilio Connect berechnet · 37 min · "
            "Preis noch nicht bekannt"
        ),
    ),
    "billed in part without a price": (
        Banner(BannerKind.BILLED, replace(_LINKED, unpriced=5)),
        (
            "Calls are now billed per minute through Twilio Connect · 37 min · "
            "at least $0.52, 5 min without a price"
        ),
        (
            "Anrufe werden jetzt pro Minute über Twilio Connect berechnet · 37 min · "
            "mindestens 0,52 $, 5 min ohne Preis"
        ),
    ),
    "billed from the next call": (
        Banner(BannerKind.BILLED, replace(_LINKED, billed=0, billed_amount=None)),
        "Calls are now billed per minute through Twilio Connect · resets 1 Dec",
        "Anrufe werden jetzt pro Minute über Twilio Connect berechnet · neuer Zeitraum ab 1. Dez.",
    ),
    "texts billed": (
        Banner(BannerKind.BILLED, _NO_BUNDLE),
        "Texts are billed per segment · 12 segments · price not known yet",
        "Textnachrichten werden pro Segment berechnet · 12 Segmente · Preis noch nicht bekannt",
    ),
    "MMS billed": (
        Banner(BannerKind.BILLED, replace(_NO_BUNDLE, kind=MeterKind.MMS, billed=1)),
        "MMS are billed per segment · 1 segment · price not known yet",
        "MMS werden pro Segment berechnet · 1 Segment · Preis noch nicht bekannt",
    ),
    "billed call": (
        Banner(BannerKind.BILLED_CALL, _LINKED, _RATED),
        (
            "This call is billed per minute through Twilio Connect · "
            "$0.0140 a minute · about $0.07 so far"
        ),
        (
            "Dieser Anruf wird pro Minute über Twilio Connect berechnet · "
            "0,0140 $ pro Minute · bisher etwa 0,07 $"
        ),
    ),
    "billed call without a price": (
        Banner(BannerKind.BILLED_CALL, _LINKED, open_call(5)),
        "This call is billed per minute through Twilio Connect · price not known yet",
        "Dieser Anruf wird pro Minute über Twilio Connect berechnet · Preis noch nicht bekannt",
    ),
    "billed call by another way": (
        Banner(BannerKind.BILLED_CALL, replace(_LINKED, past=PastLimit.BILLED), _RATED),
        "This call is billed per minute · $0.0140 a minute · about $0.07 so far",
        "Dieser Anruf wird pro Minute berechnet · 0,0140 $ pro Minute · bisher etwa 0,07 $",
    ),
    "pool near": (
        Banner(BannerKind.POOL, pool(1190, level=Level.NEAR)),
        "Team pool: 1,190 of 1,250 SMS segments",
        "Team-Kontingent: 1.190 von 1.250 SMS-Segmenten",
    ),
    "MMS pool used up": (
        Banner(BannerKind.POOL, pool(250, kind=MeterKind.MMS, included=250, level=Level.BILLED)),
        "Team pool: 250 of 250 MMS segments",
        "Team-Kontingent: 250 von 250 MMS-Segmenten",
    ),
    "sign in": (
        Banner(BannerKind.SIGN_IN, minutes()),
        "Sign-in needed. The figures are as of 21 Nov 14:05.",
        "Anmeldung nötig. Stand der Zahlen: 21. Nov. 14:05.",
    ),
    "differs": (
        Banner(BannerKind.DIFFERS, minutes()),
        "The provider counts differently. The figures are as of 21 Nov 14:05.",
        "Der Anbieter zählt anders. Stand der Zahlen: 21. Nov. 14:05.",
    ),
    "offline": (
        Banner(BannerKind.OFFLINE, minutes()),
        "Offline. The figures are as of 21 Nov 14:05.",
        "Offline. Stand der Zahlen: 21. Nov. 14:05.",
    ),
    "stale": (
        Banner(BannerKind.STALE, minutes()),
        "These figures are old. The figures are as of 21 Nov 14:05.",
        "Diese Zahlen sind veraltet. Stand der Zahlen: 21. Nov. 14:05.",
    ),
}


@pytest.mark.parametrize(("banner", "text"), [(b, t) for b, t, _ in _STATES.values()], ids=_STATES)
def test_a_banner_says_it_in_english(banner: Banner, text: str) -> None:
    assert banner_text(ENGLISH, banner, NOW).text == text


@pytest.mark.parametrize(("banner", "text"), [(b, t) for b, _, t in _STATES.values()], ids=_STATES)
def test_a_banner_says_it_in_german(banner: Banner, text: str) -> None:
    assert plainly(banner_text(GERMAN, banner, NOW).text) == text


def test_every_kind_of_banner_is_among_the_states() -> None:
    assert {banner.kind for banner, _, _ in _STATES.values()} == set(BannerKind)


@pytest.mark.parametrize(
    ("meter", "after"),
    [
        (minutes(84, linked=True), "calls are billed per minute through Twilio Connect."),
        (minutes(84), "calls are blocked until Twilio Connect is linked."),
        (minutes(84, past=PastLimit.BLOCKED), "calls are blocked."),
        (minutes(84, past=PastLimit.BILLED), "calls are billed per minute."),
        (pool(1190), "texts are billed per segment."),
        (pool(1190, past=PastLimit.BLOCKED), "texts are blocked."),
    ],
)
def test_the_detail_of_near_tells_what_comes_after(meter: Meter, after: str) -> None:
    text = banner_text(ENGLISH, Banner(BannerKind.NEAR, meter))
    reset = "Resets 1 Dec."
    assert text.detail == f"{reset} At the limit, {after}"


def test_the_headline_ends_with_one_full_stop() -> None:
    ahead = _STATES["ahead"][0]
    assert banner_text(ENGLISH, ahead).headline == "At this pace it lasts until Tue 24 Nov."
    assert banner_text(GERMAN, ahead).headline == "In diesem Tempo reicht es bis Di., 24. Nov."


@pytest.mark.parametrize("kind", [BannerKind.BLOCKED, BannerKind.NEAR, BannerKind.LIMIT_IN_CALL])
@pytest.mark.parametrize("meter", [_FREE, _CALLS])
def test_a_plan_that_blocks_never_hears_of_twilio(kind: BannerKind, meter: Meter) -> None:
    for words in (ENGLISH, GERMAN):
        assert "Twilio" not in "".join(banner_text(words, Banner(kind, meter)))


def test_the_headline_owns_that_others_may_have_used_more() -> None:
    calls, shared = replace(_CALLS, at_least=True), pool(1190, at_least=True)
    assert banner_text(ENGLISH, Banner(BannerKind.NEAR, calls)).headline == (
        "At most 5 calls to your limit."
    )
    assert banner_text(ENGLISH, Banner(BannerKind.POOL, shared)).headline == (
        "Team pool: at least 1,190 of 1,250 SMS segments."
    )


def test_the_detail_of_ahead_tells_a_safe_pace() -> None:
    text = banner_text(ENGLISH, _STATES["ahead"][0])
    assert text.detail == "Resets 1 Dec. 14 min a working day is safe."


def test_the_detail_of_could_be_billed_says_until_when_and_what_to_do() -> None:
    assert banner_text(ENGLISH, _STATES["could be billed"][0]).detail == (
        "Resets 1 Dec. Link Twilio Connect to keep calling. Calls are then billed per minute."
    )


def test_the_detail_of_billed_tells_the_sums_and_the_reset() -> None:
    assert banner_text(ENGLISH, _STATES["billed"][0]).detail == (
        "37 min, about $0.52. Resets 1 Dec."
    )


def test_the_detail_of_a_billed_call_tells_the_call_and_then_the_cycle() -> None:
    assert banner_text(ENGLISH, _STATES["billed call"][0]).detail == (
        "$0.0140 a minute, about $0.07 so far. Since the limit: 37 min, about $0.52."
    )


def test_a_pool_that_is_used_up_tells_what_texts_cost_until_the_reset() -> None:
    used_up = pool(1250, level=Level.BILLED, cycle=DECEMBER)
    billed = replace(used_up, billed=40, billed_amount=Money(Decimal("0.332"), "USD"))
    until = "Resets 1 Jan. Until then, texts are billed per segment"
    assert banner_text(ENGLISH, Banner(BannerKind.POOL, used_up)).detail == f"{until}."
    assert banner_text(ENGLISH, Banner(BannerKind.POOL, billed)).detail == (
        f"{until}: 40 segments, about $0.33."
    )


def test_without_an_age_a_banner_of_trust_says_what_follows_from_it() -> None:
    text = banner_text(ENGLISH, Banner(BannerKind.SIGN_IN, minutes()))
    assert text.text == (
        "Sign-in needed. Nothing new arrives until you sign in again or give a new key."
    )


def test_a_pace_of_nothing_is_not_called_safe() -> None:
    tight = minutes(3, level=Level.AHEAD, forecast=Forecast(RUNS_OUT.runs_out, 0))
    assert banner_text(ENGLISH, Banner(BannerKind.AHEAD, tight)).detail == (
        "Resets 1 Dec. Less than 1 min a working day is safe."
    )


@pytest.mark.parametrize(
    ("kind", "headline"),
    [
        (BannerKind.STALE, "The figures are not complete yet."),
        (BannerKind.OFFLINE, "Offline."),
        (BannerKind.SIGN_IN, "Sign-in needed."),
    ],
)
def test_a_first_reading_is_not_told_as_old_figures(kind: BannerKind, headline: str) -> None:
    banner = Banner(kind, minutes(), first_reading=FirstReading("Northwind"))
    why = "The first reading of Northwind has not ended."
    assert banner_text(ENGLISH, banner, NOW) == (headline, why, f"{headline} {why}")

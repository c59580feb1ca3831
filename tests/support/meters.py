"""Meters and open calls for tests, made of the few figures a test is about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.beat import Beat
from app.domain.cycle import cycle_at
from app.domain.instant import Instant, instant
from app.domain.meter import Forecast, Level, LiveCall, Meter
from app.domain.plan import Line, MeterKind, PastLimit, Scope

NOW = instant(datetime(2026, 11, 21, 13, 5, tzinfo=UTC))
NOVEMBER = cycle_at(NOW, zone="Europe/Berlin")
DECEMBER = cycle_at(NOVEMBER.end, zone="Europe/Berlin")
RUNS_OUT = Forecast(date(2026, 11, 24), 14)
LASTS = Forecast(None, 14)

_MINUTES = Meter(
    plan="hubspot-professional",
    plan_title="HubSpot Professional",
    line=Line.CALLS,
    kind=MeterKind.MINUTES,
    scope=Scope.USER,
    agent="me",
    used=0,
    included=2000,
    billed=0,
    outside=0,
    over=0,
    at_least=False,
    past=PastLimit.TWILIO_CONNECT,
    linked=False,
    level=Level.FINE,
    cycle=NOVEMBER,
    warn_at_remaining=100,
)
_SEGMENTS = replace(
    _MINUTES,
    plan="aircall-us-ca",
    plan_title="Aircall with US/CA bundle",
    line=Line.TEXTS,
    kind=MeterKind.SMS,
    scope=Scope.POOL,
    agent=None,
    included=1250,
    past=PastLimit.BILLED,
    warn_at_remaining=0,
)


def minutes(left: int = 2000, **figures: Any) -> Meter:
    """Return the minutes of HubSpot Professional with so many of 2,000 left."""
    return replace(_MINUTES, used=2000 - left, **figures)


def pool(used: int = 0, **figures: Any) -> Meter:
    """Return a pool of 1,250 SMS segments with so many used."""
    return replace(_SEGMENTS, used=used, **figures)


def open_call(
    minutes_so_far: int = 1, *, agent: str = "me", start: Instant = NOW, name: str = "1"
) -> LiveCall:
    """Return a call that is open now."""
    return LiveCall(
        name, agent, start, "+14155550188", "browser", minutes_so_far, 0, answered=Beat(start)
    )

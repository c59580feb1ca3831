"""States made by hand: a status for each banner, and the entries that stand below it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from app.domain.beat import Beat
from app.domain.cycle import cycle_at
from app.domain.event import Call, Direction, Method, Source, Text
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.meter import Banner, BannerKind, Forecast, Level, LiveCall, Meter, Status, Trust
from app.domain.money import Money
from app.domain.plan import MeterKind, PastLimit, Rounding
from app.domain.receipt import Outcome, Reason, Receipt, Rule
from tests.support.meters import NOW, minutes, pool
from ui.meters.connect_state import Destination
from ui.overview.state import CycleUse

RATE = Money(Decimal("0.0140"), "USD")
_LAST = date(2026, 11, 23)
_USES = (84, 95, 80, 0, 0, 101, 88, 92, 97, 99, 0, 0, 120, 131, 116, 140, 128, 0, 0, 151, 0)


def day(number: int) -> date:
    """A day of November."""
    return date(2026, 11, number)


def used_by_day(total: int) -> tuple[tuple[date, int], ...]:
    """So many units spread over the cycle's days until today, like working days would."""
    whole, rest = sum(_USES), total
    days = []
    for position, use in enumerate(_USES):
        units = min(rest, total * use // whole)
        rest -= units
        days.append((day(position + 1), units))
    days[-2] = (days[-2][0], days[-2][1] + rest)
    return tuple(each for each in days if each[1])


def forecast(used: int, *, runs_out: date | None = _LAST, pace: int = 88) -> Forecast:
    """A forecast at a pace of so many units a working day."""
    expected, mean = [], used
    for number in range(22, 31):
        mean += 0 if day(number).weekday() >= 5 else pace
        spread = (number - 21) * 12
        expected.append((day(number), max(used, mean - spread), mean, mean + spread))
    return Forecast(
        runs_out=runs_out,
        safe_per_working_day=14,
        earliest=runs_out,
        latest=runs_out + timedelta(days=1) if runs_out else None,
        per_working_day=pace,
        working_days_left=6,
        expected=tuple(expected),
    )


def calling(left: int, level: Level, **figures: object) -> Meter:
    """The minutes of HubSpot Professional with days and a forecast."""
    used = 2000 - left
    meter = minutes(left, level=level, linked=True, days=used_by_day(used), **figures)
    return meter if meter.forecast or not left else replace(meter, forecast=forecast(used))


def sms(used: int = 812, level: Level = Level.FINE, **figures: object) -> Meter:
    """The team's SMS pool, whose cycle starts on the 14th."""
    cycle = cycle_at(NOW, zone="Europe/Berlin", anchor_day=14)
    return pool(used, level=level, cycle=cycle, **figures)


def mms(used: int = 38) -> Meter:
    """The team's MMS pool."""
    return replace(sms(used), kind=MeterKind.MMS, included=250)


def status(*meters: Meter, banners: tuple[Banner, ...] = (), **fields: object) -> Status:
    """A status of now; ``fields`` are the trust and the open calls."""
    made = Status(NOW, Trust.LOCAL, meters, banners)
    return replace(made, **fields)  # type: ignore[arg-type]  # the fields are named by the tests


def open_call(elapsed_s: int = 278, *, priced: bool = True) -> LiveCall:
    """A call from the browser that is open now."""
    so_far = -(-elapsed_s // 60)
    return LiveCall(
        id="live-1",
        agent="me",
        start=Instant(NOW - elapsed_s * SECOND),
        number="+49305550142",
        method="browser",
        minutes=so_far,
        elapsed_us=elapsed_s * SECOND,
        rate=RATE if priced else None,
        amount=RATE * so_far if priced else None,
        answered=Beat(Instant(NOW - elapsed_s * SECOND)),
    )


def billed_meter() -> Meter:
    """The minutes after the limit, with Twilio Connect linked."""
    amount = Money(Decimal("0.52"), "USD")
    meter = calling(0, Level.BILLED, billed=37, billed_amount=amount)
    return replace(meter, used=2003)


def statuses() -> dict[str, Status]:
    """A status for each banner, by a name for its picture."""
    near, billed, fine = calling(84, Level.NEAR), billed_meter(), calling(1240, Level.FINE)
    fine = replace(fine, forecast=forecast(760, runs_out=None, pace=52))
    ahead = replace(calling(520, Level.AHEAD), forecast=forecast(1480, runs_out=day(26)))
    blocked = replace(calling(0, Level.BLOCKED), past=PastLimit.BLOCKED, linked=False)
    unlinked = replace(calling(0, Level.COULD_BE_BILLED), linked=False)
    few = replace(calling(3, Level.NEAR), linked=False)
    call = open_call()
    kind, pools = BannerKind, (sms(), mms())
    full = sms(1250, Level.BILLED, billed=41)
    made = {
        "fine": status(fine, *pools),
        "near": status(
            near,
            sms(1190, Level.NEAR),
            mms(),
            banners=_banners(
                (kind.NEAR, near, None),
                (kind.POOL, sms(1190, Level.NEAR), None),
                (kind.AHEAD, near, None),
            ),
        ),
        "billed_call": status(
            billed,
            *pools,
            live=(call,),
            banners=_banners((kind.BILLED_CALL, billed, call), (kind.BILLED, billed, None)),
        ),
        "limit_in_call": status(
            few, *pools, live=(call,), banners=_banners((kind.LIMIT_IN_CALL, few, call))
        ),
        "blocked": status(blocked, *pools, banners=_banners((kind.BLOCKED, blocked, None))),
        "could_be_billed": status(
            unlinked, *pools, banners=_banners((kind.COULD_BE_BILLED, unlinked, None))
        ),
        "billed": status(billed, *pools, banners=_banners((kind.BILLED, billed, None))),
        "pool": status(
            fine,
            sms(1190, Level.NEAR),
            mms(),
            banners=_banners((kind.POOL, sms(1190, Level.NEAR), None)),
        ),
        "pool_used_up": status(fine, full, mms(), banners=_banners((kind.POOL, full, None))),
        "ahead": status(ahead, *pools, banners=_banners((kind.AHEAD, ahead, None))),
    }
    return made | _distrusted(fine, pools) | _silent()


def _distrusted(fine: Meter, pools: tuple[Meter, ...]) -> dict[str, Status]:
    pairs = {
        "sign_in": (BannerKind.SIGN_IN, Trust.SIGN_IN),
        "differs": (BannerKind.DIFFERS, Trust.DIFFERS),
        "offline": (BannerKind.OFFLINE, Trust.OFFLINE),
        "stale": (BannerKind.STALE, Trust.STALE),
    }
    old = Instant(NOW - 29 * 60 * MINUTE)
    return {
        name: status(fine, *pools, banners=_banners((kind, fine, None)), trust=trust, as_of=old)
        for name, (kind, trust) in pairs.items()
    }


def _silent() -> dict[str, Status]:
    planned = replace(minutes(), level=Level.NO_DATA)
    return {"no_data": status(planned, replace(sms(0), level=Level.NO_DATA)), "no_plan": status()}


def _banners(*parts: tuple[BannerKind, Meter, LiveCall | None]) -> tuple[Banner, ...]:
    return tuple(Banner(kind, meter, call) for kind, meter, call in parts)


def use() -> CycleUse:
    """What a month of calls from the phone and of billed calls left behind."""
    rows = (
        Destination("DE", 5, 29, RATE, Money(Decimal("0.41"), "USD")),
        Destination("US", 2, 8, RATE, Money(Decimal("0.11"), "USD")),
    )
    return CycleUse(second_leg=214, destinations=rows)


def _at(hour: int, minute: int) -> Instant:
    moment = datetime(2026, 11, 21, hour, minute, tzinfo=UTC)
    return Instant(int(moment.timestamp()) * SECOND)


RULE = Rule(
    "hubspot-professional",
    "HubSpot Professional",
    date(2019, 1, 11),
    date(2019, 1, 11),
    "https://example.com/plans",
    Rounding(),
)


def call_receipt(
    name: str = "call-1", *, method: Method = Method.BROWSER, seconds: int = 185, **fields: object
) -> Receipt:
    """A counted call of a browser or a phone."""
    legs = 2 if method is Method.PHONE else 1
    fact = Call(
        Source("hubspot", "1"),
        name,
        _at(12, 52),
        seconds * SECOND,
        Direction.OUTBOUND,
        far="+493055501420",
        method=method,
        name="Anna Brandt",
    )
    each = -(-seconds // 60)
    made = Receipt(
        id=name,
        fact=fact,
        agent="me",
        kind=MeterKind.MINUTES,
        quantity=legs * each,
        legs=(each,) * legs,
        outcome=Outcome.INCLUDED,
        rule=RULE,
        before=88,
        after=84,
        region="DE",
        zone="Europe/Berlin",
        cycle_start=day(1),
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # the fields are named by the tests


def text_receipt(name: str = "text-1") -> Receipt:
    """A text of two segments from the pool."""
    fact = Text(
        Source("aircall", "1"),
        name,
        _at(12, 2),
        Direction.OUTBOUND,
        far="+12125550119",
        counted=2,
        encoding="GSM-7",
        characters=212,
    )
    return Receipt(
        id=name,
        fact=fact,
        agent="me",
        kind=MeterKind.SMS,
        quantity=2,
        legs=(),
        outcome=Outcome.INCLUDED,
        before=62,
        after=60,
        region="US",
        zone="Europe/Berlin",
    )


def entries() -> tuple[Receipt, ...]:
    """The last entries: one of each kind and outcome."""
    other = call_receipt("call-2", method=Method.PHONE, seconds=401)
    stranger = other.fact._replace(name="", far="+14155550188", start=_at(12, 31))
    inbound = call_receipt("call-3", seconds=680, outcome=Outcome.NOT_COUNTED, quantity=0)
    answered = inbound.fact._replace(
        direction=Direction.INBOUND, name="M. Keller GmbH", far="", start=_at(11, 47)
    )
    missed = call_receipt("call-4", seconds=0, outcome=Outcome.NOT_COUNTED, quantity=0)
    yesterday = missed.fact._replace(start=Instant(_at(9, 14) - 24 * 60 * MINUTE))
    billed = call_receipt("call-5", outcome=Outcome.BILLED, billed_units=4, amount=RATE * 4)
    return (
        call_receipt(),
        replace(other, fact=stranger, before=102, after=88),
        text_receipt(),
        replace(inbound, fact=answered, reason=Reason.INBOUND, after=None, before=None),
        replace(billed, after=None, before=None),
        replace(missed, fact=yesterday, reason=Reason.UNANSWERED, after=None, before=None),
    )

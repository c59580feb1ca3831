"""Plan pages made by hand: a company of five seats, as its owner and its agent see it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.company import Address, Contract, Licence, Profile, Role
from app.domain.cycle import cycle_at
from app.domain.instant import BEGINNING, DAY, END, MINUTE, Instant
from app.domain.meter import Level, Meter, Trust
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.plan_page import (
    Connected,
    ConnectSum,
    Happened,
    HistoryLine,
    LicenceLine,
    MeterMove,
    Origin,
    PersonConnect,
    PersonRow,
    PlanInForce,
    PlanNews,
    PlanPage,
    PoolSum,
)
from app.domain.pool import SeatCount
from app.domain.timeline import Terms
from tests.support import states
from tests.support.ledgers import plan
from tests.support.meters import NOW

ZONE = "Europe/Berlin"
PAID_TO = date(2027, 4, 30)
_SHARES = ((MeterKind.SMS, 250), (MeterKind.MMS, 50))
_COUNTRIES = (
    *("DE", "FR", "GB", "AT", "BE", "CH", "CZ", "DK", "ES", "FI", "IE", "IT", "LU", "NL"),
    *("NO", "PL", "PT", "SE", "US", "CA", "AU"),
)


def dollars(amount: str) -> Money:
    """An amount of dollars."""
    return Money(Decimal(amount), "USD")


def in_force(name: str, *meters: Meter, anchor_day: int = 1) -> PlanInForce:
    """A plan of the catalogue in force from the start."""
    found = plan(name)
    terms = Terms(BEGINNING, END, found, found.versions[-1], ZONE, anchor_day)
    return PlanInForce(terms, cycle_at(NOW, zone=ZONE, anchor_day=anchor_day), meters)


def calls() -> PlanInForce:
    """HubSpot Professional with 84 minutes left."""
    meter = replace(states.calling(84, Level.NEAR), linked=True)
    return in_force("hubspot-professional", meter)


def texts() -> PlanInForce:
    """Aircall's pool with 60 SMS segments left."""
    meters = (states.sms(1190, Level.NEAR), states.mms(38))
    return in_force("aircall-us-ca", *meters, anchor_day=14)


def licence(kind: Licence, seats: int, **fields: object) -> LicenceLine:
    """Seats of one kind with the shares they bring."""
    shares = tuple((each, seats * units) for each, units in _SHARES)
    made = LicenceLine(kind, seats, shares)
    return replace(made, **fields)  # type: ignore[arg-type]  # the fields are named by the tests


def pool() -> PoolSum:
    """Three committed seats of which one is unused, one additional, one annual without a person."""
    return PoolSum(
        cycle=texts().cycle,
        lines=(
            licence(Licence.COMMITTED, 3, unused=1),
            licence(Licence.ADDITIONAL, 1, unused=0),
            licence(Licence.ANNUAL, 1, unused=1, until=PAID_TO),
        ),
        per_seat=_SHARES,
        totals=((MeterKind.SMS, 1250), (MeterKind.MMS, 250)),
        seats=SeatCount(3, 1, 1),
    )


def connect() -> ConnectSum:
    """Two of three people linked, one of whom went past the allowance."""
    return ConnectSum(
        linked=2,
        people=3,
        minutes=37,
        second_leg=12,
        amounts=(dollars("0.518"),),
        unpriced=0,
        persons=(
            PersonConnect("Jana", BEGINNING, 0, 0, mine=True),
            PersonConnect("Omar", Instant(NOW - 40 * DAY), 37, 12, (dollars("0.518"),)),
            PersonConnect("Lea", None, 0, 0),
        ),
    )


def people() -> tuple[PersonRow, ...]:
    """The three people of the company and the seat that waits for somebody."""
    seen = Instant(NOW - 9 * MINUTE)
    return (
        PersonRow("Jana", Licence.COMMITTED, Role.OWNER, 1916, 2000, sms=412, mms=20, linked=True,
                  level=Level.NEAR, reported=seen, mine=True, member="m-1"),
        PersonRow("Omar", Licence.COMMITTED, Role.AGENT, 2000, 2000, billed=37, sms=503, mms=12,
                  linked=True, level=Level.BILLED, reported=seen, member="m-2"),
        PersonRow("Lea", Licence.ADDITIONAL, Role.AGENT, 377, 2000, sms=275, mms=6,
                  level=Level.FINE, reported=seen, member="m-3"),
        PersonRow("", Licence.COMMITTED),
    )  # fmt: skip


def history() -> tuple[HistoryLine, ...]:
    """What was stated, newest first; the last plan is still ahead."""
    return (
        HistoryLine(Happened.PLAN, Instant(NOW + 40 * DAY), ZONE, "HubSpot Enterprise",
                    Line.CALLS, ahead=True),
        HistoryLine(Happened.LINKED, Instant(NOW - 40 * DAY), ZONE, person="Omar"),
        HistoryLine(Happened.ANNUAL, Instant(NOW - 200 * DAY), ZONE, annual=1, until=PAID_TO),
        HistoryLine(Happened.SEATS, BEGINNING, ZONE, committed=3, additional=1),
        HistoryLine(Happened.PLAN, BEGINNING, ZONE, "Aircall with US/CA bundle", Line.TEXTS),
        HistoryLine(Happened.PLAN, BEGINNING, ZONE, "HubSpot Professional", Line.CALLS),
    )  # fmt: skip


def news() -> PlanNews:
    """The company went from Starter to Professional."""
    move = MeterMove(MeterKind.MINUTES, 500, 2000, 84, 1584)
    return PlanNews(
        7, Line.CALLS, "HubSpot Professional", "HubSpot Starter", NOW, ZONE, NOW, (move,)
    )


def owner() -> PlanPage:
    """The page of the company's owner, from a plan server."""
    return PlanPage(
        as_of=NOW,
        trust=Trust.FRESH,
        origin=Origin.SERVER,
        role=Role.OWNER,
        profile=Profile(
            "Example Works",
            Address("US", "San Francisco", "CA"),
            _COUNTRIES,
            bundle=True,
            renews=date(2027, 3, 14),
        ),
        plans=(calls(), texts()),
        pool=pool(),
        connect=connect(),
        contract=Contract(
            dollars("30"), dollars("40"), dollars("28.50"), dollars("0.0095"), dollars("0.02")
        ),
        people=people(),
        history=history(),
        connected=Connected("plans.example.com", "Example Works", "Jana", Role.OWNER, NOW),
    )


def agent() -> PlanPage:
    """The same company's page as an agent gets it, on the day the plan changed."""
    alone = PersonConnect("Omar", Instant(NOW - 40 * DAY), 37, 12, (dollars("0.518"),), mine=True)
    return replace(
        owner(),
        role=Role.AGENT,
        contract=None,
        people=(),
        plans=(in_force("hubspot-professional", states.billed_meter()), texts()),
        connect=ConnectSum(1, 1, 37, 12, alone.amounts, 0, (alone,)),
        connected=Connected("plans.example.com", "Example Works", "Omar", Role.AGENT, NOW),
        history=tuple(each for each in history() if not each.person),
        news=(news(),),
    )


def local() -> PlanPage:
    """One desktop without a server, where nobody entered seats or a company yet."""
    pooled = replace(
        pool(),
        lines=(licence(Licence.COMMITTED, 1),),
        totals=_SHARES,
        seats=SeatCount(1, 0, assumed=True),
        assumed=True,
    )
    texts_plan = in_force(
        "aircall-us-ca",
        *(replace(each, included=units, used=38, at_least=True, level=Level.FINE)
          for each, (_, units) in zip(texts().meters, _SHARES, strict=True)),
        anchor_day=14,
    )  # fmt: skip
    me = PersonRow("me", Licence.NONE, None, 1916, 2000, sms=38, mms=38, level=Level.NEAR,
                   mine=True)  # fmt: skip
    return replace(
        owner(),
        origin=Origin.LOCAL,
        trust=Trust.LOCAL,
        profile=Profile(),
        plans=(calls(), texts_plan),
        pool=pooled,
        connect=ConnectSum(0, 1, 0, 0, (), 0, (PersonConnect("me", None, 0, 0, mine=True),)),
        contract=None,
        people=(me,),
        history=history()[-2:],
        connected=None,
    )


def nothing() -> PlanPage:
    """Before any plan was chosen."""
    return replace(
        local(), plans=(), pool=None, connect=None, people=(), history=(), profile=Profile()
    )


def offline() -> PlanPage:
    """The owner's page two days old, while the server cannot be reached; one person never sent."""
    old = Instant(NOW - 2 * DAY)
    rows = people()
    silent = replace(rows[2], minutes=None, sms=None, mms=None, level=Level.NO_DATA, reported=None)
    return replace(
        owner(),
        as_of=old,
        trust=Trust.OFFLINE,
        people=(*rows[:2], silent, rows[3]),
        connected=replace(
            owner().connected or Connected("", "", "", Role.OWNER),
            synced=old,
            trouble="The plan server cannot be reached. It is tried again by itself.",
            waiting=12,
        ),
    )


def signed_out() -> PlanPage:
    """The owner's page after the server no longer knows this desktop."""
    return replace(offline(), trust=Trust.SIGN_IN)


def crowded(count: int = 1000) -> PlanPage:
    """A company of very many people."""
    rows = tuple(
        replace(people()[n % 3], name=f"Person {n + 1}", mine=n == 0, member=f"m-{n}")
        for n in range(count)
    )
    return replace(owner(), people=rows)


def pages() -> dict[str, PlanPage]:
    """Every page by a name for its picture."""
    return {
        "plan_owner": owner(),
        "plan_agent": agent(),
        "plan_local": local(),
        "plan_empty": nothing(),
        "plan_offline": offline(),
        "plan_sign_in": signed_out(),
        "plan_crowded": crowded(),
    }

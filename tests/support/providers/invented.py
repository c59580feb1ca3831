"""The three providers with one invented month in common: a team, its calls and its texts.

Jana and Omar call from HubSpot and Jana texts over Twilio; Mei calls from Aircall, which also
writes her calls into HubSpot. All numbers are 555-01xx.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count

from app.domain.instant import SECOND, Instant
from app.sample.aims import Scenario
from app.sample.call import SampleCall, Way
from app.sample.month import month_of
from app.sample.people import ME, MEI, OMAR, Agent
from app.sample.texts import SampleText
from tests.support.providers.aircall import Aircall
from tests.support.providers.aircall_book import Book, Line, Made, User
from tests.support.providers.hubspot import KEY as HUBSPOT_KEY
from tests.support.providers.hubspot import HubSpot, Owner, hubspot
from tests.support.providers.hubspot_book import iso
from tests.support.providers.hubspot_limits import Limits
from tests.support.providers.twilio import Twilio
from tests.support.providers.twilio_book import Made as Leg
from tests.support.providers.twilio_book import Sent
from tests.support.providers.twilio_company import SID, TOKEN, customer

__all__ = ["AIRCALL_ID", "AIRCALL_TOKEN", "HUBSPOT_KEY", "SID", "TOKEN", "Invented", "invented"]

ZONE = "America/New_York"
AIRCALL_ID, AIRCALL_TOKEN = "a1" * 16, "b2" * 16
AIRCALL_APP = "200100"
TEAM = (ME, OMAR, MEI)
#: The phone from which calls at Twilio are placed.
PHONE = "+14155550190"
OWNERS = {agent: str(101 + number) for number, agent in enumerate(TEAM)}
USERS = {agent: 456 + number for number, agent in enumerate(TEAM)}
_MADE_UP = "55501"
_RINGS = 8
_LOGGED_TEXTS = 4
#: Twilio tells prices and segments a little later.
_LATE = 90 * SECOND


@dataclass(frozen=True, slots=True)
class Invented:
    """The three of them."""

    hubspot: HubSpot
    aircall: Aircall
    twilio: Twilio


def invented(*, limits: bool = False, clock: Callable[[], float] = time.time) -> Invented:
    """Make the providers, their records ending now; ``limits``: as many questions as in truth."""
    found = bare(limits=limits, clock=clock)
    now = Instant(int(clock()) * SECOND)
    month = month_of(Scenario.NEAR, now, ZONE)
    _put_calls(found, (call for call in month.calls if _MADE_UP in call.contact.number))
    _put_texts(found, (text for text in month.texts if _MADE_UP in text.contact.number))
    return found


def bare(*, limits: bool, clock: Callable[[], float]) -> Invented:
    """Make the providers with the team and without records."""
    space = hubspot(clock)
    space.zone = ZONE
    space.owners = tuple(
        Owner(OWNERS[each], each.name, "", f"{each.name.lower()}@example.com") for each in TEAM
    )
    space.limits = Limits(time.monotonic) if limits else None
    aircall = Aircall(Book(), clock, {AIRCALL_ID: AIRCALL_TOKEN}, limit=120 if limits else None)
    for each in TEAM:
        user = USERS[each]
        aircall.book.users[user] = User(
            user, each.name, f"{each.name.lower()}@example.com", (user,)
        )
        aircall.book.lines[user] = Line(user, each.number, name=f"{each.name}'s line")
    return Invented(space, aircall, customer(lambda: Instant(int(clock() * SECOND))))


def put_hubspot_call(space: HubSpot, call: SampleCall, aircall_id: int | None = None) -> int:
    """Put a call into HubSpot; one that Aircall wrote there carries Aircall's ids."""
    inbound, seconds = call.inbound, call.start // SECOND
    ends = (call.contact.number, call.agent.number)
    own_first = ends if inbound else ends[::-1]
    return space.book.call(
        changed=(seconds + call.seconds) * 1000,
        hs_timestamp=iso(seconds * 1000),
        hs_call_duration=str(call.seconds * 1000),
        hs_call_direction="INBOUND" if inbound else "OUTBOUND",
        hs_call_status=call.status.upper().replace(" ", "_"),
        hs_call_from_number=own_first[0],
        hs_call_to_number=own_first[1],
        hubspot_owner_id=OWNERS[call.agent],
        hs_call_app_id=AIRCALL_APP if aircall_id else None,
        hs_call_external_id=str(aircall_id) if aircall_id else None,
    )


def put_aircall_call(aircall: Aircall, call: SampleCall, number: int) -> Made:
    """Put a call into Aircall; it ends when its time comes."""
    started, user = call.start // SECOND, USERS[call.agent]
    answered = started + _RINGS if call.seconds else None
    return aircall.book.add(
        Made(
            id=number,
            started=started,
            ended=(answered or started + 3 * _RINGS) + call.seconds,
            answered=answered,
            outbound=not call.inbound,
            far=call.contact.number,
            line=user,
            user=user if answered or not call.inbound else None,
            created=started,
        )
    )


def twilio_legs(call: SampleCall, number: int) -> tuple[Leg, Leg]:
    """Make the two legs of a call from the agent's phone: to that phone, then to the contact."""
    parent, own = f"CA{number:032x}", call.agent.number
    late = Instant(call.start + call.first_leg * SECOND + _LATE)
    reached = Instant(call.start + max(call.first_leg - call.seconds, 0) * SECOND)
    status = "completed" if call.seconds else "no-answer"
    first = Leg(parent, own, PHONE, call.start, call.first_leg, priced=late)
    second = Leg(
        *(f"CA{number + 1:032x}", own, call.contact.number, reached, call.seconds),
        way="outbound-dial",
        status=status,
        parent=parent,
        priced=late,
    )
    return first, second


def twilio_text(text: SampleText, number: int) -> Sent:
    """Make a message."""
    own, far = text.agent.number, text.contact.number
    late = Instant(text.sent + _LATE)
    return Sent(
        sid=f"{'MM' if text.media else 'SM'}{number:032x}",
        origin=far if text.inbound else own,
        destination=own if text.inbound else far,
        start=Instant(text.sent // SECOND * SECOND),
        body=text.body,
        way="inbound" if text.inbound else "outbound-api",
        status="received" if text.inbound else "delivered",
        media=text.media,
        counted=late,
        priced=late,
    )


def _put_calls(found: Invented, calls: Iterable[SampleCall]) -> None:
    numbers, legs = count(3_000_000_001, 2), list[Leg]()
    for call, number in zip(calls, numbers, strict=False):
        if call.agent == MEI:
            put_aircall_call(found.aircall, call, number)
            put_hubspot_call(found.hubspot, call, number)
        elif call.way is Way.TWILIO:
            legs += twilio_legs(call, number)
        elif call.way is not Way.NOTED:
            put_hubspot_call(found.hubspot, call)
    found.twilio.accounts[SID].calls.add(*legs)


def _put_texts(found: Invented, texts: Iterable[SampleText]) -> None:
    sent = []
    for number, text in enumerate(texts, 5_000_000_001):
        if text.body:
            sent.append(twilio_text(text, number))
        elif text.agent == OMAR and number % _LOGGED_TEXTS == 0:
            _log_text(found.hubspot, text.agent, text.sent)
    found.twilio.accounts[SID].texts.add(*sent)


def _log_text(space: HubSpot, agent: Agent, sent: Instant) -> None:
    stamp = sent // SECOND * 1000
    space.book.text(changed=stamp, hs_timestamp=iso(stamp), hubspot_owner_id=OWNERS[agent])

"""An invented customer of Twilio's, calls and messages made from a seed, numbers being 555-01xx."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any

from app.domain.connection import Key
from app.domain.instant import DAY, MINUTE, SECOND, Instant, instant
from tests.support.providers.twilio import STANDARD, Opens, Twilio
from tests.support.providers.twilio_book import Account, Made, Sent

#: Sunday, 22 November 2026, 12:00 UTC.
NOON = instant(datetime(2026, 11, 22, 12, tzinfo=UTC))
SID = f"AC{1:032x}"
BELOW = f"AC{2:032x}"
TOKEN, RESTRICTED, MAIN, STANDARD_KEY = "t0" * 16, f"SK{1:032x}", f"SK{2:032x}", f"SK{3:032x}"
KEY = Key(SID, TOKEN)
OWN, PHONE = "+14155550100", "+14155550101"
_BODIES = ("Hello", "Would tomorrow at ten suit you?", "Grüße – bis morgen!", "x" * 200)


class Hands:
    """A clock whose hands are moved by hand; waiting moves them."""

    def __init__(self, now: Instant = NOON) -> None:
        self.now = now

    def __call__(self) -> Instant:
        return self.now

    def move(self, micros: int) -> None:
        """Let time pass."""
        self.now = Instant(self.now + micros)


def customer(clock: Callable[[], Instant], *, below: bool = False) -> Twilio:
    """Return Twilio with an account, perhaps one below it, keys of every kind, no records yet."""
    twilio = Twilio(clock)
    twilio.accounts[SID] = Account(SID, "Example Ltd", balance="12.50")
    if below:
        twilio.accounts[BELOW] = Account(BELOW, "Example Ltd, Connect", owner=SID)
    twilio.keys = {
        SID: Opens(TOKEN, SID),
        MAIN: Opens("main", SID),
        STANDARD_KEY: Opens("standard", SID, STANDARD),
        RESTRICTED: Opens("restricted", SID, frozenset({"calls"})),
    }
    return twilio


def leg(number: int, start: Instant, **changes: Any) -> Made:
    """Return a leg to a number in California that took two minutes and five seconds."""
    usual: dict[str, Any] = {"origin": OWN, "destination": "+14155550123", "seconds": 125}
    return Made(f"CA{number:032x}", start=start, **{**usual, **changes})


def text(number: int, start: Instant, **changes: Any) -> Sent:
    """Return a short message to the same number."""
    usual: dict[str, Any] = {"origin": OWN, "destination": "+14155550123"}
    kind = "MM" if changes.get("media") else "SM"
    return Sent(f"{kind}{number:032x}", start=start, **{**usual, **changes})


def fill(account: Account, records: int, *, days: int = 60, until: Instant = NOON) -> None:
    """Put in so many rows, three legs to each message, evenly over the days before an instant."""
    chance = Random(f"{account.sid}{records}")  # noqa: S311 - invented calls
    step, offset = days * DAY // max(records, 1), int(account.sid[-4:]) << 32
    calls: list[Made] = []
    texts: list[Sent] = []
    for number in range(records):
        start = Instant((until - (number + 1) * step) // SECOND * SECOND)
        if number % 4 == 3:
            texts.append(_text(offset + number, start, chance))
        else:
            calls.append(_leg(offset + number, start, chance, calls))
    account.calls.add(*calls)
    account.texts.add(*texts)


def _leg(number: int, start: Instant, chance: Random, before: list[Made]) -> Made:
    far, seconds = f"+1415555{chance.randrange(100, 200):04}", chance.randrange(1, 900)
    kind = chance.random()
    if kind < 0.2 and before and not before[-1].parent and before[-1].is_answered:
        # The row before is later in time: it becomes the leg that this one, its parent, created.
        before[-1] = _child_of(before[-1], f"CA{number:032x}")
        return leg(number, start, destination=PHONE, seconds=before[-1].seconds + 5)
    if kind < 0.35:
        return leg(number, start, origin=far, destination=OWN, seconds=seconds, way="inbound")
    if kind < 0.45:
        return leg(number, start, destination=far, seconds=0, status="no-answer")
    if kind < 0.55:
        return leg(
            number, start, origin="client:ada", destination=far, seconds=seconds, way="inbound"
        )
    return leg(number, start, destination=far, seconds=seconds)


def _child_of(row: Made, parent: str) -> Made:
    return Made(
        row.sid, OWN, "+14155550177", row.start, row.seconds, "outbound-dial", parent=parent
    )


def _text(number: int, start: Instant, chance: Random) -> Sent:
    body, kind = chance.choice(_BODIES), chance.random()
    if kind < 0.3:
        return text(
            number,
            start,
            origin="+14155550123",
            destination=OWN,
            body=body,
            way="inbound",
            status="received",
        )
    if kind < 0.4:
        return text(number, start, body=body, media=1)
    if kind < 0.45:
        return text(number, start, body=body, status="failed")
    late = Instant(start + 30 * MINUTE)
    return text(number, start, body=body, counted=late, priced=late)

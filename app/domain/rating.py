"""Rating: how much one fact draws on the plan in force at its start.

A charge holds only what does not depend on other entries: units, would-be price, and whether it can
draw on the allowance at all. Whether it is included or past the limit follows from the order of all
entries (:mod:`app.domain.crossing`).
"""

from enum import IntEnum
from typing import NamedTuple

from app.domain.event import NO_PLAN, Call, Direction, Fact, Leg, Method, Text
from app.domain.money import Money
from app.domain.numbers import Number, NumberClass
from app.domain.plan import Allowance, Counted, MeterKind, Rounding, Scope
from app.domain.price import PriceBook, PriceRow, Unit
from app.domain.receipt import Reason
from app.domain.rounding import billed_minutes
from app.domain.timeline import Terms

MINUTE_US = 60_000_000
_NOBODY = Number("", NumberClass.UNKNOWN, "")


class Draw(IntEnum):
    """How a charge meets its allowance."""

    DRAWS = 0
    OUTSIDE = 1
    ALREADY = 2


class Charge(NamedTuple):
    """Units of one meter that one fact stands for.

    ``amount_nano``: the would-be price of the priced units, in billionths of ``currency``;
    ``unpriced``: units for which no dated price is known.
    """

    kind: MeterKind
    scope: Scope
    draw: Draw
    units: int
    amount_nano: int
    currency: str
    unpriced: int


class Rated(NamedTuple):
    """A fact rated: its charges, the whole minutes of each leg, and why it is not counted."""

    charges: tuple[Charge, ...]
    legs: tuple[int, ...] = ()
    reason: Reason = Reason.NONE


class Habits(NamedTuple):
    """What a person's settings add to a record: the usual method and the own phone's number."""

    method: Method = Method.BROWSER
    phone: str = ""


class Ends(NamedTuple):
    """The two ends of a fact, parsed."""

    own: Number = _NOBODY
    far: Number = _NOBODY


class Rater:
    """Rates facts under one set of terms; made once for each and kept, because imports are long."""

    def __init__(self, terms: Terms, prices: PriceBook) -> None:
        self.terms = terms
        self._version = terms.version
        self.prices = prices
        self._allowances = {a.kind: a for a in terms.version.allowances}
        self._calls_of = {way: self._call_allowances(way) for way in Direction}
        self._minutes_of: dict[tuple[int, ...], tuple[int, ...]] = {}

    def call(self, call: Call, ends: Ends, habits: Habits, *, already: bool = False) -> Rated:
        """Rate a call; ``already``: its account is past the allowance by agreement."""
        reason = self._why_no_call(call)
        if reason is not Reason.NONE:
            return Rated((), (), reason)
        talks = self._talks(call, habits)
        legs = self.minutes(talks)
        units = sum(legs)
        draw = Draw.ALREADY if already else Draw.DRAWS
        minutes, calls, reason = self._calls_of[call.direction]
        charges: tuple[Charge, ...] = ()
        if minutes is not None and units:
            price = self._price_call(call, talks, ends, habits)
            charges = (Charge(MeterKind.MINUTES, minutes.scope, draw, units, *price),)
        if calls is not None and _placed(calls, call):
            charges += (Charge(MeterKind.CALLS, calls.scope, draw, 1, 0, "", 0),)
        if not units and reason is Reason.NONE:
            reason = Reason.UNANSWERED
        return Rated(charges, legs, reason)

    def text(self, text: Text, ends: Ends) -> Rated:
        """Rate a text."""
        if text.counts_toward not in {"", self.terms.plan.name}:
            return Rated((), (), self._meant_for_another(text.counts_toward))
        kind = MeterKind.MMS if text.media else MeterKind.SMS
        allowance = self._allowances.get(kind)
        if allowance is None:
            return Rated((), (), Reason.NO_PLAN)
        if not _counts(allowance, text.direction):
            return Rated((), (), Reason(text.direction.value))
        inside = self._inside(text, ends)
        draw = Draw.DRAWS if inside else Draw.OUTSIDE
        units = self._version.segments_per_mms if text.media else text.segments
        amount, currency, unpriced = self._price_text(text, ends, units)
        charge = Charge(kind, allowance.scope, draw, units, amount, currency, unpriced)
        return Rated((charge,), (), Reason.NONE if inside else Reason.SENT_ELSEWHERE)

    def legs(self, call: Call, habits: Habits) -> int:
        """Return in how many legs a call counts that reports none."""
        return len(self._talks(call, habits))

    @property
    def rounding(self) -> Rounding:
        """How the plan rounds answered time."""
        return self._version.rounding

    def prices_of(self, fact: Fact, ends: Ends, habits: Habits) -> tuple[PriceRow, ...]:
        """Return the rows that a fact is priced by, each once; none where it names its price."""
        if isinstance(fact, Text):
            found = [None if fact.price else self._text_row(fact, ends)]
        else:
            legs = fact.legs or legs_by_rule(fact, self._talks(fact, habits), ends, habits)
            priced = [leg for leg in legs if leg.talk_us > 0 and not leg.price]
            found = [self._leg_row(leg, fact) for leg in priced]
        return tuple(dict.fromkeys(row for row in found if row is not None))

    def minutes(self, talks: tuple[int, ...]) -> tuple[int, ...]:
        """Whole minutes of each leg by the rounding of the plan."""
        found = self._minutes_of.get(talks)
        if found is None:
            found = self._minutes_of[talks] = billed_minutes(talks, self._version.rounding)
        return found

    def _why_no_call(self, call: Call) -> Reason:
        if call.counts_toward:
            return self._meant_for_another(call.counts_toward)
        elsewhere = made_elsewhere(call) and self.terms.plan.provider == "hubspot"
        return Reason.OTHER_APP if elsewhere else Reason.NONE

    def _meant_for_another(self, plan: str) -> Reason:
        """Judge what a person said; a plan that is not the one in force counts nothing here."""
        if plan == NO_PLAN:
            return Reason.OTHER_APP
        return Reason.NONE if plan == self.terms.plan.name else Reason.OTHER_PLAN

    def _talks(self, call: Call, habits: Habits) -> tuple[int, ...]:
        if call.legs:
            return tuple([leg.talk_us for leg in call.legs])
        method = call.method or habits.method
        legs = self._version.legs_phone if method is Method.PHONE else self._version.legs_browser
        return (call.talk_us,) * legs

    def _call_allowances(self, way: Direction) -> tuple[Allowance | None, Allowance | None, Reason]:
        """Return what calls of a direction draw on, and why they use no minutes."""
        minutes, calls = (
            self._allowances.get(kind) for kind in (MeterKind.MINUTES, MeterKind.CALLS)
        )
        outside = minutes is not None and not _counts(minutes, way)
        return (
            None if outside else minutes,
            calls if calls is not None and _counts(calls, way) else None,
            Reason(way.value) if outside else Reason.NONE,
        )

    def _inside(self, text: Text, ends: Ends) -> bool:
        regions = self._version.territory.regions
        if not regions:
            return True
        own, far = ends.own.region, ends.far.region or text.far_region
        # A record that does not say which own number it used is taken to have used one the
        # allowance is for; the far end decides.
        own_inside = own in regions or ends.own.kind is NumberClass.UNKNOWN
        return own_inside and far in regions

    def _price_call(
        self, call: Call, talks: tuple[int, ...], ends: Ends, habits: Habits
    ) -> tuple[int, str, int]:
        if not (call.legs or self.prices or call.price):
            return 0, "", sum(self.minutes(talks))
        amount, currency, unpriced = 0, "", 0
        for leg in call.legs or legs_by_rule(call, talks, ends, habits):
            minutes = -(-leg.talk_us // MINUTE_US)
            price = leg.price or self._leg_price(leg, minutes, call)
            if price is None or (currency and price.currency != currency):
                unpriced += minutes
            else:
                amount, currency = amount + price.nano, price.currency
        return amount, currency, unpriced

    def _leg_price(self, leg: Leg, minutes: int, call: Call) -> Money | None:
        if not minutes:
            return None
        row = self._leg_row(leg, call)
        return row.rate * minutes if row else None

    def _leg_row(self, leg: Leg, call: Call) -> PriceRow | None:
        return self.prices.rate("minute", leg.origin, leg.destination, call.start)

    def _price_text(self, text: Text, ends: Ends, units: int) -> tuple[int, str, int]:
        if text.price is not None:
            return text.price.nano, text.price.currency, 0
        row = self._text_row(text, ends)
        if row is None:
            return 0, "", units
        price = row.rate * units
        return price.nano, price.currency, 0

    def _text_row(self, text: Text, ends: Ends) -> PriceRow | None:
        unit: Unit = "mms" if text.media else "sms"
        return self.prices.rate(unit, *_way(text.direction, ends), text.start)


def made_elsewhere(call: Call) -> bool:
    """Tell whether a call was made with another calling app than HubSpot's own."""
    return call.source.provider == "aircall" or bool(call.app_id)


def legs_by_rule(call: Call, talks: tuple[int, ...], ends: Ends, habits: Habits) -> tuple[Leg, ...]:
    """Make the legs a plan's rule assumes: the last one is the contact's, in the call's direction.

    Those before it go to the agent's own phone. All are taken to last as long as the call, because
    the source reports none.
    """
    phone = (Leg(talk, ends.own.text, habits.phone) for talk in talks[:-1])
    way = _way(call.direction, ends)
    contact = (Leg(talk, *way, price=call.price if talk else None) for talk in talks[-1:])
    return (*phone, *contact)


def _way(direction: Direction, ends: Ends) -> tuple[str, str]:
    """Return from where to where it went."""
    own, far = ends.own.text, ends.far.text
    return (far, own) if direction is Direction.INBOUND else (own, far)


def _counts(allowance: Allowance, direction: Direction) -> bool:
    return allowance.counted is Counted.BOTH or allowance.counted.value == direction.value


def _placed(allowance: Allowance, call: Call) -> bool:
    return call.talk_us > 0 or not allowance.answered_only


__all__ = ["Charge", "Draw", "Ends", "Habits", "Rated", "Rater", "legs_by_rule", "made_elsewhere"]

"""Check a number before dialling: region, legs, prices, and what becomes of the call."""

from collections.abc import Iterable

from app.actions.open_now import open_now
from app.domain.beat import Beat
from app.domain.dialled import dialled
from app.domain.dialling import DialLeg, Dialling, Room, blocked_by, unmeasured, verdict_of
from app.domain.event import Call, Direction, Method, Source
from app.domain.instant import Instant
from app.domain.live_use import taken
from app.domain.meter import LiveCall
from app.domain.numbers import Number
from app.domain.plan import Allowance, Counted, Line, MeterKind, PastLimit, Scope
from app.domain.rating import Ends, legs_by_rule
from app.domain.timeline import Terms
from app.ledger.company.shared import stand
from app.ledger.coverage import has_entries
from app.ledger.snapshot import Snapshot

_MOMENT = 1


def cards_of(
    snapshot: Snapshot,
    written: str,
    now: Instant,
    *,
    method: Method | None = None,
    own: str = "",
    beat: Beat | None = None,
) -> tuple[Dialling, ...]:
    """Return the card of a number for my next call by a method, or by each with my usual first.

    UsageProblem when it is no phone number. ``own`` is the number the call comes from, which its
    price may depend on. ``beat``: all clocks at the instant, ``None`` for the wall clock alone.
    """
    far = dialled(written)
    ends = Ends(dialled(own), far) if own else Ends(far=far)
    usual = snapshot.rules.habits(snapshot.people.me).method
    terms = snapshot.rules.lines[Line.CALLS].timeline.at(now)
    methods = (method,) if method else sorted(Method, key=lambda each: each is not usual)
    live = open_now(snapshot, beat or Beat(now)) if terms else ()
    rooms = [_room(snapshot, each, live, now) for each in terms.version.allowances] if terms else []
    drawing = any(call.answered and call.draws for call in live)
    return tuple(
        unmeasured(far, each, _legs(snapshot, None, ends, each, now))
        if terms is None
        else _card(
            snapshot,
            terms,
            far,
            each,
            (_legs(snapshot, terms, ends, each, now), rooms, drawing),
            now,
        )
        for each in methods
    )


def _card(
    snapshot: Snapshot,
    terms: Terms,
    far: Number,
    method: Method,
    found: tuple[tuple[DialLeg, ...], list[Room], bool],
    now: Instant,
) -> Dialling:
    legs, rooms, drawing = found
    known = drawing or has_entries(snapshot.connection, terms.plan, now)
    measured = sorted(rooms, key=lambda room: room.kind is not MeterKind.MINUTES)
    cycle = snapshot.rules.lines[Line.CALLS].timeline.cycle_at(now)
    minutes = terms.allowance(MeterKind.MINUTES)
    return Dialling(
        far.text, far.region, method, verdict_of(rooms), legs,
        measured[0].remaining if measured and known else None,
        measured[0].kind if measured else MeterKind.MINUTES,
        cycle, terms.plan.title,
        through_connect=minutes is not None and minutes.past is PastLimit.TWILIO_CONNECT,
        blocked_by=blocked_by(measured),
        near=any(room.near for room in rooms if room.counted is not Counted.INBOUND),
    )  # fmt: skip


def _room(snapshot: Snapshot, allowance: Allowance, live: Iterable[LiveCall], now: Instant) -> Room:
    rules, me = snapshot.rules, snapshot.people.me
    cycle = rules.lines[Line.CALLS].timeline.cycle_at(now)
    found = stand(snapshot, allowance, me, cycle, now)
    whose = snapshot.people.label(me) if allowance.scope is Scope.USER else None
    included = found.included
    left = included - found.figures.used - taken(allowance.kind, live, cycle.start, whose)
    return Room(
        allowance.kind, allowance.counted, max(0, left), rules.past(allowance, me, now),
        near=_is_near(allowance, included, left),
    )  # fmt: skip


def _is_near(allowance: Allowance, included: int, left: int) -> bool:
    percent = allowance.near_percent
    used_up = percent > 0 and (included - left) * 100 >= included * percent
    return used_up or left <= allowance.warn_at_remaining


def _legs(
    snapshot: Snapshot, terms: Terms | None, ends: Ends, method: Method, now: Instant
) -> tuple[DialLeg, ...]:
    number_of_legs = 2 if method is Method.PHONE else 1
    if terms is not None:
        version = terms.version
        number_of_legs = version.legs_phone if method is Method.PHONE else version.legs_browser
    call = Call(Source("hand"), "", now, _MOMENT, Direction.OUTBOUND, method=method)
    habits = snapshot.rules.habits(snapshot.people.me)
    rate = snapshot.rules.prices.rate
    return tuple(
        DialLeg(leg.destination, rate("minute", leg.origin, leg.destination, now))
        for leg in legs_by_rule(call, (_MOMENT,) * number_of_legs, ends, habits)
    )

"""Look at a number before it is called: every way to call it, and the calls there were."""

from app.actions.check_number import cards_of
from app.domain.beat import Beat
from app.domain.event import Method
from app.domain.instant import Instant
from app.domain.number_card import NumberCard, RecentNumber, way_of
from app.domain.plan import Line, Rounding
from app.domain.usual import usual_call
from app.ledger.ledger import Ledger
from app.ledger.lists.entries import receipts_of
from app.ledger.past_calls import calls_with, own_talks, recent_numbers
from app.ledger.snapshot import Snapshot

_RECENT, _OFFERED = 5, 60


def look_at_number(
    ledger: Ledger,
    written: str,
    now: Instant,
    *,
    method: Method | None = None,
    own: str = "",
    beat: Beat | None = None,
) -> NumberCard:
    """Return all that is known of a number; UsageProblem when it is no phone number.

    ``method``: that way alone, else both with my usual one first. ``own`` is the number the call
    comes from, which its price may depend on. ``beat``: all clocks at the
    instant, ``None`` for the wall clock alone.
    """
    with ledger.reading() as snapshot:
        cards = cards_of(snapshot, written, now, method=method, own=own, beat=beat)
        past = calls_with(snapshot, cards[0].number, now)
        answered = any(past.talks)
        usual = usual_call(past.talks, () if answered else own_talks(snapshot, now))
        rounding = _rounding(snapshot, now)
        return NumberCard(
            tuple(way_of(card, usual, rounding) for card in cards),
            usual,
            tuple(receipts_of(snapshot, past.ids[:_RECENT], with_room=True)),
        )


def numbers_to_offer(ledger: Ledger, now: Instant) -> tuple[RecentNumber, ...]:
    """Return the numbers I had to do with last, to be offered while one is typed."""
    with ledger.reading() as snapshot:
        return recent_numbers(snapshot, now, _OFFERED)


def _rounding(snapshot: Snapshot, now: Instant) -> Rounding:
    terms = snapshot.rules.lines[Line.CALLS].timeline.at(now)
    return terms.version.rounding if terms else Rounding()

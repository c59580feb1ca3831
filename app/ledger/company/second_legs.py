"""Minutes of second legs among the calls of a day that are billed."""

import json
from collections.abc import Collection

from app.domain.crossing import Side
from app.domain.event import Method
from app.domain.rating import Draw
from app.domain.receipt import Outcome
from app.ledger import crossings
from app.ledger.figures import outcome_of
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Meterage

_MINUTE_US = 60_000_000
_BILLED = f"""
    FROM charge c JOIN fact f ON f.id = c.fact_id JOIN agent a ON a.id = c.person_id
    WHERE c.kind=? AND c.scope_id=? AND c.start_us>=? AND c.start_us<? AND c.person_id=?
        AND (c.draw={int(Draw.ALREADY)} OR (? AND c.draw={int(Draw.DRAWS)}
            AND (c.start_us, c.tie, c.fact_id) >= (?, ?, ?)))
        AND c.fact_id NOT IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - our own words
# Legs that a plan's rule makes last alike, so each has an even share of the minutes.
_BY_RULE = f"""
    SELECT coalesce(sum(c.units * (? - 1) / ?), 0) {_BILLED}
        AND coalesce(nullif(f.method, ''), a.method)=?
        AND NOT EXISTS (SELECT 1 FROM leg l WHERE l.fact_id = f.id)
"""  # noqa: S608
_REPORTED = f"""
    SELECT coalesce(sum((SELECT coalesce(sum((l.talk_us + {_MINUTE_US - 1}) / {_MINUTE_US}), 0)
        FROM leg l WHERE l.fact_id = f.id AND l.position > 0)), 0) {_BILLED}
"""  # noqa: S608


def billed_second_legs(
    snapshot: Snapshot, of: Meterage, day: int, *, besides: Collection[int] = ()
) -> int:
    """Add up the minutes of mine that are billed and were a leg after the first.

    A day may hold billed calls, those of the account behind Twilio Connect, beside blocked ones.
    ``day`` is an ordinal; entries ``besides`` are left out.
    """
    crossing, me = crossings.load(snapshot.connection, of), snapshot.people.me
    past = outcome_of(snapshot, crossings.KINDS[of.kind], of.stretch, (Side.PAST, me))
    legs = max(1, of.stretch.terms.version.legs_phone)
    span = (
        of.kind, of.scope_id, *of.stretch.span_of(day), me, past is Outcome.BILLED, *crossing.key,
        json.dumps(sorted(besides)),
    )  # fmt: skip
    (by_rule,) = snapshot.connection.exec_driver_sql(
        _BY_RULE, (legs, legs, *span, Method.PHONE.value)
    ).one()
    (reported,) = snapshot.connection.exec_driver_sql(_REPORTED, span).one()
    return int(by_rule) + int(reported)

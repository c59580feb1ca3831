"""Look at what the next text would draw on: the allowance, and a recipient's place and price."""

from app.domain.dialled import dialled
from app.domain.instant import Instant
from app.domain.next_text import NextText, TextRoom
from app.domain.plan import Allowance, Line, MeterKind
from app.domain.price import Unit
from app.domain.timeline import Terms
from app.ledger.company.shared import stand
from app.ledger.coverage import has_entries
from app.ledger.ledger import Ledger
from app.ledger.snapshot import Snapshot

_UNITS: dict[MeterKind, Unit] = {MeterKind.SMS: "sms", MeterKind.MMS: "mms"}


def look_at_next_text(ledger: Ledger, now: Instant, to: str = "") -> NextText:
    """Return what the next text finds; UsageProblem when the recipient is no phone number."""
    number = dialled(to) if to.strip() else None
    with ledger.reading() as snapshot:
        terms = snapshot.rules.lines[Line.TEXTS].timeline.at(now)
        if terms is None:
            return NextText({}, to=number.text if number else "")
        regions = terms.version.territory.regions
        return NextText(
            {
                each.kind: _room(snapshot, terms, each, now, number.text if number else "")
                for each in terms.version.allowances
            },
            terms.plan.title,
            snapshot.rules.lines[Line.TEXTS].timeline.cycle_at(now),
            number.text if number else "",
            inside=number is None or not regions or number.region in regions,
        )


def _room(
    snapshot: Snapshot, terms: Terms, allowance: Allowance, now: Instant, to: str
) -> TextRoom:
    cycle = snapshot.rules.lines[Line.TEXTS].timeline.cycle_at(now)
    me = snapshot.people.me
    standing = stand(snapshot, allowance, me, cycle, now)
    known = standing.heard or has_entries(snapshot.connection, terms.plan, now)
    return TextRoom(
        allowance.scope,
        standing.included,
        standing.remaining if known else None,
        snapshot.rules.past(allowance, me, now),
        at_least=standing.at_least,
        per_message=terms.version.segments_per_mms if allowance.kind is MeterKind.MMS else 0,
        price=snapshot.rules.prices.rate(_UNITS[allowance.kind], "", to, now) if to else None,
    )

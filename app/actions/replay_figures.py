"""The figures of one cycle as a replay tells them, of all people together."""

from collections import Counter
from typing import NamedTuple

from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, Line, Scope
from app.domain.priced import sums_of
from app.domain.timeline import Terms
from app.domain.what_if import ReplayedMeter
from app.ledger.belonging import persons
from app.ledger.book import book_people
from app.ledger.shared import stand
from app.ledger.snapshot import Snapshot


class Meters(NamedTuple):
    """All meters of a cycle; ``at_least``: others may have used more than is known here."""

    meters: tuple[ReplayedMeter, ...]
    at_least: bool


def replayed_meters(snapshot: Snapshot, line: Line, cycle: Cycle, at: Instant) -> Meters:
    """Read the meters of the plan in force at an instant of a cycle, up to that instant.

    Of a shared allowance the company's counts are taken where its server told them.
    """
    terms = snapshot.rules.lines[line].timeline.at(at)
    allowances = terms.version.allowances if terms else ()
    found = [_meter(snapshot, allowance, cycle, at) for allowance in allowances]
    return Meters(tuple(meter for meter, _ in found), any(at_least for _, at_least in found))


def counted_alike(actual: Terms | None, wished: Terms | None) -> bool:
    """Tell whether what others used of shared allowances would have been as much.

    Their counts are known by the rules that were in force, and no single text of theirs.
    """
    if actual is None or wished is None:
        return not _shared(wished)
    before = {allowance.kind: allowance.counted for allowance in actual.version.allowances}
    same = all(before.get(each.kind) is each.counted for each in _shared(wished))
    return same and (not _shared(wished) or actual.version.territory == wished.version.territory)


def _meter(
    snapshot: Snapshot, allowance: Allowance, cycle: Cycle, at: Instant
) -> tuple[ReplayedMeter, bool]:
    own = allowance.scope is Scope.USER
    sums, amounts = Counter[str](), Counter[str]()
    stands = [
        stand(snapshot, allowance, person, cycle, at)
        for person in (persons(snapshot.people) if own else (snapshot.people.me,))
    ]
    for found in (each.figures for each in stands):
        past = found.billed + found.over
        sums.update(
            counted=found.used + past, past=past, billed=found.billed, outside=found.outside,
            unpriced=found.unpriced, people=int(own and past > 0),
        )  # fmt: skip
        amounts.update(found.amounts)
    # Of people's own allowances a ledger knows those of the people it has entries of.
    strangers = own and len(book_people(snapshot.connection)) > 1
    meter = ReplayedMeter(
        allowance.kind, snapshot.rules.included(allowance, cycle), sums["counted"], sums["past"],
        sums["billed"], sums["outside"], sums_of(sums["billed"], amounts), sums["unpriced"],
        sums["people"],
    )  # fmt: skip
    return meter, strangers or any(each.at_least for each in stands)


def _shared(terms: Terms | None) -> list[Allowance]:
    allowances = terms.version.allowances if terms else ()
    return [allowance for allowance in allowances if allowance.scope is not Scope.USER]

"""The figures of one cycle as a replay tells them, of all people together."""

from collections import Counter
from typing import NamedTuple

from app.actions.others_use import Others, OtherUse, others_use, past_of
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, Line, MeterKind, Scope
from app.domain.priced import sums_of
from app.domain.receipt import Outcome
from app.domain.timeline import Terms
from app.domain.what_if import ReplayedMeter
from app.ledger.company.shared import stand
from app.ledger.figures import Figures
from app.ledger.lists.belonging import persons
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


class _Sums:
    """Units and amounts of one meter, added up over people."""

    def __init__(self) -> None:
        self.units = Counter[str]()
        self.amounts = Counter[str]()

    def add(self, found: Figures) -> None:
        """Take in what is known to the unit."""
        past = found.billed + found.over
        self.units.update(
            counted=found.used + past, past=past, billed=found.billed, outside=found.outside,
            unpriced=found.unpriced, people=int(past > 0),
        )  # fmt: skip
        self.amounts.update(found.amounts)

    def add_other(self, use: OtherUse, past: int, outcome: Outcome) -> None:
        """Take in what a server told of somebody; what it would cost nobody here knows."""
        billed = past if outcome is Outcome.BILLED else 0
        self.units.update(
            counted=use.count.counted, past=past, billed=billed, outside=use.count.outside,
            unpriced=billed, people=int(past > 0),
        )  # fmt: skip

    def meter(self, kind: MeterKind, included: int, *, own: bool) -> ReplayedMeter:
        """Return the meter they add up to."""
        sums = self.units
        return ReplayedMeter(
            kind, included, sums["counted"], sums["past"], sums["billed"], sums["outside"],
            sums_of(sums["billed"], self.amounts), sums["unpriced"], sums["people"] if own else 0,
        )  # fmt: skip


def _meter(
    snapshot: Snapshot, allowance: Allowance, cycle: Cycle, at: Instant
) -> tuple[ReplayedMeter, bool]:
    own, sums = allowance.scope is Scope.USER, _Sums()
    others = others_use(snapshot, allowance.kind, cycle) if own else Others()
    told = {use.person for use in others.uses}
    here = [each for each in persons(snapshot.people) if each not in told]
    stands = [
        stand(snapshot, allowance, person, cycle, at)
        for person in (here if own else (snapshot.people.me,))
    ]
    for each in stands:
        sums.add(each.figures)
    for use in others.uses:
        sums.add_other(use, *past_of(snapshot, allowance, use, at))
    meter = sums.meter(allowance.kind, snapshot.rules.included(allowance, cycle), own=own)
    return meter, others.missing or any(each.at_least for each in stands)


def _shared(terms: Terms | None) -> list[Allowance]:
    allowances = terms.version.allowances if terms else ()
    return [allowance for allowance in allowances if allowance.scope is not Scope.USER]

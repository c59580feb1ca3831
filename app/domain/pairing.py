"""Which reports are of one call: one to one between any two sources, whatever order they came in.

A report belongs to at most one call, and a call has at most one report of each provider. What comes
out depends on the reports and on what people said alone, and of reports that are not alike, not
even through others, no one changes anything for another one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby, islice
from typing import NamedTuple

from app.domain.assignment import assigned
from app.domain.twins import NEAR_US, Report, Rule, State, Twin, likeness

#: Two identities, the lower one first.
Pair = tuple[bytes, bytes]
_Likes = dict[Rule, dict[bytes, list[Report]]]
# An id that more reports have than a call has providers tells nothing.
_MOST_OF_ONE_ID = 16


class Said(NamedTuple):
    """What is settled before any rule is asked.

    ``same``: pairs that a person said are one call, or that were found while their numbers could
    still be compared. ``apart``: pairs that a person said are two calls.
    """

    same: dict[Pair, tuple[State, Rule]]
    apart: frozenset[Pair]


NOTHING_SAID = Said({}, frozenset())


@dataclass(eq=False, slots=True)
class _Unit:
    """Reports taken to be of one call, the one that is kept first."""

    members: list[Report]
    why: dict[bytes, tuple[State, Rule]] = field(default_factory=dict)

    @property
    def kept(self) -> Report:
        return self.members[0]

    @property
    def providers(self) -> set[str]:
        return {each.source.provider for each in self.members}

    def take_in(self, other: "_Unit", state: State, rule: Rule) -> None:
        for copy, why in other.why.items():
            self.why[copy] = why
        lower = max(self.kept, other.kept, key=lambda report: report.order)
        self.why[lower.identity] = state, rule
        self.members = sorted(self.members + other.members, key=lambda report: report.order)


def paired(reports: Iterable[Report], said: Said = NOTHING_SAID) -> dict[bytes, Twin]:
    """Return which reports are copies, by identity, and of which one each is a copy."""
    ordered = sorted(reports, key=lambda report: report.order)
    units = _said_same(ordered, said)
    likes = _likes(ordered)
    for rule in (Rule.ID, Rule.CALL, Rule.TAIL):
        if rule in likes:
            units = _joined(units, likes[rule], rule, said.apart)
    return {
        copy: Twin(unit.kept.identity, state, rule)
        for unit in units
        for copy, (state, rule) in unit.why.items()
    }


def pair_of(one: bytes, other: bytes) -> Pair:
    """Write two identities in the order in which pairs are kept."""
    return (one, other) if one < other else (other, one)


def _said_same(ordered: Sequence[Report], said: Said) -> list[_Unit]:
    unit_of = {report.identity: _Unit([report]) for report in ordered}
    for (first, second), (state, rule) in said.same.items():
        one, other = unit_of.get(first), unit_of.get(second)
        if one is None or other is None or one is other or _is_apart(one, other, said.apart):
            continue
        one.take_in(other, state, rule)
        unit_of.update((report.identity, one) for report in other.members)
    return list({id(unit): unit for unit in unit_of.values()}.values())


def _likes(ordered: Sequence[Report]) -> _Likes:
    """Find which reports are alike, and by which rule."""
    found: _Likes = defaultdict(lambda: defaultdict(list))
    seen: set[Pair] = set()
    for one, other in _near(ordered):
        rule = likeness(one, other)
        pair = pair_of(one.identity, other.identity)
        if rule is not None and pair not in seen:
            seen.add(pair)
            found[rule][one.identity].append(other)
            found[rule][other.identity].append(one)
    return found


def _near(ordered: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Yield the pairs that are worth a look, instead of all."""
    by_id: dict[str, list[Report]] = defaultdict(list)
    by_number: dict[str, list[Report]] = defaultdict(list)
    for report in ordered:
        for name in {report.call_id, report.external_id} - {""}:
            by_id[name].append(report)
        if report.tells_number:
            by_number[report.tail or report.far].append(report)
    for group in by_id.values():
        if len(group) <= _MOST_OF_ONE_ID:
            yield from combinations(group, 2)
    for group in by_number.values():
        yield from _near_in_time(sorted(group, key=lambda report: report.start))


def _near_in_time(group: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    for place, one in enumerate(group, start=1):
        for other in islice(group, place, None):
            if other.start - one.start > NEAR_US:
                break
            yield one, other


def _joined(
    units: list[_Unit], likes: dict[bytes, list[Report]], rule: Rule, apart: frozenset[Pair]
) -> list[_Unit]:
    """Join units that are alike by a rule, those of one provider at a time with those before."""
    calls: list[_Unit] = []
    units.sort(key=lambda unit: unit.kept.order)
    for _, batch in groupby(units, key=lambda unit: unit.kept.source.provider):
        of_provider = list(batch)
        places = {
            report.identity: place for place, call in enumerate(calls) for report in call.members
        }
        choices = [_choices(unit, calls, places, (likes, apart)) for unit in of_provider]
        rivals = _rivals(choices)
        given = assigned(choices)
        for index, unit in enumerate(of_provider):
            if index not in given:
                calls.append(unit)
                continue
            alone = len(choices[index]) == 1 and rivals[given[index]] == 1
            calls[given[index]].take_in(unit, *_judged(rule, alone=alone))
    return calls


def _choices(
    unit: _Unit,
    calls: list[_Unit],
    places: dict[bytes, int],
    by: tuple[dict[bytes, list[Report]], frozenset[Pair]],
) -> list[tuple[tuple[int, ...], int]]:
    likes, apart = by
    near: dict[int, tuple[int, ...]] = {}
    for report in unit.members:
        for other in likes.get(report.identity, ()):
            place = places.get(other.identity)
            if place is not None:
                distance = _distance(report, other)
                near[place] = min(near.get(place, distance), distance)
    return [
        (distance, place)
        for place, distance in near.items()
        if not unit.providers & calls[place].providers and not _is_apart(unit, calls[place], apart)
    ]


def _distance(one: Report, other: Report) -> tuple[int, ...]:
    return abs(one.start - other.start), abs(one.talk_us - other.talk_us)


def _rivals(choices: Iterable[Iterable[tuple[tuple[int, ...], int]]]) -> dict[int, int]:
    """Count who could be given each."""
    rivals: dict[int, int] = defaultdict(int)
    for each in choices:
        for _, place in each:
            rivals[place] += 1
    return rivals


def _judged(rule: Rule, *, alone: bool) -> tuple[State, Rule]:
    if rule is Rule.TAIL:
        return State.POSSIBLE, Rule.TAIL
    return (State.MATCHED, rule) if alone else (State.POSSIBLE, Rule.SEVERAL)


def _is_apart(one: _Unit, other: _Unit, apart: frozenset[Pair]) -> bool:
    return bool(apart) and any(
        pair_of(a.identity, b.identity) in apart for a in one.members for b in other.members
    )

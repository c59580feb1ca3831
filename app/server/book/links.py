"""Twilio Connect by person: the stretches of time that follow from what was stated."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.domain.instant import END, Instant


class LinkStated(NamedTuple):
    """A person is linked, or not any more, from ``start`` until the next statement about them."""

    member: str
    name: str
    start: Instant
    linked: bool


class Linked(NamedTuple):
    """A stretch [start, end) in which a person is linked."""

    member: str
    name: str
    start: Instant
    end: Instant


def stretches(stated: Iterable[LinkStated]) -> list[Linked]:
    """Return the stretches, person by person; of two statements with one start the later holds."""
    by_member: dict[str, dict[Instant, LinkStated]] = {}
    for each in stated:
        by_member.setdefault(each.member, {})[each.start] = each
    return [
        stretch
        for starts in by_member.values()
        for stretch in _of_member(sorted(starts.values(), key=lambda each: each.start))
    ]


def _of_member(ordered: Sequence[LinkStated]) -> list[Linked]:
    found: list[Linked] = []
    ends = [*(each.start for each in ordered[1:]), END]
    for each, end in zip(ordered, ends, strict=True):
        if not each.linked:
            continue
        if found and found[-1].end == each.start:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Linked(each.member, each.name, each.start, end))
    return found

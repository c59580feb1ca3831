"""Columns by name and alias: where in a line each value of a record stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from app.domain.plain_name import plain

Cells = tuple[str, ...]
Pick = Callable[[Sequence[str]], Cells]


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a record; ``names`` as plain words, the first one found in a header is taken."""

    names: tuple[str, ...]
    required: bool = False
    date: bool = False


def column(*names: str, required: bool = False, date: bool = False) -> Column:
    """Declare a column by its name and aliases, as people and programs write them."""
    return Column(tuple(plain(name) for name in names), required, date)


def missing(columns: Sequence[Column], header: Sequence[str]) -> list[Column]:
    """Find the required columns that a header lacks."""
    names = {plain(name) for name in header}
    return [each for each in columns if each.required and names.isdisjoint(each.names)]


def present(columns: Sequence[Column], header: Sequence[str]) -> frozenset[str]:
    """Name the columns a header has, each by its first name."""
    names = {plain(name) for name in header}
    return frozenset(each.names[0] for each in columns if not names.isdisjoint(each.names))


def positions(columns: Sequence[Column], header: Sequence[str]) -> list[int]:
    """Where each column stands; -1, the empty cell a reader adds at the end, where it does not."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(plain(name), place)
    return [next((places[name] for name in each.names if name in places), -1) for each in columns]


def picker(columns: Sequence[Column], header: Sequence[str]) -> Pick:
    """Make a function that takes a line with an empty cell added and gives the columns in order.

    It raises IndexError when the line is too short.
    """
    # The added position keeps the result a tuple however few columns there are.
    pick: Pick = itemgetter(*positions(columns, header), -1)
    return pick

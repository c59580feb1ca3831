"""What the Activity page shows around its lines; the lines themselves come page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.domain.filters import Choices, Filters, Order
from app.domain.problem import Problem
from app.wording.words import Words
from ui.activity.columns import (
    COLUMNS,
    FIXED,
    LESSER,
    NAME_LEAST,
    NAME_WANTS,
    TIGHT,
    ColumnChoice,
    names,
    titles,
)
from ui.activity.filters import FilterMenu, filter_menus, is_narrowed
from ui.activity.periods import DaysState, days_state
from ui.activity.rows import ActivityRow
from ui.activity.summary import Sums

_UPWARDS = (Order.OLDEST, Order.SHORTEST, Order.NAME, Order.LEAST)
_ALL, _NO_CHOICES, _USUAL = Filters(), Choices(), ColumnChoice()


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for and found: ``count`` of ``total`` entries, ``None`` before the first.

    ``slow``: the search under way takes so long that it is told. ``problem``: it failed.
    """

    filters: Filters = _ALL
    order: Order = Order.NEWEST
    count: int | None = None
    total: int = 0
    choices: Choices = _NO_CHOICES
    slow: bool = False
    problem: Problem | None = None


class Place(NamedTuple):
    """Where a person is in a list: spans of chosen lines, the current line, the one on top."""

    spans: tuple[tuple[int, int], ...] = ()
    current: int | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What stands where there are no lines; ``ways`` are keys and labels of the ways out.

    The keys are "clear", "again", "import" and "sample".
    """

    title: str
    sentence: str
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as it is shown; ``sorts``: +1 where the list goes up by it, -1 down, else 0.

    ``spoken``: its name and order for those who hear it.
    """

    key: str
    title: str
    width: int
    sorts: int
    sortable: bool
    right: bool
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class ActivityState:
    """The page; ``column_menu`` are key, name and whether shown of each column."""

    title: str
    count: str
    search_hint: str
    words: str
    menus: tuple[FilterMenu, ...]
    filter: str
    narrowed: bool
    clear: str
    export: str
    days: DaysState
    list_name: str
    headings: tuple[Heading, ...]
    column_menu: tuple[tuple[str, str, bool], ...]
    usual_columns: str
    actions: tuple[tuple[str, str, str], ...]
    empty: EmptyState | None


def activity_state(
    words: Words, found: Found, columns: ColumnChoice = _USUAL, sums: Sums | None = None
) -> ActivityState:
    """Make the page; ``sums`` of the chosen lines where several are."""
    narrow = is_narrowed(found.filters)
    shown = names(words)
    return ActivityState(
        title=words.say("Activity"),
        count=_count(words, found, sums),
        search_hint=words.say("Search number, name or note"),
        words=found.filters.words,
        menus=filter_menus(words, found.filters, found.choices),
        filter=words.say("Filter"),
        narrowed=narrow,
        clear=words.say("Clear filters") if narrow else "",
        export=words.say("Export"),
        days=days_state(words, found.filters, found.choices),
        list_name=words.say("Calls and texts"),
        headings=_headings(words, found.order, columns),
        column_menu=tuple((key, shown[key], key in columns.shown) for key in shown),
        usual_columns=words.say("Usual columns"),
        actions=_actions(words),
        empty=_empty(words, found),
    )


def _count(words: Words, found: Found, sums: Sums | None) -> str:
    if found.slow:
        return words.say("Searching… Esc stops it.")
    if found.count is None or found.problem is not None:
        return ""
    if sums is not None:
        return _summed(words, sums)
    if found.filters == _ALL:
        return words.say_many("{n} entry", "{n} entries", found.count)
    return words.say_many(
        "{found} of {n} entry", "{found} of {n} entries", found.total, found=found.count
    )


def _summed(words: Words, sums: Sums) -> str:
    parts = [words.say("{n} selected", n=sums.entries)]
    if sums.minutes:
        parts.append(words.say_many("{n} minute", "{n} minutes", sums.minutes))
    if sums.segments:
        parts.append(words.say_many("{n} segment", "{n} segments", sums.segments))
    return " · ".join(parts)


def _headings(words: Words, order: Order, columns: ColumnChoice) -> tuple[Heading, ...]:
    named, by_key = titles(words), {column.key: column for column in COLUMNS}
    aloud = names(words)
    found = []
    for key in columns.shown:
        column = by_key[key]
        sorted_by = column.orders is not None and order in column.orders
        sorts = (1 if order in _UPWARDS else -1) if sorted_by else 0
        found.append(
            Heading(
                key, named[key], columns.width(column), sorts,
                sortable=column.orders is not None, right=column.right,
                spoken=_order_aloud(words, aloud[key], sorts),
            )
        )  # fmt: skip
    return tuple(found)


def _order_aloud(words: Words, name: str, sorts: int) -> str:
    if not sorts:
        return name
    if sorts > 0:
        return words.say("{column}, sorted upwards", column=name)
    return words.say("{column}, sorted downwards", column=name)


def fitting(headings: tuple[Heading, ...], room: int) -> tuple[Heading, ...]:
    """Leave lesser columns out until whom an entry was with has room to be read, in px."""
    shown = headings
    for lesser in LESSER:
        others = sum(each.width for each in shown if each.key != FIXED)
        if others + NAME_WANTS <= room:
            break
        shown = tuple(each for each in shown if each.key != lesser)
    if sum(each.width for each in shown if each.key != FIXED) + NAME_LEAST > room:
        shown = tuple(replace(each, width=TIGHT.get(each.key, each.width)) for each in shown)
    return shown


def _actions(words: Words) -> tuple[tuple[str, str, str], ...]:
    return (
        ("why", words.say("Why?"), "Return"),
        ("correct", words.say("Correct…"), "Ctrl+R"),
        ("note", words.say("Note…"), "N"),
        ("tags", words.say("Tags…"), "T"),
        ("twins", words.say("Possible duplicates…"), ""),
        ("copy", words.say("Copy"), "Ctrl+C"),
        ("number", words.say("Copy number"), ""),
        ("erase", words.say("Erase this contact…"), ""),
    )


def offered(
    state: ActivityState, row: ActivityRow | None, *, several: bool
) -> Iterator[tuple[str, str, str]]:
    """Tell what can be done with what is chosen; ``row``: the current line, if it has come."""
    number = row is not None and bool(row.number) and not several
    unless = {
        "why": not several,
        "number": number,
        "erase": number,
        "twins": row is not None and row.doubted and not several,
    }
    return (action for action in state.actions if unless.get(action[0], True))


def _empty(words: Words, found: Found) -> EmptyState | None:
    if found.problem is not None:
        again = ("again", words.say("Try again"))
        title = words.say("The list cannot be shown")
        return EmptyState(title, words.problem(found.problem), (again,))
    if found.count is None or found.count:
        return None
    if found.filters == _ALL:
        ways = (("import", words.say("Import…")), ("sample", words.say("Open the sample month")))
        sentence = words.say("Import an export of your calls or texts, or log a call by hand.")
        return EmptyState(words.say("No calls or texts yet"), sentence, ways)
    return EmptyState(
        words.say("Nothing found"),
        words.say("No call or text has all of this. Search for less, or show all entries."),
        (("clear", words.say("Show all")),),
    )

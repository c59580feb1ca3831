"""What the Activity page shows around its lines; the lines themselves come page by page."""

from dataclasses import dataclass, replace

from app.domain.filters import Choices, Filters, Order
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
from ui.activity.rows import Sums

_ALL, _NO_CHOICES, _USUAL = Filters(), Choices(), ColumnChoice()


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for and found: ``count`` of ``total`` entries, ``None`` while looking."""

    filters: Filters = _ALL
    order: Order = Order.NEWEST
    count: int | None = None
    total: int = 0
    choices: Choices = _NO_CHOICES


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What stands where there are no lines; ``clear`` is the label of the way out, or ""."""

    title: str
    sentence: str
    clear: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as it is shown; ``sorts``: +1 where the list goes up by it, -1 down, else 0."""

    key: str
    title: str
    width: int
    sorts: int
    sortable: bool
    right: bool


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
        list_name=words.say("Calls and texts"),
        headings=_headings(words, found.order, columns),
        column_menu=tuple((key, shown[key], key in columns.shown) for key in shown),
        usual_columns=words.say("Usual columns"),
        actions=_actions(words),
        empty=_empty(words, found),
    )


def _count(words: Words, found: Found, sums: Sums | None) -> str:
    if found.count is None:
        return words.say("Searching…")
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
    found = []
    for key in columns.shown:
        column = by_key[key]
        place = column.orders.index(order) if column.orders and order in column.orders else -1
        found.append(
            Heading(
                key, named[key], columns.width(column), (-1, 1, 0)[place],
                sortable=column.orders is not None, right=column.right,
            )
        )  # fmt: skip
    return tuple(found)


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
        ("correct", words.say("Correct…"), "Ctrl+K"),
        ("note", words.say("Note…"), "N"),
        ("tags", words.say("Tags…"), "T"),
        ("copy", words.say("Copy"), "Ctrl+C"),
    )


def _empty(words: Words, found: Found) -> EmptyState | None:
    if found.count is None or found.count:
        return None
    if found.filters == _ALL:
        sentence = words.say("Import an export of your calls or texts, or log a call by hand.")
        return EmptyState(words.say("No calls or texts yet"), sentence)
    return EmptyState(
        words.say("Nothing found"),
        words.say("No call or text has all of this. Search for less, or show all entries."),
        words.say("Show all"),
    )

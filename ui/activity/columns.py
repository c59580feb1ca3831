"""The columns of the Activity list: which there are, which are shown, how wide."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.filters import Order
from app.domain.problem import mark
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` in px at 100 %, ``orders`` the two its head sorts by, if any.

    ``right``: its texts end at its right edge.
    """

    key: str
    title: str
    width: int
    orders: tuple[Order, Order] | None = None
    right: bool = False


COLUMNS = (
    Column("when", mark("When"), 132, (Order.NEWEST, Order.OLDEST)),
    Column("way", "", 34),
    Column("with", mark("With"), 200, (Order.NAME, Order.NAME_BACKWARDS)),
    Column("how", mark("How"), 130),
    Column("length", mark("Length"), 76, (Order.LONGEST, Order.SHORTEST), right=True),
    Column("billed", mark("Counted"), 82, (Order.MOST, Order.LEAST), right=True),
    Column("kind", mark("Kind"), 132),
    Column("number", mark("Number"), 150),
    Column("own", mark("Own number"), 150),
    Column("agent", mark("Person"), 130),
    Column("source", mark("Source"), 110),
    Column("note", mark("Note"), 200),
    Column("tags", mark("Tags"), 140),
)
KEYS = tuple(column.key for column in COLUMNS)
#: What is left out first where room is short, and what can never be put away.
LESSER = ("how", "way", "length")
FIXED = "with"
#: What the name and number should have before those, and what they always have, in px.
NAME_WANTS, NAME_LEAST = 150, 90
#: Widths in the smallest window, where a chip has an icon in place of its word, in px.
TIGHT = {"when": 126, "billed": 70, "kind": 48}
_USUAL = ("when", "way", "with", "how", "length", "billed", "kind")
_LEAST, _MOST = 30, 1_000


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The columns shown, in their order, and widths a person gave some of them, in px."""

    shown: tuple[str, ...] = _USUAL
    widths: tuple[tuple[str, int], ...] = ()

    def toggled(self, key: str) -> "ColumnChoice":
        """Show a column, last, or put it away; whom an entry was with stays."""
        if key == FIXED:
            return self
        if key in self.shown:
            return ColumnChoice(tuple(each for each in self.shown if each != key), self.widths)
        return ColumnChoice((*self.shown, key), self.widths)

    def moved(self, keys: tuple[str, ...]) -> "ColumnChoice":
        """Put columns into another order; those that had no room stay beside their neighbours."""
        order = iter([key for key in keys if key in self.shown])
        shown = tuple(next(order) if key in keys else key for key in self.shown)
        return ColumnChoice(shown, self.widths)

    def with_width(self, key: str, width: int) -> "ColumnChoice":
        """Give a column another width, in px."""
        return ColumnChoice(self.shown, tuple({**dict(self.widths), key: width}.items()))

    def width(self, column: Column) -> int:
        """Return how wide a column is."""
        return dict(self.widths).get(column.key, column.width)

    def written(self) -> dict[str, object]:
        """Write the choice as a setting."""
        return {"shown": list(self.shown), "widths": dict(self.widths)}


def choice_of(written: object) -> ColumnChoice:
    """Read a choice from a setting; what makes no sense is as usual."""
    if not isinstance(written, Mapping):
        return ColumnChoice()
    shown, widths = written.get("shown"), written.get("widths")
    known = [key for key in shown if key in KEYS] if isinstance(shown, list) else []
    given = widths.items() if isinstance(widths, Mapping) else ()
    return ColumnChoice(
        tuple(dict.fromkeys(known)) if FIXED in known else _USUAL,
        tuple((key, min(_MOST, max(_LEAST, int(width)))) for key, width in given
              if key in KEYS and isinstance(width, int)),
    )  # fmt: skip


def titles(words: Words) -> dict[str, str]:
    """Return the heads of the columns."""
    found = {column.key: words.say(column.title) if column.title else "" for column in COLUMNS}
    return {**found, "way": ""}


def names(words: Words) -> dict[str, str]:
    """Return the columns as a menu lists them."""
    return {**titles(words), "way": words.say("Direction")}


def order_after(order: Order, key: str) -> Order:
    """Return the order after a press on a column's head; one without an order changes nothing."""
    orders = next((column.orders for column in COLUMNS if column.key == key), None)
    if orders is None:
        return order
    return orders[1] if order is orders[0] else orders[0]

"""What a table of a page is made of: columns, and lines of cells with their units."""

from dataclasses import dataclass

from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``drop``: 0 stays, others leave where room is short, the greatest number first.

    The first that stays is the main one: it takes what is left and gives where nothing is.
    ``grow``: its part of the room that is left over; ``least``: the width it has at least, in px.
    """

    title: str
    right: bool = False
    drop: int = 0
    grow: int = 0
    least: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a cell; both shares in thousandths, ``elapsed`` None without a mark."""

    filled: int
    elapsed: int | None
    tone: Tone


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``note`` stands softly after the text, ``mark`` before it.

    ``told`` says the same with its unit, below the line where the column has left; ``aloud`` says
    it in full where that is too short.
    """

    text: str = ""
    told: str = ""
    aloud: str = ""
    note: str = ""
    mark: str = ""
    tone: Tone | None = None
    soft: bool = False
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``spoken`` is the whole of it with units, ``key`` whom or what it is about."""

    cells: tuple[Cell, ...]
    spoken: str
    strong: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class TableState:
    """A table; ``name`` is read aloud before its lines."""

    name: str
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def main(self) -> int:
        """The place of the main column."""
        return next((at for at, column in enumerate(self.columns) if not column.drop), 0)


def figure(text: str, told: str = "", **fields: object) -> Cell:
    """A cell whose unit stands in the head of its column; an unknown figure has no unit."""
    return Cell(text, told or text, **fields)  # type: ignore[arg-type]  # the cell's own fields

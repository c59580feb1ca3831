"""What a row of the Settings page can be: a name, what it means, and one control; Qt-free."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; ``options`` are keys with their names. ``search``: found by any part."""

    options: tuple[tuple[str, str], ...]
    chosen: str
    search: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A line that is written; ``hint`` stands where nothing is, ``unit`` behind it.

    ``most``: so many characters it may have. ``among``: what is offered while it is written.
    """

    text: str
    hint: str = ""
    unit: str = ""
    most: int = 100
    narrow: bool = False
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week, Monday is 0; ``names`` are short and whole."""

    names: tuple[tuple[str, str], ...]
    chosen: frozenset[int]


@dataclass(frozen=True, slots=True)
class Span:
    """A time of the day until another, in minutes since midnight, with the words around them."""

    first: int
    end: int
    start_word: str
    end_word: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Several written things, each as it is kept and as it is shown; ``add`` asks for another."""

    items: tuple[tuple[str, str], ...]
    add: str
    remove: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Acts:
    """Things to do, keys with their names; nothing is kept of them."""

    acts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is only told."""

    text: str


Control = Choice | Switch | Written | Days | Span | Listed | Acts | Told


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``problem`` says in a sentence why what was said last is not taken.

    ``enabled``: it can be changed now.
    """

    key: str
    label: str
    control: Control
    note: str = ""
    problem: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A card of rows."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The page."""

    title: str
    sections: tuple[Section, ...]

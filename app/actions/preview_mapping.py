"""Preview a mapping: what an unknown file looks like, and what its first lines would become."""

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from app.actions.kept_mappings import kept_mappings
from app.domain.event import Fact
from app.domain.problem import Problem
from app.exchange.glimpse import Glimpse, glimpse
from app.exchange.guess import guessed, names_columns, numbered
from app.exchange.mapping import Mapping
from app.exchange.reading import read
from app.exchange.record import Refusal
from app.exchange.sheets import sheets_of
from app.ledger.ledger import Ledger

#: Lines that a preview shows.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The beginning of a file and what its columns seem to mean.

    ``guess`` names the columns by their places where the file does not. ``kept``: the mappings that
    could be used instead. ``sheets``: those of a workbook, none for other files.
    """

    glimpse: Glimpse
    guess: Mapping
    kept: tuple[Mapping, ...] = ()
    sheets: tuple[str, ...] = ()


class Previewed(NamedTuple):
    """What a line would become: a fact, or the problem that refuses it."""

    number: int
    fact: Fact | None
    problem: Problem | None


def look_at(
    ledger: Ledger, path: Path, *, sheet: str = "", first_line_names: bool | None = None
) -> FirstLook:
    """Look at the beginning of a file; Problem when nothing can be read from it.

    ``first_line_names``: whether the first line names the columns, found out unless said.
    """
    seen = glimpse(path, Mapping(sheet=sheet), most=SHOWN)
    named = names_columns(seen) if first_line_names is None else first_line_names
    if not named:
        below = (seen.header, *seen.rows)[:SHOWN]
        seen = Glimpse(numbered(seen), below, has_names=False, separator=seen.separator)
    guess = guessed(replace(seen, has_names=True))
    made_for = seen.header if named else ()
    guess = replace(
        guess,
        name=path.stem,
        header=() if named else seen.header,
        made_for=made_for,
        sheet=sheet,
    )
    kept = tuple(each for each in kept_mappings(ledger) if each.columns)
    return FirstLook(seen, guess, kept, sheets_of(path))


def preview_mapping(
    path: Path, mapping: Mapping, *, zone: str, most: int = SHOWN
) -> tuple[Previewed, ...]:
    """Read the first lines by a mapping and keep nothing of them.

    ``zone`` is that of dates without one, where the mapping names none. Problem when the mapping
    does not fit the file.
    """
    reading = read(path, mapping=mapping, zone=zone)
    return tuple(
        Previewed(each.number, None, Problem(each.reason, **each.places))
        if isinstance(each, Refusal)
        else Previewed(each.number, each.fact, None)
        for each in islice(reading, most)
    )

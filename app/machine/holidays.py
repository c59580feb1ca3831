"""Public holidays by country and part, as the library ``holidays`` knows them.

The library is imported only where a region is set, for it takes as long as a whole command.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.domain.problem import EnvironmentProblem, mark

if TYPE_CHECKING:
    from holidays import HolidayBase

_BETWEEN = "-"
#: Shorter ones are abbreviations, and a person does not look for those.
_SHORTEST_NAME = 4


class Region(NamedTuple):
    """Whose holidays there are: a country, or a part of one.

    ``code``: what a setting keeps, "DE" or "DE-BE". ``country``: ISO 3166-1, two letters. ``part``:
    the code of the part, "" for the country as a whole. ``name``: what the part calls itself, ""
    where the library does not tell.
    """

    code: str
    country: str
    part: str = ""
    name: str = ""


def regions() -> tuple[Region, ...]:
    """Return all that are known, by code, each country before its parts; takes a second or so."""
    from holidays import list_supported_countries  # here: see the top

    found = list_supported_countries(include_aliases=False)
    return tuple(region for country in sorted(found) for region in _regions_of(country))


def holiday_dates(code: str, years: Iterable[int]) -> frozenset[date]:
    """Return the public holidays of some years; none for "" and for a code nobody knows."""
    found = _holidays_of(code, years) if code else None
    return frozenset(found or ())


def unknown_region(code: str) -> EnvironmentProblem | None:
    """Return what is wrong with a code that settings keep, if anything."""
    if not code or _holidays_of(code) is not None:
        return None
    message = mark("Nothing is known of the holidays of {region}. Choose another in the settings.")
    return EnvironmentProblem(message, region=code)


def _regions_of(country: str) -> Iterator[Region]:
    yield Region(country, country)
    known = _holidays_of(country)
    if known is None:
        return
    for part in sorted(known.subdivisions):
        yield Region(f"{country}{_BETWEEN}{part}", country, part, _name_of(part, known))


def _holidays_of(code: str, years: Iterable[int] = ()) -> "HolidayBase | None":
    from holidays import country_holidays  # here: see the top

    country, _, part = code.partition(_BETWEEN)
    if len(country) != 2 or not country.isupper():
        return None  # the library would look for any name of its own
    with suppress(NotImplementedError):
        return country_holidays(country, subdiv=part or None, years=list(years))
    return None


def _name_of(part: str, known: "HolidayBase") -> str:
    if len(part) >= _SHORTEST_NAME:
        return part
    names = (name for name, of in known.subdivisions_aliases.items() if of == part)
    return next((name for name in names if len(name) >= _SHORTEST_NAME), "")

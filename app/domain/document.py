"""Documents of plain data, read field by field, with a sentence for the first thing wrong."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.domain.problem import UsageProblem, mark

Choice = TypeVar("Choice", bound=StrEnum)

#: No count, length or price of a plan is beyond this; a larger number is a slip of the keyboard.
LARGEST = 1_000_000_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Section:
    """One object of a document; ``path`` is where it stands, "" for the document itself.

    Every reading method raises UsageProblem naming the field and what is allowed. A default of
    ``None`` means that the field may not be left out; ``null`` is never a value.
    """

    path: str
    fields: Mapping[str, object]

    def name_of(self, field: str) -> str:
        """Write the field's full name as a person finds it in the document."""
        return f"{self.path}.{field}" if self.path else field

    def whole(
        self, field: str, *, low: int, high: int = LARGEST, default: int | None = None
    ) -> int:
        """Read a whole number; true and false are none."""
        value = self._value(field, default)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        message = mark("Field {field} must be a whole number from {low} to {high}.")
        raise UsageProblem(message, field=self.name_of(field), low=low, high=high)

    def flag(self, field: str, *, default: bool | None = None) -> bool:
        """Read true or false; 0 and 1 are neither."""
        value = self._value(field, default)
        if isinstance(value, bool):
            return value
        message = mark("Field {field} must be true or false.")
        raise UsageProblem(message, field=self.name_of(field))

    def text(self, field: str, *, longest: int) -> str:
        """Read a text of one line; blanks around it are dropped, and it may not be all blank."""
        value = self._value(field, None)
        if isinstance(value, str) and value.isprintable() and 0 < len(value.strip()) <= longest:
            return value.strip()
        message = mark("Field {field} must be a text of 1 to {longest} characters.")
        raise UsageProblem(message, field=self.name_of(field), longest=longest)

    def name(self, field: str) -> str:
        """Read a name: 1 to 40 of a-z, 0-9 and the hyphen."""
        value = self._value(field, None)
        if isinstance(value, str) and re.fullmatch(r"[a-z0-9-]{1,40}", value):
            return value
        message = mark("Field {field} must be 1 to 40 lower-case letters, digits or hyphens.")
        raise UsageProblem(message, field=self.name_of(field))

    def day(self, field: str) -> date:
        """Read a date written YYYY-MM-DD, of a year that a ledger can hold."""
        value = self._value(field, None)
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            found = _calendar_day(value)
            if found is not None and _FIRST_YEAR <= found.year <= _LAST_YEAR:
                return found
        message = mark("Field {field} must be a date such as 2026-11-21.")
        raise UsageProblem(message, field=self.name_of(field))

    def choice(
        self, field: str, allowed: Collection[Choice], default: Choice | None = None
    ) -> Choice:
        """Read one of the allowed words."""
        value = self._value(field, default)
        for each in allowed:
            if isinstance(value, str) and each == value:
                return each
        message = mark("Field {field} must be one of: {allowed}.")
        raise UsageProblem(message, field=self.name_of(field), allowed=", ".join(allowed))

    def items(self, field: str, default: Sequence[object] | None = None) -> Sequence[object]:
        """Read a list; what stands in it is not checked."""
        value = self._value(field, default)
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            return value
        raise UsageProblem(mark("Field {field} must be a list."), field=self.name_of(field))

    def sections(self, field: str, known: Collection[str]) -> tuple["Section", ...]:
        """Read a list of at least one object whose fields are all ``known``."""
        items = self.items(field)
        if not items:
            message = mark("Field {field} must have at least one entry.")
            raise UsageProblem(message, field=self.name_of(field))
        path = self.name_of(field)
        return tuple(section(item, known, f"{path}[{at}]") for at, item in enumerate(items))

    def _value(self, field: str, default: object) -> object:
        value = self.fields.get(field, default)
        if value is None and field not in self.fields:
            message = mark("Field {field} is missing.")
            raise UsageProblem(message, field=self.name_of(field))
        return value


def section(content: object, known: Collection[str], path: str = "") -> Section:
    """Take an object of the document; UsageProblem when it is none or has a field not ``known``."""
    if not isinstance(content, Mapping):
        raise UsageProblem(
            mark("Field {field} must be an object with named fields."), field=path or "plan"
        )
    found = Section(path, content)
    for field in content:
        if field not in known:
            message = mark("Field {field} is not known. Allowed are: {allowed}.")
            allowed = ", ".join(sorted(known))
            raise UsageProblem(message, field=found.name_of(str(field)), allowed=allowed)
    return found


def _calendar_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None

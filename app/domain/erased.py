"""What stays of a number that was erased: its kind, where it belongs, and how it is priced."""

import re
from typing import NamedTuple

#: Every erased number begins with this, and no other one does.
MARK = "erased:"
_parts = re.compile(
    r"erased:(known|withheld|unknown|other):([A-Z]{2})?:(?:\+([1-9][0-9]{0,5}))?"
).fullmatch


class Erased(NamedTuple):
    """What an erased number still tells; ``digits`` are its first ones, country code first."""

    kind: str
    region: str
    digits: str

    @property
    def text(self) -> str:
        """The number as it is kept, such as "erased:known:US:+1415"."""
        prefix = f"+{self.digits}" if self.digits else ""
        return f"{MARK}{self.kind}:{self.region}:{prefix}"


def is_erased(number: str) -> bool:
    """Tell whether this stands for a number that was erased."""
    return number.startswith(MARK)


def read_erased(number: str) -> Erased | None:
    """Take an erased number apart; ``None`` for any other text."""
    found = _parts(number)
    return Erased(found[1], found[2] or "", found[3] or "") if found else None

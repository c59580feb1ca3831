"""What was told, as plain data in the settings: a restart tells nothing of it again.

The settings rather than the ledger: they move with the data folder just so, and remembering a
notice neither waits for an import that writes, nor makes the window read the ledger anew, nor is
undone by restoring a backup.
"""

from collections.abc import Collection

from app.domain.instant import Instant
from app.domain.meter import Level, Trust
from app.domain.notice import NoticeKey

#: More than a year of every level of a dozen meters; the oldest go.
_MOST = 500
_LEVELS: dict[str, Level | Trust] = {
    level.value: level for level in (*Level, *(each for each in Trust))
}


def written(told: Collection[NoticeKey]) -> list[list[object]]:
    """Write keys as plain data, the newest cycles first."""
    newest = sorted(told, key=lambda key: (-key.cycle, key.account, key.meter, key.level))
    return [
        [key.account, key.meter, key.agent or "", key.cycle, key.level.value]
        for key in newest[:_MOST]
    ]


def read_told(plain: object) -> frozenset[NoticeKey]:
    """Read them back; what is not understood is left out."""
    rows = plain if isinstance(plain, list) else []
    return frozenset(
        NoticeKey(row[0], row[1], row[2] or None, Instant(row[3]), _LEVELS[row[4]])
        for row in rows
        if isinstance(row, list)
        and [type(part) for part in row] == [str, str, str, int, str]
        and row[4] in _LEVELS
    )

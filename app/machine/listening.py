"""Which ports of this computer somebody listens at, without connecting to any."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_TABLES = ("tcp", "tcp6")
_STATE, _LISTENS = 3, "0A"


def is_listened_to(port: int, tables: Path = Path("/proc/net")) -> bool | None:
    """Tell whether any program listens at a TCP port, ``None`` where the system does not say."""
    found = [line for name in _TABLES for line in _lines(tables / name)]
    if not found:
        return None
    return any(_port(line) == port for line in found if line[_STATE] == _LISTENS)


def _lines(table: Path) -> Iterator[list[str]]:
    """Read the lines of a table of connections: "sl local_address rem_address st …"."""
    with suppress(OSError):
        for line in table.read_text(encoding="ascii").splitlines()[1:]:
            if len(parts := line.split()) > _STATE:
                yield parts


def _port(line: list[str]) -> int:
    return int(line[1].rpartition(":")[2], 16)

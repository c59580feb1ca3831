"""Make a file ready to be read; where nobody knows its columns, by the mapping kept for them."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from app.actions.kept_mappings import mapping_for
from app.domain.event import Direction
from app.exchange.mapping import Mapping
from app.exchange.reading import AUTO, Reading, UnknownColumns, read
from app.ledger.ledger import Ledger


class Ready(NamedTuple):
    """A file that is ready; ``mapping``: the kept one that was found for it by itself, or ""."""

    reading: Reading
    mapping: str = ""


def ready_to_read(
    ledger: Ledger,
    path: Path,
    *,
    format_name: str,
    mapping: Mapping | None,
    zone: str,
    direction: Direction,
) -> Ready:
    """Make a file ready; Problem when it as a whole cannot be read.

    A kept mapping is taken only where the person named neither a mapping nor a format.
    """
    reading = partial(read, path, zone=zone, direction=direction)
    try:
        return Ready(reading(format_name=format_name, mapping=mapping))
    except UnknownColumns as unknown:
        kept = mapping_for(ledger, unknown.header) if format_name == AUTO else None
        if kept is None:
            raise
        return Ready(reading(mapping=kept), kept.name)

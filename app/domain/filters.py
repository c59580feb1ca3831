"""What a list of entries is narrowed to, in which order it stands, and what there is to choose."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.event import Direction, Method
from app.domain.instant import BEGINNING, END, Instant
from app.domain.plan import Line
from app.domain.receipt import Outcome


class Order(StrEnum):
    """The order of a list; ``MOST`` and ``LEAST`` go by billed minutes or segments."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    SHORTEST = "shortest"
    NAME = "name"
    NAME_BACKWARDS = "name_backwards"
    MOST = "most"
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class Filters:
    """What entries must be to be listed; a field left as it is means all.

    ``words``: each is part of a number in any spelling, a name, a note or a tag, and all must be
    found. ``agent`` is the shown name of a person, ``source`` a provider's word, ``tag`` a whole
    tag in any case. Half-open in time.
    """

    words: str = ""
    line: Line | None = None
    direction: Direction | None = None
    method: Method | None = None
    agent: str = ""
    since: Instant = BEGINNING
    until: Instant = END
    outcomes: frozenset[Outcome] = frozenset()
    source: str = ""
    tag: str = ""
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What filters can be set to; ``cycles`` are start, end and zone, the newest first."""

    agents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cycles: tuple[tuple[Instant, Instant, str], ...] = ()

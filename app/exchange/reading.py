"""Reading one export file: from its name to a stream of facts and refusals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from app.domain.event import Direction
from app.domain.problem import Problem, UsageProblem, mark
from app.exchange.columns import missing, present
from app.exchange.dates import order_of, zone_named
from app.exchange.format import Format, Setup, Shape
from app.exchange.formats import FORMATS, detect, named
from app.exchange.mapped import format_of
from app.exchange.mapping import Mapping
from app.exchange.origin import Origin, Reached
from app.exchange.origins import laid_open
from app.exchange.record import Line, Refusal

AUTO = "auto"
_SAMPLE = 2_000
_SHOWN = 300
Records = Callable[[Reached], Iterator[Line | Refusal]]

_UNKNOWN = mark(
    "None of the known exports has these columns: {columns}. Give a mapping: "
    "talktally import {file} --mapping MAPPING.json"
)
_LACKS = mark("{file} lacks the columns that {format} needs: {columns}.")
_NOTHING = mark("{file} holds no records. Export it again, with at least one line.")
_OTHER_SHAPE = mark("{file} is not what {format} is read from. Leave the format out.")
_NO_FORMAT = mark("There is no format named {name}. Known are: {names}.")


class UnknownColumns(Problem):
    """Nobody knows the columns of a file; ``header`` names them, for a mapping to be made."""

    def __init__(self, file: str, header: tuple[str, ...]) -> None:
        super().__init__(_UNKNOWN, columns=", ".join(header)[:_SHOWN], file=file)
        self.header = header


class Reading:
    """A file that is ready to be read: iterate it for its lines, in order, as often as needed.

    ``format`` is the name of the format. ``bytes_read`` of ``bytes_total`` tells how far the
    latest iteration has got; it runs a little ahead, by what is read at once. ``has_bodies``: its
    records may hold the bodies of messages, and a damaged one shows a piece of it as any value.
    """

    def __init__(self, size: int, chosen: Format, records: Records) -> None:
        self.format = chosen.name
        self.has_bodies = chosen.bodies
        self.bytes_total = size
        self._records = records
        self._reached = Reached()

    @property
    def bytes_read(self) -> int:
        """How many bytes of the file have been read."""
        return self._reached.told()

    def __iter__(self) -> Iterator[Line | Refusal]:
        self._reached = reached = Reached()
        return self._records(reached)


@dataclass(frozen=True, slots=True)
class _Wishes:
    format_name: str
    mapping: Mapping
    zone: str
    direction: Direction
    account: str


def read(
    path: Path,
    *,
    format_name: str = AUTO,
    mapping: Mapping | None = None,
    zone: str = "UTC",
    direction: Direction = Direction.OUTBOUND,
    account: str = "",
) -> Reading:
    """Make a file ready to be read.

    ``zone`` is that of dates without one, ``direction`` and ``account`` are for records that name
    none; a mapping's own word goes before these. Raises Problem when the file as a whole cannot be
    taken: empty, not text, columns nobody knows, dates that can be read two ways; UsageProblem for
    an unknown format or zone; EnvironmentProblem when the machine cannot read it.
    """
    wishes = _Wishes(format_name, mapping or Mapping(), zone, direction, account)
    asked = _asked_for(wishes)
    origin = laid_open(path, wishes.mapping, asked)
    chosen = _chosen(path, origin, wishes, asked)
    convert = chosen.prepare(_setup(origin, chosen, wishes))
    return Reading(
        origin.size, chosen, lambda reached: origin.records(chosen.columns, convert, reached)
    )


def _asked_for(wishes: _Wishes) -> Format | None:
    name = wishes.mapping.format or wishes.format_name
    if name == AUTO or wishes.mapping.columns:
        return None
    found = named(name)
    if found is None:
        names = ", ".join(each.name for each in FORMATS)
        raise UsageProblem(_NO_FORMAT, name=name, names=names)
    return found


def _chosen(path: Path, origin: Origin, wishes: _Wishes, asked: Format | None) -> Format:
    header, shape = origin.header, origin.shape
    if wishes.mapping.columns:
        asked = format_of(wishes.mapping, shape)
    chosen = asked or detect(header, shape) or _by_page(origin)
    if not header and (chosen is None or shape is Shape.TABLE):
        raise Problem(_NOTHING, file=path.name)
    if chosen is None:
        raise UnknownColumns(path.name, header)
    if chosen.shape is not shape:
        raise Problem(_OTHER_SHAPE, file=path.name, format=chosen.name)
    lacking = missing(chosen.columns, header) if header else []
    if lacking:
        columns = ", ".join(each.names[0] for each in lacking)
        raise Problem(_LACKS, file=path.name, format=chosen.name, columns=columns)
    return chosen


def _by_page(origin: Origin) -> Format | None:
    """An answer without records still tells by its list what it would hold."""
    if origin.shape is not Shape.JSON or origin.header or not origin.page:
        return None
    return next((each for each in FORMATS if each.page == origin.page), None)


def _setup(origin: Origin, chosen: Format, wishes: _Wishes) -> Setup:
    zone = wishes.mapping.zone or wishes.zone
    dated = tuple(each for each in chosen.columns if each.date)
    return Setup(
        zone=UTC if zone == "UTC" else zone_named(zone),
        order=wishes.mapping.dates or order_of(origin.samples(dated, _SAMPLE), chosen.name),
        direction=wishes.direction,
        account=wishes.account,
        present=present(chosen.columns, origin.header),
    )

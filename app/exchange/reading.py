"""Reading one export file: from its name to a stream of facts and refusals."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TextIO

from app.domain.event import Direction
from app.domain.problem import Problem, UsageProblem, mark
from app.exchange import delimited, json_records
from app.exchange.columns import missing, picker, positions, present
from app.exchange.dates import order_of, zone_named
from app.exchange.format import Format, Setup, Shape
from app.exchange.formats import FORMATS, detect, named
from app.exchange.lines import bounded
from app.exchange.mapped import format_of
from app.exchange.mapping import Mapping
from app.exchange.record import Line, Refusal
from app.exchange.text_file import TextFile, examine

AUTO = "auto"
_SAMPLE = 2_000
_SHOWN = 300
Records = Callable[[TextIO], Iterator[Line | Refusal]]
Layout = delimited.Table | json_records.Document

_UNKNOWN = mark(
    "None of the known exports has these columns: {columns}. Give a mapping: "
    "talktally import {file} --mapping MAPPING.json"
)
_LACKS = mark("{file} lacks the columns that {format} needs: {columns}.")
_NOTHING = mark("{file} holds no records. Export it again, with at least one line.")
_OTHER_SHAPE = mark("{file} is not what {format} is read from. Leave the format out.")
_NO_FORMAT = mark("There is no format named {name}. Known are: {names}.")


class Reading:
    """A file that is ready to be read: iterate it for its lines, in order, as often as needed.

    ``format`` is the name of the format. ``bytes_read`` of ``bytes_total`` tells how far the
    latest iteration has got; it runs a little ahead, by what is read at once. ``has_bodies``: its
    records may hold the bodies of messages, and a damaged one shows a piece of it as any value.
    """

    def __init__(self, file: TextFile, chosen: Format, records: Records) -> None:
        self.format = chosen.name
        self.has_bodies = chosen.bodies
        self.bytes_total = file.size
        self._file = file
        self._records = records
        self._told: Callable[[], int] = lambda: 0

    @property
    def bytes_read(self) -> int:
        """How many bytes of the file have been read."""
        return self._told()

    def __iter__(self) -> Iterator[Line | Refusal]:
        with self._file.opened() as stream:
            self._told = stream.buffer.tell
            try:
                yield from self._records(stream)
            finally:
                reached = stream.buffer.tell()
                self._told = lambda: reached


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
    file = examine(path)
    wishes = _Wishes(format_name, mapping or Mapping(), zone, direction, account)
    with file.opened() as stream:
        is_json = json_records.looks_like_json(stream)
    layout = _document(file) if is_json else _table(file, wishes.mapping)
    chosen = _chosen(path, layout, wishes)
    setup = _setup(file, layout, chosen, wishes)
    return Reading(file, chosen, _records(file, layout, chosen, setup))


def _lines_of(file: TextFile, stream: TextIO) -> Iterable[str]:
    """The lines of a file, the plain way where all of them are known to be short."""
    return bounded(stream) if file.long_lines else stream


def _document(file: TextFile) -> Layout:
    with file.opened() as stream:
        return json_records.document(stream)


def _table(file: TextFile, mapping: Mapping) -> Layout:
    with file.opened() as stream:
        if mapping.header:
            return delimited.without_header(stream, mapping.header)
        return delimited.table(stream)


def _header(layout: Layout) -> tuple[str, ...]:
    return layout.keys if isinstance(layout, json_records.Document) else layout.header


def _chosen(path: Path, layout: Layout, wishes: _Wishes) -> Format:
    header = _header(layout)
    shape = Shape.JSON if isinstance(layout, json_records.Document) else Shape.TABLE
    chosen = _asked_for(wishes, shape) or detect(header, shape) or _by_page(layout)
    shown = ", ".join(header)[:_SHOWN]
    if chosen is None and not header:
        raise Problem(_NOTHING, file=path.name)
    if chosen is None:
        raise Problem(_UNKNOWN, columns=shown, file=path.name)
    if chosen.shape is not shape:
        raise Problem(_OTHER_SHAPE, file=path.name, format=chosen.name)
    lacking = missing(chosen.columns, header) if header else []
    if lacking:
        columns = ", ".join(each.names[0] for each in lacking)
        raise Problem(_LACKS, file=path.name, format=chosen.name, columns=columns)
    return chosen


def _asked_for(wishes: _Wishes, shape: Shape) -> Format | None:
    if wishes.mapping.columns:
        return format_of(wishes.mapping, shape)
    name = wishes.mapping.format or wishes.format_name
    if name == AUTO:
        return None
    found = named(name)
    if found is None:
        names = ", ".join(each.name for each in FORMATS)
        raise UsageProblem(_NO_FORMAT, name=name, names=names)
    return found


def _by_page(layout: Layout) -> Format | None:
    """An answer without records still tells by its list what it would hold."""
    if not isinstance(layout, json_records.Document) or layout.keys or not layout.page:
        return None
    return next((each for each in FORMATS if each.page == layout.page), None)


def _setup(file: TextFile, layout: Layout, chosen: Format, wishes: _Wishes) -> Setup:
    zone = wishes.mapping.zone or wishes.zone
    return Setup(
        zone=UTC if zone == "UTC" else zone_named(zone),
        order=wishes.mapping.dates or order_of(_dates(file, layout, chosen), chosen.name),
        direction=wishes.direction,
        account=wishes.account,
        present=present(chosen.columns, _header(layout)),
    )


def _dates(file: TextFile, layout: Layout, chosen: Format) -> Iterator[str]:
    dated = tuple(each for each in chosen.columns if each.date)
    with file.opened() as stream:
        if isinstance(layout, json_records.Document):
            for column in dated[:1]:
                yield from json_records.samples(stream, layout, column, _SAMPLE)
        else:
            places = positions(dated, layout.header)
            yield from delimited.samples(_lines_of(file, stream), layout, places, _SAMPLE)


def _records(file: TextFile, layout: Layout, chosen: Format, setup: Setup) -> Records:
    convert = chosen.prepare(setup)
    if isinstance(layout, json_records.Document):
        document = layout
        return lambda stream: json_records.facts(stream, document, chosen.columns, convert)
    table, pick = layout, picker(chosen.columns, layout.header)

    def records(stream: TextIO) -> Iterator[Line | Refusal]:
        return delimited.facts(_lines_of(file, stream), table, pick, convert)

    return records

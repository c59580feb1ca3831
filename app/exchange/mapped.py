"""Files read by a mapping: a format made at run time from the columns a person named."""

from collections.abc import Callable

from app.domain.call_words import State, answered, direction, state
from app.domain.durations import UNITS, duration
from app.domain.event import Call, Direction, Fact, Text
from app.domain.plain_name import plain
from app.domain.record_values import count, price, source, weigh
from app.exchange.columns import Cells, Column, column
from app.exchange.format import Convert, Format, Setup, Shape
from app.exchange.mapping import CALLS, ROLES, Mapping

NAME = "mapped"
_ByRole = Callable[[dict[str, str]], Fact]


def format_of(mapping: Mapping, shape: Shape) -> Format:
    """Make the format that a mapping describes."""
    columns = tuple(_column(role, mapping) for role in ROLES)

    def prepare(setup: Setup) -> Convert:
        to_call, to_text = _calls(mapping, setup), _texts(mapping, setup)
        convert = to_call if mapping.kind == CALLS else to_text

        def with_roles(cells: Cells) -> Fact:
            return convert(dict(zip(ROLES, map(str.strip, cells), strict=False)))

        return with_roles

    return Format(NAME, shape, columns, prepare, bodies="body" in mapping.columns)


def _column(role: str, mapping: Mapping) -> Column:
    name = mapping.columns.get(role)
    if name is None:
        # No header has a name of nothing but signs, so this column is never found.
        return Column((f"\0{role}",))
    return column(name, required=True, date=role in {"start", "date"})


def _calls(mapping: Mapping, setup: Setup) -> _ByRole:
    when, unit = setup.when(), UNITS[mapping.duration_unit]
    yes_words = {plain(word) for word in mapping.answered}
    direction_of = _directions(mapping, setup)

    def convert(cells: dict[str, str]) -> Call:
        towards = direction_of(cells["direction"])
        talked = _was_answered(cells["answered"], yes_words)
        length = cells["duration"].replace(",", ".") if mapping.decimal_comma else cells["duration"]
        return Call(
            source(mapping.provider, cells["account"] or setup.account),
            cells["id"],
            when(_start(cells)),
            duration(length, unit) if talked else 0,
            towards,
            *_ends(cells, towards),
            agent=cells["agent"],
        )

    return convert


def _texts(mapping: Mapping, setup: Setup) -> _ByRole:
    when, direction_of = setup.when(), _directions(mapping, setup)

    def convert(cells: dict[str, str]) -> Text:
        towards = direction_of(cells["direction"])
        own, far = _ends(cells, towards)
        weight = weigh(cells["body"])
        return Text(
            source(mapping.provider, cells["account"] or setup.account),
            cells["id"],
            when(_start(cells)),
            towards,
            own,
            far,
            cells["agent"],
            weight.counted,
            count(cells["segments"]) or None,
            weight.encoding,
            weight.units,
            weight.characters,
            count(cells["media"]) or 0,
            price=price(cells["price"], cells["currency"]),
        )

    return convert


def _directions(mapping: Mapping, setup: Setup) -> Callable[[str], Direction]:
    words = {plain(word): Direction.OUTBOUND for word in mapping.outbound}
    words |= {plain(word): Direction.INBOUND for word in mapping.inbound}

    def direction_of(text: str) -> Direction:
        return words.get(plain(text)) or direction(text, setup.direction)

    return direction_of


def _start(cells: dict[str, str]) -> str:
    return cells["start"] or f"{cells['date']} {cells['time']}".strip()


def _ends(cells: dict[str, str], towards: Direction) -> tuple[str, str]:
    """Give the own and the far number; from and to are turned by the direction."""
    outbound = towards is Direction.OUTBOUND
    own = cells["own"] or cells["from" if outbound else "to"]
    return own, cells["far"] or cells["to" if outbound else "from"]


def _was_answered(text: str, yes_words: set[str]) -> bool:
    if yes_words:
        return plain(text) in yes_words
    return answered(text) is not False and state(text) is not State.UNANSWERED

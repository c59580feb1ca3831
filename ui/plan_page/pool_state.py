"""How the pool is made: every kind of seat with its share, written out as a sum."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Licence, Role
from app.domain.meter import Meter
from app.domain.plan import MeterKind
from app.domain.plan_page import LicenceLine, PlanPage, PoolSum
from app.wording.units import TEXTS
from app.wording.words import Words
from ui.widgets.table_state import Cell, Column, Line, TableState, figure

_SHORT = {MeterKind.SMS: "SMS", MeterKind.MMS: "MMS"}


@dataclass(frozen=True, slots=True)
class PoolState:
    """The card; ``sums`` say the same in words, ``less`` what one seat less would come to."""

    title: str
    table: TableState
    sums: tuple[str, ...]
    note: str = ""
    less: str = ""
    edit: str = ""


def pool_state(words: Words, page: PlanPage) -> PoolState | None:
    """Make the card, none where no seat brings anything."""
    pool = page.pool
    if pool is None or not any(each for _, each in pool.per_seat):
        return None
    title = words.say("How the pool is made")
    kinds = [kind for kind, _ in pool.per_seat]
    lines = [_line(words, each, dict(pool.per_seat)) for each in pool.lines]
    seats = sum(each.seats for each in pool.lines)
    lines.append(_total(words, pool, seats))
    return PoolState(
        title=title,
        table=TableState(title, tuple(_columns(words, kinds)), tuple(lines)),
        sums=tuple(_sums(words, pool)),
        note=words.say("No seats were entered yet, so one is taken.") if pool.assumed else "",
        less=_one_less(words, page, pool),
        edit=words.say("Edit seats…") if page.role is Role.OWNER else "",
    )


def _columns(words: Words, kinds: list[MeterKind]) -> Iterator[Column]:
    yield Column(words.say("Licences"))
    yield Column("", drop=3, grow=1)
    yield Column(words.say("Seats"), right=True)
    for kind in kinds:
        second = kind is MeterKind.MMS
        yield Column(f"× {_name(kind)}", right=True, drop=5 if second else 4)
        yield Column(_name(kind), right=True, drop=1 if second else 0)


def _name(kind: MeterKind) -> str:
    return _SHORT.get(kind, str(kind))


def _line(words: Words, licence: LicenceLine, per_seat: dict[MeterKind, int]) -> Line:
    name, note = _licence(words, licence), _note(words, licence)
    cells = [Cell(name), Cell(note, note, soft=True), figure(words.number(licence.seats))]
    spoken = [f"{name} {note}".strip(), _seats(words, licence.seats)]
    for kind, share in licence.shares:
        each = per_seat.get(kind, 0) if licence.with_bundle else 0
        told = f"{words.number(share)} {_name(kind)}"
        cells += [Cell(words.number(each)), figure(words.number(share), told)]
        spoken.append(told)
    return Line(tuple(cells), ", ".join(spoken))


def _total(words: Words, pool: PoolSum, seats: int) -> Line:
    cells = [Cell(words.say("Pool")), Cell(), figure(words.number(seats))]
    spoken = [words.say("Pool"), _seats(words, seats)]
    for kind, total in pool.totals:
        told = f"{words.number(total)} {_name(kind)}"
        cells += [Cell(), figure(words.number(total), told)]
        unit = words.say("SMS segments") if kind is MeterKind.SMS else words.say("MMS segments")
        spoken.append(f"{words.number(total)} {unit}")
    return Line(tuple(cells), ", ".join(spoken), strong=True)


def _licence(words: Words, line: LicenceLine) -> str:
    match line.licence:
        case Licence.COMMITTED:
            return words.say("Committed")
        case Licence.ADDITIONAL:
            return words.say("Additional, this cycle")
        case Licence.ANNUAL if line.unused and line.unused >= line.seats:
            return words.say_many(
                "Annual seat, deactivated", "Annual seats, deactivated", line.seats
            )
        case Licence.ANNUAL:
            return words.say_many("Annual seat", "Annual seats", line.seats)
        case Licence.NONE:
            return words.say("Without a licence")


def _note(words: Words, line: LicenceLine) -> str:
    pieces = []
    if not line.with_bundle:
        pieces.append(words.say("without the bundle"))
    if line.unused and not _is_deactivated(line):
        pieces.append(words.say_many("one unused", "{n} unused", line.unused))
    if line.until is not None:
        pieces.append(words.say("paid to {day}", day=words.full_day(line.until)))
    return " · ".join(pieces)


def _is_deactivated(line: LicenceLine) -> bool:
    """Whether nobody sits on annual seats any more, which are paid nevertheless."""
    return line.licence is Licence.ANNUAL and line.unused is not None and line.unused >= line.seats


def _seats(words: Words, n: int) -> str:
    return words.say_many("{n} seat", "{n} seats", n)


def _sums(words: Words, pool: PoolSum) -> Iterator[str]:
    """Write "5 seats × 250 = 1,250 SMS segments" for each meter."""
    sharing = sum(line.seats for line in pool.lines if line.with_bundle)
    totals = dict(pool.totals)
    for kind, each in pool.per_seat:
        total = totals.get(kind, 0)
        if kind in TEXTS and sharing * each == total:
            yield words.say(
                "{seats} × {each} = {total} {kind}",
                seats=_seats(words, sharing),
                each=each,
                total=total,
                kind=_name(kind),
            )


def _one_less(words: Words, page: PlanPage, pool: PoolSum) -> str:
    """Tell what this cycle would have come to with one seat less, for owners of several."""
    each, total = dict(pool.per_seat).get(MeterKind.SMS, 0), dict(pool.totals).get(MeterKind.SMS, 0)
    meter = _meter(page)
    if page.role is not Role.OWNER or meter is None or not 0 < each < total:
        return ""
    left = total - each
    past = max(0, meter.used + meter.billed + meter.over - left)
    if past:
        return words.say_many(
            "One seat less: pool {pool} · this cycle would be {n} segment over by now",
            "One seat less: pool {pool} · this cycle would be {n} segments over by now",
            past,
            pool=left,
        )
    return words.say("One seat less: pool {pool} · this cycle would still fit so far", pool=left)


def _meter(page: PlanPage) -> Meter | None:
    meters = (meter for plan in page.plans for meter in plan.meters)
    return next((meter for meter in meters if meter.kind is MeterKind.SMS), None)

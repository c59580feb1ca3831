"""What was stated when: plans, seats and links, newest first."""

from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import BEGINNING
from app.domain.plan import Line as PlanLine
from app.domain.plan_page import Happened, HistoryLine, PlanPage
from app.wording.units import joined
from app.wording.words import Words
from ui.widgets.table_state import Cell, Column, Line, TableState


@dataclass(frozen=True, slots=True)
class HistoryState:
    """The card."""

    title: str
    table: TableState


def history_state(words: Words, page: PlanPage) -> HistoryState | None:
    """Make the card, none before anything was stated."""
    if not page.history:
        return None
    title = words.say("History")
    columns = (
        Column(words.say("From"), drop=1),
        Column(words.say("What holds from then on"), grow=1),
    )
    lines = tuple(_line(words, each) for each in page.history)
    return HistoryState(title, TableState(title, columns, lines))


def _line(words: Words, said: HistoryLine) -> Line:
    when, what = _when(words, said), _what(words, said)
    mark = "clock" if said.ahead else ""
    return Line((Cell(when, when, soft=True), Cell(what, what, mark=mark)), f"{when}, {what}")


def _when(words: Words, said: HistoryLine) -> str:
    if said.start <= BEGINNING:
        return words.say("from the start")
    day = words.full_day(local_day(said.start, said.zone))
    return words.say("{day}, planned", day=day) if said.ahead else day


def _what(words: Words, said: HistoryLine) -> str:
    match said.happened:
        case Happened.PLAN:
            return _plan(words, said)
        case Happened.SEATS:
            return _seats(words, said)
        case Happened.ANNUAL:
            return _annual(words, said)
        case Happened.LINKED:
            return words.say("Twilio Connect linked for {name}", name=said.person)
        case Happened.UNLINKED:
            return words.say("Twilio Connect no longer linked for {name}", name=said.person)


def _plan(words: Words, said: HistoryLine) -> str:
    texts = said.line is PlanLine.TEXTS
    line = words.say("messages") if texts else words.say("calling")
    return joined(said.title, line)


def _seats(words: Words, said: HistoryLine) -> str:
    told = [words.say("{n} committed", n=said.committed)]
    told.append(words.say("{n} additional", n=said.additional))
    if said.without_bundle:
        told.append(words.say("{n} without the bundle", n=said.without_bundle))
    return words.say("Seats: {seats}", seats=", ".join(told))


def _annual(words: Words, said: HistoryLine) -> str:
    if said.until is None:
        return words.say_many("{n} annual seat", "{n} annual seats", said.annual)
    return words.say_many(
        "{n} annual seat, paid to {day}",
        "{n} annual seats, paid to {day}",
        said.annual,
        day=words.full_day(said.until),
    )

"""The people of the company in the running cycles: counts alone, no numbers or texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Licence, Role
from app.domain.instant import Instant
from app.domain.meter import Level
from app.domain.plan import Line as PlanLine
from app.domain.plan import MeterKind
from app.domain.plan_page import Origin, PersonRow, PlanPage
from app.domain.problem import mark
from app.wording.words import Words
from ui.text.cycle import elapsed, share
from ui.text.person import person_name
from ui.text.tones import tone_of
from ui.theme.tone import Tone
from ui.widgets.table_state import Bar, Cell, Column, Line, TableState, figure

_NOTHING = "–"
_LICENCES = {
    Licence.COMMITTED: mark("committed"),
    Licence.ADDITIONAL: mark("additional"),
    Licence.ANNUAL: mark("annual"),
    Licence.NONE: mark("no licence"),
}


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """One person as the menu of their line knows them.

    ``id``: what a change of licence names, the member or else the name. ``entries``: the agent
    whose calls and texts this computer has, "" where it has none.
    """

    id: str
    name: str
    licence: Licence
    linked: bool
    entries: str


@dataclass(frozen=True, slots=True)
class PeopleMenu:
    """The words of a line's menu; ``licences`` by what they choose. ``link`` "" without Connect."""

    link: str
    unlink: str
    licence: str
    licences: tuple[tuple[Licence, str], ...]
    entries: str


@dataclass(frozen=True, slots=True)
class PeopleState:
    """The card; ``people`` by the keys of the table's lines."""

    title: str
    note: str
    table: TableState
    people: tuple[PersonChoice, ...]
    menu: PeopleMenu


def people_state(words: Words, page: PlanPage, now: Instant) -> PeopleState | None:
    """Make the card, none for an agent."""
    if page.role is not Role.OWNER or not page.people:
        return None
    title = words.say("People")
    table = TableState(
        words.say_many("People, {n} line", "People, {n} lines", len(page.people)),
        tuple(_columns(words, page)),
        tuple(_line(words, page, index, now) for index in range(len(page.people))),
    )
    return PeopleState(
        title=title,
        note=words.say("counts only, no numbers or texts"),
        table=table,
        people=tuple(_choice(page, each) for each in page.people),
        menu=_menu(words, page),
    )


def licence_word(words: Words, licence: Licence) -> str:
    """Name the licence of a person, "committed"."""
    return words.say(_LICENCES[licence])


def _columns(words: Words, page: PlanPage) -> Iterator[Column]:
    yield Column(words.say("Name"), grow=3, least=90)
    yield Column(words.say("Licence"), drop=2, grow=1)
    yield Column(words.say("Minutes"), right=True, grow=1)
    yield Column("", drop=1, grow=4, least=70)
    yield Column("SMS", right=True, drop=3, grow=1)
    yield Column("MMS", right=True, drop=4, grow=1)
    if page.connect is not None:
        yield Column("Twilio", drop=5, grow=1)
    yield Column("", least=14)


def _line(words: Words, page: PlanPage, index: int, now: Instant) -> Line:
    person = page.people[index]
    cells = tuple(_cells(words, page, person, now))
    spoken = [cells[0].text, cells[0].note, *(cell.aloud or cell.told for cell in cells[1:-1])]
    return Line(
        cells=cells,
        spoken=", ".join(each for each in spoken if each),
        key=str(index) if person.name else "",
    )


def _cells(words: Words, page: PlanPage, person: PersonRow, now: Instant) -> Iterator[Cell]:
    name = person_name(words, person.name) or words.say("unused licence")
    yield Cell(name, note=_name_note(words, page, person, name))
    licence = licence_word(words, person.licence)
    yield Cell(licence, licence, soft=True)
    yield _minutes(words, person)
    yield Cell(bar=_bar(page, person, now))
    for kind, units in ((MeterKind.SMS, person.sms), (MeterKind.MMS, person.mms)):
        yield _texts(words, page, kind, units)
    if page.connect is not None:
        linked = words.say("linked") if person.linked else _NOTHING
        aloud = words.say("Twilio Connect linked") if person.linked else words.say("not linked")
        yield Cell(linked, linked if person.linked else "", aloud, soft=True)
    yield Cell(mark="more", soft=True) if person.name else Cell()


def _name_note(words: Words, page: PlanPage, person: PersonRow, name: str) -> str:
    if not person.name or name != person.name:
        return ""
    if person.mine:
        return words.say("you")
    if page.origin is Origin.SERVER and person.minutes is None and person.sms is None:
        return words.say("no report yet")
    return ""


def _minutes(words: Words, person: PersonRow) -> Cell:
    if person.minutes is None:
        return Cell(_NOTHING)
    text, told = words.number(person.minutes), words.say("{n} min", n=person.minutes)
    if person.billed:
        billed = words.say("{n} billed", n=person.billed)
        return figure(f"{text} + {billed}", f"{told} + {billed}", tone=Tone.BILLED)
    if person.over:
        over = words.say("{n} over", n=person.over)
        return figure(f"{text} + {over}", f"{told} + {over}", tone=Tone.STOP)
    if person.level is Level.NEAR:
        return figure(text, f"{told}, {words.say('near limit')}", tone=Tone.NEAR, mark="near")
    return figure(text, told)


def _bar(page: PlanPage, person: PersonRow, now: Instant) -> Bar:
    calls = next((each for each in page.plans if each.terms.plan.line is PlanLine.CALLS), None)
    gone = elapsed(calls.cycle, now) if calls is not None else None
    tone = Tone.BILLED if person.billed else tone_of(person.level)
    return Bar(share(person.minutes or 0, person.included), gone, tone)


def _texts(words: Words, page: PlanPage, kind: MeterKind, units: int | None) -> Cell:
    """Units of texts, and which part of the pool they are."""
    if units is None:
        return Cell(_NOTHING)
    name = "MMS" if kind is MeterKind.MMS else "SMS"
    total = dict(page.pool.totals).get(kind, 0) if page.pool is not None else 0
    text, told = words.number(units), f"{words.number(units)} {name}"
    if not total:
        return figure(text, told)
    percent = words.say("{n} %", n=(200 * units + total) // (2 * total))
    aloud = words.say("{amount} ({part} of the pool)", amount=told, part=percent)
    return Cell(text, told, aloud, note=percent)


def _choice(page: PlanPage, person: PersonRow) -> PersonChoice:
    here = person.name if page.origin is Origin.LOCAL else ""
    return PersonChoice(
        id=person.member or person.name,
        name=person.name,
        licence=person.licence,
        linked=person.linked,
        entries=here,
    )


def _menu(words: Words, page: PlanPage) -> PeopleMenu:
    connect = page.connect is not None
    return PeopleMenu(
        link=words.say("Mark as linked with Twilio Connect") if connect else "",
        unlink=words.say("Mark as no longer linked") if connect else "",
        licence=words.say("Licence"),
        licences=tuple((each, licence_word(words, each)) for each in Licence),
        entries=words.say("Show calls and texts"),
    )

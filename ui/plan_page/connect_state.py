"""The Twilio Connect section: who is linked, what it came to, and how to link an account."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Role
from app.domain.cycle import local_day
from app.domain.instant import BEGINNING
from app.domain.money import Money
from app.domain.plan_page import ConnectSum, PersonConnect, PlanPage
from app.wording.units import joined, short_amount
from app.wording.words import Words
from ui.plan_page.head_state import zone_of
from ui.text.person import person_name
from ui.text.phrase import strong
from ui.widgets.table_state import Cell, Column, Line, TableState, figure

#: HubSpot's settings; the page of calls has another address in every account.
CONNECT_PAGE = "https://app.hubspot.com/l/settings/"
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ConnectState:
    """The card; ``sum`` is a phrase. ``mark``: the words of the button that marks ``person``.

    ``linked`` is what that button would make of them.
    """

    title: str
    sum: str
    table: TableState | None
    by_person: str
    note: str
    steps_title: str
    steps: tuple[str, ...]
    open_page: str
    mark: str = ""
    person: str = ""
    linked: bool = False


def connect_state(words: Words, page: PlanPage) -> ConnectState | None:
    """Make the section, none where the calling plan does not offer Twilio Connect."""
    connect = page.connect
    if connect is None:
        return None
    me = next((each for each in connect.persons if each.mine), None)
    linked = me is not None and me.start is not None
    owner = page.role is Role.OWNER
    table = _table(words, page, connect) if connect.persons and owner else None
    return ConnectState(
        title="Twilio Connect",
        sum=_sum(words, connect, me if not owner or connect.people == 1 else None),
        table=table,
        by_person=words.say("By person") if table is not None else "",
        note=_note(words, connect),
        steps_title=words.say("Link an account"),
        steps=tuple(_steps(words)),
        open_page=words.say("Open HubSpot’s settings"),
        mark=_mark(words, linked=linked) if me is not None else "",
        person=me.name if me is not None else "",
        linked=not linked,
    )


def since(words: Words, person: PersonConnect, zone: str) -> str:
    """Say since when somebody is linked, "–" for who is not."""
    if person.start is None:
        return _NOTHING
    if person.start <= BEGINNING:
        return words.say("from the start")
    return words.full_day(local_day(person.start, zone))


def cost(words: Words, amounts: tuple[Money, ...], unpriced: int, minutes: int) -> str:
    """Say what billed minutes come to, "–" without any."""
    if not minutes:
        return _NOTHING
    if not amounts:
        return words.say("price not known yet")
    told = _added(words, amounts)
    if unpriced:
        missing = words.say("{n} min without a price", n=unpriced)
        return words.say("at least {price}, {rest}", price=told, rest=missing)
    return words.say("about {price}", price=told)


def _sums(words: Words, person: PersonConnect) -> str:
    """The bare amount of a person, below a head that says "about"; "?" where nobody knows it."""
    if not person.minutes:
        return ""
    least = "≥ " if person.unpriced and person.amounts else ""
    return least + (_added(words, person.amounts) or "?")


def _added(words: Words, amounts: tuple[Money, ...]) -> str:
    return " + ".join(words.money(each) for each in amounts)


def _sum(words: Words, connect: ConnectSum, alone: PersonConnect | None) -> str:
    """The one line that matters; it speaks to who is ``alone`` on the page."""
    if alone is not None:
        linked = words.say("Linked for you") if alone.start is not None else words.say("Not linked")
    else:
        linked = words.say(
            "Linked for {linked} of {people} people", linked=connect.linked, people=connect.people
        )
    if not connect.minutes:
        return joined(linked, words.say("nothing billed in this cycle"))
    minutes = strong(words.say("{n} min", n=connect.minutes))
    price = strong(cost(words, connect.amounts, connect.unpriced, connect.minutes))
    legs = ""
    if connect.second_leg:
        legs = words.say("{n} min of it from second legs", n=connect.second_leg)
    return joined(linked, minutes, price, legs)


def _mark(words: Words, *, linked: bool) -> str:
    return words.say("Mark me as not linked") if linked else words.say("Mark me as linked")


def _table(words: Words, page: PlanPage, connect: ConnectSum) -> TableState:
    columns = (
        Column(words.say("Name"), grow=1, least=80),
        Column(words.say("Linked since"), drop=3),
        Column(words.say("Minutes"), right=True),
        Column(words.say("Second legs"), right=True, drop=2),
        Column(words.say("About"), right=True, drop=1),
    )
    zone = zone_of(page)
    lines = tuple(_line(words, each, zone) for each in connect.persons)
    return TableState(words.say("Twilio Connect by person"), columns, lines)


def _line(words: Words, person: PersonConnect, zone: str) -> Line:
    linked = since(words, person, zone)
    told = words.say("linked: {since}", since=linked) if person.start is not None else ""
    minutes = words.number(person.minutes)
    legs = words.say("{n} min from second legs", n=person.second_leg) if person.second_leg else ""
    price = cost(words, person.amounts, person.unpriced, person.minutes)
    name = person_name(words, person.name)
    spoken = [name, told or words.say("not linked")]
    spoken += [short_amount(words, None, person.minutes), legs, price]
    return Line(
        cells=(
            Cell(name),
            Cell(linked, told, soft=True),
            figure(minutes, words.say("{n} min", n=person.minutes)),
            Cell(words.number(person.second_leg), legs),
            figure(_sums(words, person) or _NOTHING, price),
        ),
        spoken=", ".join(each for each in spoken if each and each != _NOTHING),
    )


def _note(words: Words, connect: ConnectSum) -> str:
    if not connect.minutes:
        return ""
    return words.say("An estimate at Twilio’s own rates, no markup; Twilio’s invoice decides.")


def _steps(words: Words) -> Iterator[str]:
    yield words.say("In HubSpot, open the settings with the gear at the top.")
    yield words.say("Choose Sales, then Calling, then Twilio Connect.")
    yield words.say("Click “Link an account”.")
    yield words.say("Sign in at Twilio and authorise HubSpot.")
    yield words.say("Come back and mark here who is linked: it counts from that moment.")

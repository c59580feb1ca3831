"""Who is who: the users of a provider and the people of the ledger they stand for."""

from dataclasses import dataclass

from app.domain.accounts import AccountsPage, Known
from app.wording.words import Words
from ui.text.person import person_name
from ui.widgets.table_state import Cell, Column, Line, TableState


@dataclass(frozen=True, slots=True)
class UserChoice:
    """One user as the menu of their line knows them; ``person`` is whom their records count for."""

    external_id: str
    person: str
    is_me: bool


@dataclass(frozen=True, slots=True)
class UserMenu:
    """The words of a line's menu; ``persons``: those known already, name and how they are shown."""

    me: str
    persons: tuple[tuple[str, str], ...]
    other: str


@dataclass(frozen=True, slots=True)
class PeopleState:
    """The folded table; ``users`` by the keys of its lines. ``about`` stands above it."""

    title: str
    about: str
    table: TableState
    users: tuple[UserChoice, ...]
    menu: UserMenu


def people_state(words: Words, page: AccountsPage, users: tuple[Known, ...]) -> PeopleState | None:
    """Make the table of one connection, none where its provider names nobody."""
    if not users:
        return None
    title = words.say("Who is who ({n})", n=len(users))
    table = TableState(
        words.say_many("Who is who, {n} user", "Who is who, {n} users", len(users)),
        _columns(words),
        tuple(_line(words, str(at), each) for at, each in enumerate(users)),
    )
    return PeopleState(
        title=title,
        about=words.say("A user’s calls and texts count for the person beside their name."),
        table=table,
        users=tuple(UserChoice(each.external_id, each.person, each.is_me) for each in users),
        menu=_menu(words, page),
    )


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.say("User"), grow=2),
        Column(words.say("E-mail"), drop=2, grow=1),
        Column(words.say("Counts for"), least=90, drop=1),
        Column("", least=18),
    )


def _line(words: Words, key: str, user: Known) -> Line:
    name = user.agent or user.external_id
    person = words.say("You") if user.is_me else person_name(words, user.person)
    gone = "" if user.active else words.say("deactivated")
    spoken = words.say("{user} counts for {person}", user=name, person=person)
    cells = (
        Cell(name, note=gone),
        Cell(user.email, told=user.email, soft=True),
        Cell(person, told=spoken),
        Cell("", mark="more", aloud=words.say("Choose a person")),
    )
    return Line(cells, ", ".join(filter(None, (spoken, user.email, gone))), key=key)


def _menu(words: Words, page: AccountsPage) -> UserMenu:
    known = {each.person for shown in page.accounts for each in shown.people if not each.is_me}
    persons = tuple((name, person_name(words, name)) for name in sorted(known, key=str.casefold))
    return UserMenu(me=words.say("This is me"), persons=persons, other=words.say("Another person…"))

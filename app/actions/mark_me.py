"""Mark me: my name, other names records use for me, my numbers, and how I place calls."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.event import Method
from app.domain.numbers import NumberClass, parse
from app.domain.plan import Line
from app.domain.problem import UsageProblem, mark
from app.ledger.ledger import Ledger, Writing
from app.ledger.own_numbers import numbers_of
from app.ledger.plans import add_alias, add_own_number, name_me, set_habits
from app.ledger.snapshot import Snapshot

_LONGEST = 100
_RESERVED = {"all", "me"}  # what --agent understands besides names
_NO_NAME = mark("A name has 1 to {most} characters on one line.")
_TAKEN = mark('"{name}" has a meaning of its own for --agent. Write the name as records do.')
_NO_NUMBER = mark("{number} is not a phone number. Write it like +14155550188.")


@dataclass(frozen=True, slots=True)
class MeWish:
    """What is said about me; empty where nothing was said."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    method: Method | None = None
    phone: str | None = None

    @property
    def empty(self) -> bool:
        """Tell whether nothing was said."""
        return self == MeWish()


@dataclass(frozen=True, slots=True)
class Me:
    """Me as the ledger knows me; ``name`` is "" until I have one.

    ``others``: the names records use for other people.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    method: Method = Method.BROWSER
    phone: str = ""
    others: tuple[str, ...] = ()


def mark_me(ledger: Ledger, wish: MeWish) -> Me:
    """Change what is known about me, all of it or nothing, and rate again what it touches."""
    for name in (*wish.aliases, *(() if wish.name is None else (wish.name,))):
        if not name.isprintable() or not 0 < len(name.strip()) <= _LONGEST:
            raise UsageProblem(_NO_NAME, most=_LONGEST)
        if name.strip().casefold() in _RESERVED:
            raise UsageProblem(_TAKEN, name=name.strip())
    numbers = [_number(each) for each in wish.numbers]
    phone = _number(wish.phone) if wish.phone else wish.phone
    with ledger.writing() as writing:
        others_change = be_called(writing, wish.name, wish.aliases)
        me = writing.register.people.me
        for number in numbers:
            add_own_number(writing, me, number)
        set_habits(writing, me, method=wish.method, phone=phone)
        if others_change or numbers:
            writing.change_rules()
        elif wish.method or phone is not None:
            writing.change_rules(lines=(Line.CALLS,))
    return show_me(ledger)


def show_me(ledger: Ledger) -> Me:
    """Read what is known about me."""
    with ledger.reading() as snapshot:
        return _me(snapshot)


def _me(snapshot: Snapshot) -> Me:
    people = snapshot.people
    me = people.by_id[people.me]
    named = [each for each in people.by_id.values() if each.name and each.id != me.id]
    return Me(
        me.name,
        tuple(sorted(each.name for each in named if each.person_id == me.id)),
        tuple(numbers_of(snapshot.connection, me.id)),
        Method(me.method),
        me.phone,
        tuple(sorted(each.name for each in named if each.person_id == each.id)),
    )


def be_called(writing: Writing, name: str | None, aliases: Iterable[str]) -> bool:
    """Take up name and aliases; returns whether entries may belong to somebody else now."""
    changed = False
    if name is not None:
        changed = name_me(writing, name)
        writing.register.refresh_people(writing.connection)
    people = writing.register.people
    for alias in aliases:
        if people.id_of(alias) != people.me:
            add_alias(writing, people.me, alias)
            changed = True
    return changed


def _number(written: str) -> str:
    number = parse(written)
    if number.kind is not NumberClass.KNOWN:
        raise UsageProblem(_NO_NUMBER, number=written[:40])
    return number.text

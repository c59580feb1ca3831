"""What the Settings page asks of the ledger and of the machine, as work for a lane.

The actions are imported inside because they bring SQLAlchemy, and the first frame does without.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.cycle import local_day
from app.domain.event import Method
from app.domain.plan import Line, MeterKind, Scope
from ui.desk.books import Books
from ui.settings.seen import AtLogin, Known, LinksSeen, Myself, Place, PlanWarnings

if TYPE_CHECKING:
    from app.actions.mark_me import Me
    from app.domain.plan import Allowance
    from app.ledger.ledger import Ledger

Work = Callable[[Books], Myself]


class Wanted(NamedTuple):
    """What is to be read: for which zone, and with whose holidays."""

    environ: Mapping[str, str]
    zone: str
    holidays: str = ""


def read_known(wanted: Wanted) -> Callable[[Books], Known]:
    """Work that reads what the page shows beside the settings."""

    def work(books: Books) -> Known:
        from app.actions.mark_me import show_me
        from app.ledger.backups.copies import backups, made_at

        ledger = books.ledger()
        made = backups(books.folder)
        return Known(
            me=myself_of(show_me(ledger)),
            plan=_plan_warnings(ledger, books),
            last_backup=made_at(made[-1]) if made else None,
            next_holiday=_next_holiday(wanted.holidays, local_day(books.now(), wanted.zone)),
            at_login=_at_login(wanted.environ),
            links=_links(wanted.environ),
        )

    return work


def read_places(_: Books) -> tuple[Place, ...]:
    """Read whose holidays can be chosen; it takes a second or so."""
    from app.machine.holidays import regions

    return tuple(Place(each.code, each.country, each.name or each.part) for each in regions())


def turn_at_login(environ: Mapping[str, str], *, on: bool) -> Callable[[Books], None]:
    """Work that lets the system start the program at login, or no longer."""

    def work(_: Books) -> None:
        from app.actions.start_at_login import turn

        turn(environ, on)

    return work


def turn_links(environ: Mapping[str, str], *, on: bool) -> Callable[[Books], None]:
    """Work that lets links of phone numbers open the program, or who opened them before."""

    def work(_: Books) -> None:
        from app.actions.open_links import give_links_back, take_links

        (take_links if on else give_links_back)(environ)

    return work


def say_of_me(name: str, said: Any) -> Work:
    """Work that changes one thing about me; ``name`` is that of the row, after "me."."""

    def work(books: Books) -> Myself:
        from app.actions.mark_me import mark_me, show_me

        if name in ("aliases", "numbers"):
            return myself_of(_listed(books.ledger(), name, *said))
        wish = _wish(name, str(said).strip())
        ledger = books.ledger()
        return myself_of(show_me(ledger) if wish.empty else mark_me(ledger, wish))

    return work


def myself_of(me: "Me") -> Myself:
    """Return me as the page knows it."""
    return Myself(me.name, me.aliases, me.numbers, me.method.value, me.phone, me.others)


def _wish(name: str, said: str) -> Any:
    from app.actions.mark_me import MeWish

    if name == "name":
        return MeWish(name=said)
    return MeWish(method=Method(said)) if name == "method" else MeWish(phone=said)


def _listed(ledger: "Ledger", name: str, act: str, what: str) -> "Me":
    from app.actions.mark_me import MeWish, mark_me
    from app.actions.not_mine import not_my_name, not_my_number

    if act == "add":
        names, numbers = ((what,), ()) if name == "aliases" else ((), (what,))
        return mark_me(ledger, MeWish(aliases=names, numbers=numbers))
    return (not_my_name if name == "aliases" else not_my_number)(ledger, what)


def _plan_warnings(ledger: "Ledger", books: Books) -> PlanWarnings:
    with ledger.reading() as snapshot:
        terms = [snapshot.rules.lines[line].timeline.at(books.now()) for line in Line]
    allowances = [each for term in terms if term for each in term.version.allowances]
    return PlanWarnings(
        minutes=_left(allowances, MeterKind.MINUTES),
        calls=_left(allowances, MeterKind.CALLS),
        pool_percent=max((a.near_percent for a in allowances if a.scope is Scope.POOL), default=0),
    )


def _left(allowances: "list[Allowance]", kind: MeterKind) -> int:
    found = (a.warn_at_remaining for a in allowances if a.kind is kind)
    return max(found, default=0)


def _next_holiday(code: str, today: date) -> date | None:
    if not code:
        return None
    from app.machine.holidays import holiday_dates

    days = holiday_dates(code, (today.year, today.year + 1))
    return min((day for day in days if day >= today), default=None)


def _links(environ: Mapping[str, str]) -> LinksSeen:
    from app.actions.open_links import links_now

    now = links_now(environ)
    tel = now.opened[0]
    return LinksSeen(now.ours, tel.holder, tel.before, now.asks_person)


def _at_login(environ: Mapping[str, str]) -> AtLogin:
    from app.actions.start_at_login import login
    from app.machine.autostart import Login

    found = login(environ)
    return AtLogin(found is Login.ON, broken=found is Login.BROKEN)

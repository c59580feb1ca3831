"""Change the plan where it is stated: on this computer, or on the company's server by an owner."""

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from app.actions.company_here import check_owner, company_here, company_joined, server_of
from app.actions.reaching import peers_of
from app.actions.state_edit import state_edit, state_plans
from app.domain.failure import FailureKind, kind_of
from app.domain.instant import Instant
from app.domain.plan_edit import PlanEdit, PlanSeen
from app.domain.problem import EnvironmentProblem, Problem, mark
from app.ledger.company.book import plan_seen, put_news_away, take_up
from app.ledger.company.joined import CompanyState, company_of
from app.ledger.newly_stated import NewlyStated, newest, stated_since
from app.ledger.rehearsal import rehearsing
from app.ledger.rehearsed import Rehearsed, stating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.book import Book
    from app.domain.plan_page import PlanNews
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.http import Peers
    from app.remote.plan_server.changes import Change
    from app.remote.plan_server.client import PlanServer

_Said = TypeVar("_Said")
_PARTLY = mark(
    "Only {saved} of {total} changes could be saved. Look at the plan again, then save the rest."
)


class Rehearsal(NamedTuple, Generic[_Said]):
    """What a statement came to, what it stated, and on what."""

    said: _Said
    stated: NewlyStated
    seen: PlanSeen


class PartlySavedProblem(EnvironmentProblem):
    """The server took some parts of an edit and not the rest, because of ``cause``."""

    def __init__(self, saved: int, total: int, cause: Problem) -> None:
        super().__init__(_PARTLY, saved=saved, total=total)
        self.cause = cause


def save_edit(
    ledger: "Ledger",
    secrets: "Secrets",
    edit: PlanEdit,
    *,
    now: Instant,
    machine_zone: str,
    peers: "Peers | None" = None,
) -> None:
    """Save an edit, and take up what it came to.

    Here it is kept as a whole or not at all. A server is told part by part, on what the
    edit was made from, even where a round has brought something newer since. UsageProblem for an
    edit that makes no sense, or where I am no owner;
    Failure STALE when somebody else was first, and their change is here then; PartlySavedProblem.
    """
    state = company_joined(ledger)
    if state is None:
        state_edit(ledger, edit, now=now, machine_zone=machine_zone)
        return
    check_owner(state)
    _, stated, seen = rehearse(
        ledger, lambda where: state_plans(where, edit, now=now, machine_zone=machine_zone)
    )
    changes = _changes(stated, edit)
    if changes:
        send_changes(ledger, secrets, changes, now=now, seen=edit.seen or seen, peers=peers)


def send_changes(
    ledger: "Ledger",
    secrets: "Secrets",
    changes: "Sequence[Change]",
    *,
    now: Instant,
    seen: PlanSeen | None,
    peers: "Peers | None" = None,
) -> None:
    """Send changes one after the other, then do a round; problems as for :func:`save_edit`.

    ``seen``: what they were made from; ``None`` where they are right whatever holds by now.
    """
    # Here because it brings httpx and pydantic: a third of a second that most starts never need.
    from app.sync.round import plan_round

    state, peers = company_here(ledger), peers or peers_of(ledger)
    saved: list[Book] = []
    try:
        with server_of(ledger, secrets, peers) as server:
            tag = _newest_tag(ledger, server, state, now, seen=seen)
            _send(server, tag, changes, saved)
    except Problem as problem:
        if saved or kind_of(problem) is FailureKind.STALE:
            plan_round(ledger, secrets, peers, lambda: now)
        if saved:
            raise PartlySavedProblem(len(saved), len(changes), problem) from problem
        raise
    for news in _take_up(ledger, state, saved[-1], now):
        # Nobody needs to be told what they just did.
        with ledger.writing() as writing:
            put_news_away(writing, news.id, now)
    plan_round(ledger, secrets, peers, lambda: now)


def _newest_tag(
    ledger: "Ledger",
    server: "PlanServer",
    state: CompanyState,
    now: Instant,
    *,
    seen: PlanSeen | None,
) -> str:
    """Return the tag of the book as it is now: a new colleague is no reason to refuse an edit.

    Failure STALE where it, or a round before, brought something else than was seen.
    """
    # Here for the same reason.
    from app.remote.failures import stale
    from app.remote.plan_server.book import read_book

    book = read_book(server, state.plan_tag)
    if book is not None:
        _take_up(ledger, state, book, now)
    if seen is not None and seen != _seen_now(ledger):
        raise stale(server.peer.name)
    return state.plan_tag if book is None else book.tag


def _send(server: "PlanServer", tag: str, changes: "Sequence[Change]", saved: "list[Book]") -> None:
    # Here for the same reason.
    from app.remote.plan_server.book import change_book

    for change in changes:
        saved.append(change_book(server, *change, tag=saved[-1].tag if saved else tag))


def _take_up(
    ledger: "Ledger", state: CompanyState, book: "Book", now: Instant
) -> "tuple[PlanNews, ...]":
    """Take up a book at once, so that a round that fails loses nothing."""
    with ledger.writing() as writing:
        here = company_of(writing.connection)
        if here is None or here.ledger_id != state.ledger_id:
            return ()
        return take_up(writing, book, now=now)


def _seen_now(ledger: "Ledger") -> PlanSeen:
    with ledger.reading() as snapshot:
        return plan_seen(snapshot.connection)


def rehearse(ledger: "Ledger", statement: "Callable[[Rehearsed], _Said]") -> Rehearsal[_Said]:
    """Make a statement as if it were made here; return what it came to, to tell the server.

    So both follow the same rules, and the server is told what a preview showed.
    """
    with rehearsing(ledger) as snapshot:
        seen = plan_seen(snapshot.connection)
        with stating(snapshot) as rehearsed:
            mark_before = newest(snapshot.connection)
            said = statement(rehearsed)
            return Rehearsal(said, stated_since(snapshot.connection, mark_before), seen)


def changes_of(stated: NewlyStated, *, dated: bool) -> "list[Change]":
    """Return what to send of statements; not ``dated``: they hold from when they arrive on."""
    # Here for the same reason.
    from app.remote.plan_server import changes

    return [
        *(changes.put_plan(entry, dated=dated) for entry in stated.plans),
        *(changes.state_seats(seats, dated=dated) for seats in stated.seats),
        # Where seats are stated, a server would let the first annual ones hold for all history.
        *(changes.state_annual(seats, dated=True) for seats in stated.annual),
    ]


def _changes(stated: NewlyStated, edit: PlanEdit) -> "list[Change]":
    # Here for the same reason.
    from app.remote.plan_server import changes

    found = changes_of(stated, dated=edit.start is not None)
    if edit.profile is not None:
        found.append(changes.put_profile(edit.profile))
    if edit.contract is not None:
        found.append(changes.put_contract(edit.contract))
    return found

"""Give a company without a plan the one that was entered on this computer."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.actions.change_company_plan import changes_of, send_changes
from app.actions.company_here import check_owner, company_here, company_joined, server_of
from app.actions.sync_now import sync_now
from app.domain.book import Book
from app.domain.company import Contract, Profile, Role
from app.domain.instant import END, Instant
from app.domain.plan_edit import PlanSeen
from app.domain.problem import Problem, mark
from app.domain.rules import Link
from app.ledger.company.book import plan_seen, profile_entered
from app.ledger.newly_stated import NewlyStated, all_stated
from app.ledger.rulebook import company_states, links_entered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.http import Peers
    from app.remote.plan_server.changes import Change

_NOTHING = mark("No plan is entered on this computer, so there is none to give to {company}.")
_THERE = mark("{company} has a plan already, and it holds here. Change that one instead.")


@dataclass(frozen=True, slots=True)
class Shared:
    """To which company the plan was given; ``sent``: statements that were not there before."""

    company: str
    sent: int


@dataclass(frozen=True, slots=True)
class _Entered:
    """All that was entered here; ``links`` are mine alone. ``seen``: what holds beside it."""

    stated: NewlyStated
    links: tuple[Link, ...]
    profile: Profile
    contract: Contract | None
    seen: PlanSeen


def can_share_plan(ledger: "Ledger") -> bool:
    """Tell whether I own a company that has no plan yet, while there is one here."""
    state = company_joined(ledger)
    if state is None or state.role is not Role.OWNER or not state.plan_tag:
        return False
    with ledger.reading() as snapshot:
        here = all_stated(snapshot.connection)
        return bool(here.plans) and not company_states(snapshot.connection)


def company_has_plan(ledger: "Ledger") -> bool:
    """Tell whether the company joined here has any plan or seats, as far as this ledger knows."""
    with ledger.reading() as snapshot:
        return company_states(snapshot.connection)


def share_plan(
    ledger: "Ledger", secrets: "Secrets", *, now: Instant, peers: "Peers | None" = None
) -> Shared:
    """Send plans, seats, my link, profile and contract with their dates, then do a round.

    What the company has already is not sent again, so after a break it goes on where it stopped.
    UsageProblem where I am no owner or nothing was entered here; Problem where the company has
    another plan; also problems as for :func:`send_changes`.
    """
    # Here because it brings httpx and pydantic: a third of a second that most starts never need.
    from app.remote.plan_server.book import read_book

    check_owner(company_here(ledger))
    synced = sync_now(ledger, secrets, now=lambda: now, peers=peers)
    if synced.problem is not None:
        raise synced.problem
    state = company_here(ledger)
    check_owner(state)
    entered = _entered(ledger)
    if not entered.stated.plans:
        raise Problem(_NOTHING, company=state.company)
    with server_of(ledger, secrets, peers) as server:
        book = read_book(server)
    if book is None or not _begins_like(book, entered.stated):
        raise Problem(_THERE, company=state.company)
    changes = [*_plan_changes(book, entered.stated), *_more_changes(book, entered, state.member_id)]
    if changes:
        send_changes(ledger, secrets, changes, now=now, seen=entered.seen, peers=peers)
    return Shared(state.company, len(changes))


def _entered(ledger: "Ledger") -> _Entered:
    with ledger.reading() as snapshot:
        connection, me = snapshot.connection, snapshot.people.me
        links = tuple(link for link in links_entered(connection) if link.person == me)
        profile, contract = profile_entered(connection)
        seen = plan_seen(connection)
        return _Entered(all_stated(connection), links, profile, contract, seen)


def _begins_like(book: Book, stated: NewlyStated) -> bool:
    """Tell whether the company has nothing but what was sent from here before."""
    pairs: tuple[tuple[Sequence[object], Sequence[object]], ...] = (
        (book.plans, stated.plans),
        (book.seats, stated.seats),
        (book.annual, stated.annual),
    )
    return all(tuple(there) == tuple(here[: len(there)]) for there, here in pairs)


def _plan_changes(book: Book, stated: NewlyStated) -> "list[Change]":
    rest = NewlyStated(
        stated.plans[len(book.plans) :],
        stated.seats[len(book.seats) :],
        stated.annual[len(book.annual) :],
    )
    return changes_of(rest, dated=True)


def _more_changes(book: Book, entered: _Entered, member: str) -> "Iterator[Change]":
    # Here for the same reason.
    from app.remote.plan_server import changes

    there = {(link.start, link.end) for link in book.links if link.mine}
    for link in entered.links:
        if (link.start, link.end) in there:
            continue
        if (link.start, END) not in there:
            yield changes.state_link(member, linked=True, since=link.start)
        if link.end < END:
            yield changes.state_link(member, linked=False, since=link.end)
    profile = _filled(book.profile, entered.profile)
    if profile != book.profile:
        yield changes.put_profile(profile)
    if entered.contract is not None and book.contract in (None, Contract()):
        yield changes.put_contract(entered.contract)


def _filled(there: Profile, here: Profile) -> Profile:
    """Fill what the company does not say with what was entered here; it keeps its name."""
    return replace(
        there,
        address=there.address or here.address,
        destinations=there.destinations or here.destinations,
        bundle=here.bundle if there.bundle is None else there.bundle,
        renews=there.renews or here.renews,
    )

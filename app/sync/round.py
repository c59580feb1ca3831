"""One round with the plan server: my counts go up, plan book and use of others come down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.book import DayCount
from app.domain.company import Role
from app.domain.instant import Instant
from app.domain.problem import LedgerProblem, Problem, UsageProblem, mark
from app.ledger.company.book import take_up
from app.ledger.company.joined import CompanyState, company_of, note_round
from app.ledger.company.lost_counts import forget_lost
from app.ledger.company.outgoing import Outgoing, counts_to_send, mark_sent
from app.ledger.company.pooled import keep_people_use, keep_pooled
from app.ledger.ledger import Ledger, Writing
from app.machine.secrets import Secrets
from app.remote.http import Peers
from app.remote.plan_server.book import read_book
from app.remote.plan_server.client import PlanServer
from app.remote.plan_server.usage import parts, read_people, read_pooled, upload
from app.sync.outcome import Done, Outcome
from app.sync.signed_in import signed_in
from app.sync.stopped import CANCELLED, StoppedProblem

_NOT_JOINED = mark("No company is joined here. Join one with the link of an invitation.")
_LEFT = mark("The company was left meanwhile.")


@dataclass(slots=True)
class _Round:
    """A round under way: nothing is fetched while a transaction is open."""

    ledger: Ledger
    state: CompanyState
    now: Callable[[], Instant]
    cancelled: Callable[[], bool]
    done: Done

    def write(self, change: Callable[[Writing], None]) -> None:
        """Write, unless the company was left or joined anew since."""
        with self.ledger.writing() as writing:
            state = company_of(writing.connection)
            if state is None or state.ledger_id != self.state.ledger_id:
                raise StoppedProblem(_LEFT)
            change(writing)

    def check(self) -> None:
        """Stop here when that is wanted."""
        if self.cancelled():
            raise StoppedProblem(CANCELLED)


def plan_round(
    ledger: Ledger,
    secrets: Secrets,
    peers: Peers,
    now: Callable[[], Instant],
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Do one round, each step kept as soon as it is done; run again, it does only what is left.

    Trouble with network, server or keyring is noted and told in the outcome. Raises UsageProblem
    where no company is joined, LedgerProblem.
    """
    with ledger.reading() as snapshot:
        state = company_of(snapshot.connection)
    if state is None:
        raise UsageProblem(_NOT_JOINED)
    found = _Round(ledger, state, now, cancelled, Done())
    problem = _troubled(found, secrets, peers)
    done = found.done
    try:
        if not isinstance(problem, StoppedProblem):
            found.write(lambda w: note_round(w, now(), trouble=problem, role=done.role))
    except StoppedProblem as stopped:
        problem = stopped
    return Outcome(now(), problem, tuple(done.news), done.sent, done.new_book)


def _troubled(found: _Round, secrets: Secrets, peers: Peers) -> Problem | None:
    try:
        with signed_in(found.state, secrets, peers) as server:
            _send_counts(found, server)
            role = _fetch_book(found, server)
            if found.done.new_book:
                # Under another plan, or in another zone, the same calls count otherwise.
                _send_counts(found, server)
            if _fetch_pooled(found, server, found.state.pool_tag):
                # Set back to a backup, the server has lost what it had acknowledged.
                _send_counts(found, server)
                _fetch_pooled(found, server)
            if role is Role.OWNER:
                _fetch_people(found, server)
    except LedgerProblem:
        raise
    except Problem as problem:
        return problem
    return None


def _send_counts(found: _Round, server: PlanServer) -> None:
    found.check()
    outgoing = counts_to_send(found.ledger, found.now())
    for part in parts(outgoing.counts):
        upload(server, found.state.ledger_id, outgoing.sequence, part)
        _acknowledge(found, outgoing, part)
        found.check()
    if not outgoing.counts and outgoing.mark is not None:
        _acknowledge(found, outgoing, ())


def _acknowledge(found: _Round, outgoing: Outgoing, part: Sequence[DayCount]) -> None:
    found.write(lambda writing: mark_sent(writing, outgoing, part))
    found.done.sent += len(part)


def _fetch_book(found: _Round, server: PlanServer) -> Role:
    """Take up the plan book; returns my role as the server sees it."""
    book = read_book(server, found.state.plan_tag)
    found.check()
    if book is None:
        return found.state.role
    role = Role.AGENT if book.people is None else Role.OWNER

    def keep(writing: Writing) -> None:
        found.done.news += take_up(writing, book, now=found.now())
        if role is Role.AGENT:
            # Who was an owner must not keep what only owners see.
            keep_people_use(writing, (), "")

    found.write(keep)
    found.done.new_book, found.done.role = True, role
    return role


def _fetch_pooled(found: _Round, server: PlanServer, tag: str = "") -> bool:
    """Keep what all together used; tells whether the server lost counts it had acknowledged."""
    answer = read_pooled(server, tag)
    found.check()
    if answer is None:
        return False
    lost: list[bool] = []

    def keep(writing: Writing) -> None:
        keep_pooled(writing, answer.uses, answer.tag, answer.as_of)
        lost.append(forget_lost(writing, answer.uses))

    found.write(keep)
    return any(lost)


def _fetch_people(found: _Round, server: PlanServer) -> None:
    answer = read_people(server, found.state.people_tag)
    found.check()
    if answer is not None:
        found.write(lambda writing: keep_people_use(writing, answer.uses, answer.tag))

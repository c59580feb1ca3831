"""One round with an account at a provider: whatever is new there comes into the ledger."""

from app.domain.connection import Connection, Key
from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.instant import SECOND, Instant
from app.domain.problem import LedgerProblem, Problem
from app.ledger.connections.health import note_round
from app.ledger.connections.so_far import postpone
from app.ledger.ledger import Ledger
from app.machine.secrets import Secrets
from app.remote.pages import Part, Reader
from app.sync.accounts.about import learn_account, learn_more, may_read
from app.sync.accounts.going import ChangedProblem, Going
from app.sync.accounts.keys import kept_key
from app.sync.accounts.opener import Opener
from app.sync.accounts.outcome import AccountOutcome
from app.sync.accounts.reading import read_part
from app.sync.accounts.trouble import meets_all
from app.sync.accounts.watch import Watch
from app.sync.schedule import EVERY_SECONDS, next_round_in
from app.sync.stopped import StoppedProblem


def account_round(
    ledger: Ledger,
    connection: Connection,
    secrets: Secrets,
    opener: Opener,
    watch: Watch,
) -> AccountOutcome:
    """Do one round, each page kept as soon as it is there; run again, it does only what is left.

    Trouble with network, provider or keyring is noted and told in the outcome; a connection that is
    paused, removed or given another key meanwhile ends the round quietly. Raises LedgerProblem.
    """
    going = Going(ledger, connection, watch)
    refused_before = going.refused_so_far()
    try:
        try:
            problem = _read(going, secrets, opener)
            next_in = _noted(going, problem)
        except ChangedProblem:
            raise
        except StoppedProblem as stopped:
            problem, next_in = stopped, _postponed(going)
    except ChangedProblem:
        problem, next_in = None, None
    refused = max(0, going.refused_so_far() - refused_before)
    return _outcome(going, problem, refused, next_in)


def _read(going: Going, secrets: Secrets, opener: Opener) -> Problem | None:
    """Read everything; returns what kept a part, or all of it, from being read."""
    try:
        key = kept_key(secrets, going.connection)
    except Problem as problem:
        return problem
    try:
        with opener(going.connection, key, going.waits) as reader:
            return _read_with(going, reader)
    except (LedgerProblem, StoppedProblem):
        raise
    except Problem as problem:
        if kind_of(problem) is FailureKind.SIGN_IN and _is_renewed(going, secrets, key):
            going.stop_changed()
        return problem


def _read_with(going: Going, reader: Reader) -> Problem | None:
    agents = learn_account(going, reader)
    trouble = [found for part in reader.parts(agents) if (found := _read_part(going, part))]
    learn_more(going, reader)
    return trouble[0] if trouble else None


def _read_part(going: Going, part: Part) -> Failure | None:
    """Read a part; returns a trouble of its own, raises what would meet the others as well."""
    if not may_read(going, part.name):
        return None
    try:
        read_part(going, part)
    except Failure as failure:
        if meets_all(failure):
            raise
        return failure
    return None


def _is_renewed(going: Going, secrets: Secrets, key: Key) -> bool:
    """Tell whether another key was given meanwhile, so that what was said of this one is over."""
    try:
        return kept_key(secrets, going.connection) != key
    except Problem:
        return False


def _noted(going: Going, problem: Problem | None) -> int:
    """Note how the round ended; returns in how many seconds the next one is due."""
    at, before = going.now(), going.so_far()
    # A round that brought something is as good as one: a first reading may take hours.
    last_good = at if going.counts.new else before.synced or before.added
    jitter = going.watch.jitter
    next_in = next_round_in(problem, at=at, last_good=last_good, jitter=jitter)
    due = Instant(at + next_in * SECOND)
    going.write(
        lambda writing: note_round(
            writing, going.connection.id, at, trouble=problem, due=due, balance=going.balance
        ),
        durable=True,
    )
    return next_in


def _postponed(going: Going) -> int:
    """Let the next round come as after a good one: whoever stopped one wants no other at once."""
    due = Instant(going.now() + EVERY_SECONDS * SECOND)
    going.write(lambda writing: postpone(writing, going.connection.id, due), durable=True)
    return EVERY_SECONDS


def _outcome(
    going: Going, problem: Problem | None, refused: int, next_in: int | None
) -> AccountOutcome:
    counts = going.counts
    return AccountOutcome(
        going.connection, going.now(), problem,
        *(counts.read, counts.new, counts.changed, counts.gone, refused),
        next_in=next_in,
    )  # fmt: skip

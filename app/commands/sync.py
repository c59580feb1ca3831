"""``talktally sync``: one round with every account that is connected, then with the company."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.actions.company_here import company_joined
from app.actions.sync_accounts import accounts_to_sync, is_connected, sync_account
from app.actions.sync_now import Synced, sync_now
from app.assembly import Workplace
from app.commands.account_text import problem_lines
from app.commands.interrupts import ends_softly
from app.commands.sync_lines import account_lines, company_lines
from app.commands.sync_progress import told_rounds
from app.commands.sync_shapes import rounds_document
from app.domain.connection import Connection
from app.domain.problem import EnvironmentProblem, ExitCode, Problem, UsageProblem, mark
from app.sync.stopped import CANCELLED

if TYPE_CHECKING:
    from app.sync.accounts.outcome import AccountOutcome

_INTERRUPTED = 130
_NOTHING = mark(
    "Nothing is connected here. Connect an account with: talktally account add, or join a company "
    "with: talktally company join"
)
_PAUSED = mark(
    "All that is connected here is paused. Resume it with: talktally account resume NAME"
)
_NOT_HERE = mark(
    "The key of {name} is in no keyring, only in the window that it was given to. Sync it there, "
    "or keep it with: talktally account key NAME"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which."""
    parser.add_argument(
        "--source",
        metavar="NAME",
        action="append",
        default=[],
        help="only this connection; may be given more than once",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Do the rounds; trouble is told after what was done all the same, and is the exit code.

    Accounts come first, so that the company hears of what they brought.
    """
    ledger = workplace.existing_ledger()
    if ledger is None:
        raise UsageProblem(_NOTHING)
    connections = accounts_to_sync(ledger, arguments.source)
    with_company = not arguments.source and company_joined(ledger) is not None
    if not connections and not with_company:
        raise UsageProblem(_PAUSED if is_connected(ledger) else _NOTHING)
    with ends_softly() as stopped:
        outcomes = _rounds(connections, workplace, stopped)
        synced = _company_round(workplace, stopped) if with_company and not stopped() else None
        return _told(outcomes, synced, workplace, stopped=stopped())


def _rounds(
    connections: tuple[Connection, ...], workplace: Workplace, stopped: Callable[[], bool]
) -> "list[AccountOutcome]":
    outcomes = []
    for connection in connections:
        if not stopped():
            outcomes.append(_round(connection, workplace, stopped))
            if not workplace.as_json:
                workplace.tell(*account_lines(workplace.words, outcomes[-1]))
    return outcomes


def _round(
    connection: Connection, workplace: Workplace, stopped: Callable[[], bool]
) -> "AccountOutcome":
    # Here because a command that is refused at once does no round.
    from app.sync.accounts.outcome import AccountOutcome
    from app.sync.accounts.watch import Watch

    if connection.kept_for_run:
        # Left alone without a note: the window that has the key would take it for trouble.
        problem = EnvironmentProblem(_NOT_HERE, name=connection.name)
        return AccountOutcome(connection, workplace.clock.now(), problem)
    with told_rounds(workplace, connection) as told:
        watch = Watch(workplace.clock.now, told, stopped)
        return sync_account(workplace.ledger(), workplace.secrets(), connection, watch)


def _company_round(workplace: Workplace, stopped: Callable[[], bool]) -> Synced:
    ledger, secrets = workplace.ledger(), workplace.secrets()
    synced = sync_now(ledger, secrets, now=workplace.clock.now, cancelled=stopped)
    if not workplace.as_json:
        workplace.tell(*company_lines(workplace.words, synced))
    return synced


def _told(
    outcomes: "list[AccountOutcome]", synced: Synced | None, workplace: Workplace, *, stopped: bool
) -> int:
    """Tell what is left to tell, and return the exit code: that of the worst."""
    problems = {each.connection.name: each.problem for each in outcomes}
    found = {name: problem for name, problem in problems.items() if problem is not None}
    company = None if synced is None else synced.problem
    if workplace.as_json:
        workplace.tell_json(rounds_document(workplace.words, outcomes, synced))
    else:
        _tell_problems(found, company, workplace, stopped=stopped)
        if not (found or company or stopped or _is_news(outcomes, synced, workplace)):
            workplace.tell(workplace.words.say("Everything is up to date."))
    if stopped:
        return _INTERRUPTED
    both = [*found.values(), *([company] if company else [])]
    return max((problem.exit_code for problem in both), default=ExitCode.DONE)


def _tell_problems(
    found: dict[str, Problem], company: Problem | None, workplace: Workplace, *, stopped: bool
) -> None:
    words = workplace.words
    if stopped:
        workplace.warn(words.say(CANCELLED))
        return
    for name, problem in found.items():
        for line in problem_lines(words, name, problem):
            workplace.warn(line)
    if company is not None:
        workplace.warn(words.problem(company))


def _is_news(outcomes: "list[AccountOutcome]", synced: Synced | None, workplace: Workplace) -> bool:
    words = workplace.words
    lines = [] if synced is None else company_lines(words, synced)
    return bool(lines) or any(account_lines(words, each) for each in outcomes)

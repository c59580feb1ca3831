"""``talktally company join``: join a company with the link of an invitation."""

import argparse
import platform
from collections.abc import Iterator

from app.actions.join_company import Joined, join_company
from app.assembly import Workplace
from app.commands.arguments import words
from app.domain.problem import EnvironmentProblem, ExitCode, mark
from app.machine.secrets import outlives_this_run
from app.wording.company import role_text

_LONGEST = 4096
_NO_KEYRING = mark(
    "The keyring of this computer cannot keep you signed in: it is locked, or there is none. "
    "Unlock it and try again, or join in the window, which can do without for as long as it runs."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how this computer is called; the link is secret and comes on standard input."""
    parser.add_argument(
        "--device", metavar="NAME", type=words(120), help="how owners see this computer"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Read the link, and join."""
    secrets = workplace.secrets()
    # Looked at first: the link works once, and what is kept for this run ends with this command.
    if not outlives_this_run(secrets):
        raise EnvironmentProblem(_NO_KEYRING)
    device = arguments.device or platform.node() or "computer"
    link = _link(workplace)
    joined = join_company(workplace.ledger(), secrets, link, device, now=workplace.clock.now())
    if workplace.as_json:
        workplace.tell_json(_document(joined, workplace))
    else:
        workplace.tell(*_lines(joined, workplace))
    if joined.problem is not None:
        workplace.warn(workplace.words.problem(joined.problem))
    return ExitCode.DONE


def _link(workplace: Workplace) -> str:
    stdin = workplace.streams.stdin
    if stdin.isatty():
        workplace.warn(workplace.words.say("Paste the link of your invitation:"))
    return stdin.readline(_LONGEST).decode("utf-8", "replace")


def _document(joined: Joined, workplace: Workplace) -> dict[str, object]:
    problem = joined.problem
    return {
        "server": joined.server,
        "company": joined.company,
        "member": joined.member,
        "role": joined.role.value,
        "kept_for_run": joined.kept_for_run,
        "has_plan": joined.has_plan,
        "to_share": joined.to_share,
        "problem": None if problem is None else workplace.words.problem(problem),
    }


def _lines(joined: Joined, workplace: Workplace) -> Iterator[str]:
    say = workplace.words.say
    yield say(
        "You joined {company} as {member} ({role}).",
        company=joined.company,
        member=joined.member,
        role=role_text(workplace.words, joined.role),
    )
    if joined.to_share:
        yield say(
            "{company} has no plan yet. To give it the one entered here: {command}",
            company=joined.company,
            command="talktally company share-plan",
        )
    elif joined.has_plan:
        yield say("Its plan holds here from now on.")
    elif joined.problem is None:
        yield say("{company} has no plan yet.", company=joined.company)

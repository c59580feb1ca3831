"""``talktally company join``: join a company with the link of an invitation.

Where a roll-out names the company's server, the code of an invitation is enough; where it holds an
invitation, nothing has to be written at all.
"""

import argparse
import platform
from collections.abc import Iterator

from app.actions.join_company import Joined, join_company
from app.assembly import Workplace
from app.commands.arguments import words
from app.domain.join_link import whole_link
from app.domain.problem import EnvironmentProblem, ExitCode, mark
from app.domain.rollout import Rollout
from app.machine.secrets import outlives_this_run
from app.wording.company import role_text
from app.wording.words import Words

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
    rollout, stdin = workplace.rollout, workplace.streams.stdin
    if stdin.isatty():
        workplace.warn(_question(workplace.words, rollout))
    pasted = stdin.readline(_LONGEST).decode("utf-8", "replace").strip()
    if not pasted and rollout.invites:
        return rollout.server
    return whole_link(pasted, rollout.server_address)


def _question(words: Words, rollout: Rollout) -> str:
    if rollout.invites:
        return words.say(
            "Press Enter to join at {server} with the invitation of this computer, or paste the "
            "link of another one:",
            server=rollout.server_address,
        )
    if rollout.server:
        return words.say(
            "Paste the link of your invitation to {server}, or its code:", server=rollout.server
        )
    return words.say("Paste the link of your invitation:")


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

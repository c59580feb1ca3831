"""What ``plan link`` and ``plan unlink`` share."""

import argparse

from app.actions.mark_linked import mark_linked
from app.assembly import Workplace
from app.commands import shapes
from app.commands.arguments import words
from app.commands.for_company import tell_company
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.written_instant import read_day

_LONGEST_NAME = 100
_NOBODY = mark('Say who: the name as records write it, or "me".')


def add_person(parser: argparse.ArgumentParser) -> None:
    """Declare who, and from when on."""
    parser.add_argument(
        "name", metavar="NAME", type=words(_LONGEST_NAME), help='as records write it, or "me"'
    )
    parser.add_argument("--from", dest="start", metavar="DATE", help="first day; now unless given")


def tell_linked(arguments: argparse.Namespace, workplace: Workplace, *, linked: bool) -> int:
    """Mark the person, here or on the company's server."""
    since = read_day(arguments.start) if arguments.start is not None else None
    now, name = workplace.clock.now(), arguments.name
    if not name.strip():
        raise UsageProblem(_NOBODY)
    company = mark_linked(
        workplace.ledger(), workplace.secrets(), name, linked=linked, now=now, since=since
    )
    if workplace.as_json:
        said = {"name": name, "linked": linked, "from": shapes.day(since)}
        workplace.tell_json({**said, "company": company or None})
        return ExitCode.DONE
    say = workplace.words.say
    if linked:
        workplace.tell(say("Twilio Connect is linked for {agent}.", agent=name))
    else:
        workplace.tell(say("Twilio Connect is no longer linked for {agent}.", agent=name))
    tell_company(company, workplace)
    return ExitCode.DONE

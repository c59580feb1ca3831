"""What ``plan link`` and ``plan unlink`` share."""

import argparse

from app.actions.mark_linked import mark_linked
from app.assembly import Workplace
from app.commands import shapes
from app.commands.arguments import words
from app.domain.problem import ExitCode
from app.domain.written_instant import read_day

_LONGEST_NAME = 100


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
    mark_linked(workplace.ledger(), workplace.secrets(), name, linked=linked, now=now, since=since)
    if workplace.as_json:
        workplace.tell_json({"name": name, "linked": linked, "from": shapes.day(since)})
    elif linked:
        workplace.tell(workplace.words.say("Twilio Connect is linked for {agent}.", agent=name))
    else:
        told = workplace.words.say("Twilio Connect is no longer linked for {agent}.", agent=name)
        workplace.tell(told)
    return ExitCode.DONE

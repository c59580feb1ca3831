"""``talktally company remove``: remove a person; all their computers are signed out."""

import argparse

from app.actions.company_people import read_access, remove_member
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.domain.access import Member
from app.domain.problem import ExitCode, UsageProblem, mark

_NOBODY = mark("There is nobody named {name} in the company. Look at: talktally company people")
_SEVERAL = mark("Several people are named {name}. Write the id of one: talktally company people")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who."""
    parser.add_argument("name", metavar="NAME", help="the name of the person, or their id")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Remove them; what they used stays in the sums."""
    ledger, secrets = company_ledger(workplace), workplace.secrets()
    member = _found(arguments.name, read_access(ledger, secrets).members)
    remove_member(ledger, secrets, member.id)
    if workplace.as_json:
        workplace.tell_json({"removed": member.id, "name": member.name})
    else:
        workplace.tell(workplace.words.say("{person} is removed.", person=member.name))
    return ExitCode.DONE


def _found(asked: str, members: tuple[Member, ...]) -> Member:
    said = asked.strip().casefold()
    here = [each for each in members if each.left is None]
    found = [each for each in here if said in (each.name.casefold(), each.id)]
    if len(found) > 1:
        raise UsageProblem(_SEVERAL, name=asked[:40])
    if not found:
        raise UsageProblem(_NOBODY, name=asked[:40])
    return found[0]

"""``talktally company remove``: remove a person; all their computers are signed out."""

import argparse

from app.actions.company_people import read_access, remove_member
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.commands.member_called import member_called
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who."""
    parser.add_argument("name", metavar="NAME", help="the name of the person, or their id")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Remove them; what they used stays in the sums."""
    ledger, secrets = company_ledger(workplace), workplace.secrets()
    member = member_called(arguments.name, read_access(ledger, secrets))
    remove_member(ledger, secrets, member.id)
    if workplace.as_json:
        workplace.tell_json({"removed": member.id, "name": member.name})
    else:
        workplace.tell(workplace.words.say("{person} is removed.", person=member.name))
    return ExitCode.DONE

"""``talktally plan edit``: a plan of one's own put in force, from its document."""

import argparse

from app.actions.edit_plan import plan_in_file
from app.actions.state_there import state_plans_there
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import file_path
from app.commands.put_in_force import tell_put, wish_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file and from when it holds."""
    parser.add_argument(
        "file", metavar="FILE", type=file_path, help="a plan's document, as plan show --json has it"
    )
    choices.add_plan_wish(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Put it in force."""
    found = state_plans_there(
        workplace.ledger(),
        workplace.secrets(),
        [plan_in_file(arguments.file)],
        wish_of(arguments),
        now=workplace.clock.now(),
        machine_zone=workplace.zone(),
    )
    return tell_put(found, workplace)

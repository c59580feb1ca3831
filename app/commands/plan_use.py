"""``talktally plan use``: plans of the catalogue put in force."""

import argparse

from app.actions.choose_plan import choose_plans
from app.assembly import Workplace
from app.commands import choices
from app.commands.put_in_force import tell_put, wish_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the plans and from when they hold."""
    parser.add_argument(
        "names", metavar="NAME", nargs="+", help="hubspot-professional, aircall-us-ca and others"
    )
    choices.add_plan_wish(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Put them in force, all or none."""
    wish = wish_of(arguments)
    found = choose_plans(
        workplace.ledger(),
        arguments.names,
        wish,
        now=workplace.clock.now(),
        machine_zone=workplace.zone(),
    )
    return tell_put(found, workplace)

"""``talktally plan use``: plans of the catalogue put in force."""

import argparse

from app.actions.state_there import state_plans_there
from app.assembly import Workplace
from app.commands import choices
from app.commands.put_in_force import tell_put, wish_of
from app.machine.catalogue import plan_named


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the plans and from when they hold."""
    parser.add_argument(
        "names", metavar="NAME", nargs="+", help="hubspot-professional, aircall-us-ca and others"
    )
    choices.add_plan_wish(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Put them in force, all or none."""
    plans = [plan_named(name) for name in arguments.names]
    found = state_plans_there(
        workplace.ledger(),
        workplace.secrets(),
        plans,
        wish_of(arguments),
        now=workplace.clock.now(),
        machine_zone=workplace.zone(),
    )
    return tell_put(found, workplace)

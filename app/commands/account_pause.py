"""``talktally account pause``: nothing is read from these connections until they are resumed."""

import argparse

from app.assembly import Workplace
from app.commands import account_pausing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="the name of a connection")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Pause them."""
    return account_pausing.pause(arguments.name, workplace, paused=True)

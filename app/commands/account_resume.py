"""``talktally account resume``: connections that were paused are read again."""

import argparse

from app.assembly import Workplace
from app.commands import account_pausing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="the name of a connection")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Resume them."""
    return account_pausing.pause(arguments.name, workplace, paused=False)

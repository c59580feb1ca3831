"""``talktally duplicates apart``: two entries are two calls."""

import argparse

from app.assembly import Workplace
from app.commands.pairs import add_pair, decide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two entries."""
    add_pair(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Count both from now on, and never ask about them again."""
    return decide(arguments, workplace, apart=True)

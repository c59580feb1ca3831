"""``talktally duplicates same``: two entries are one call."""

import argparse

from app.assembly import Workplace
from app.commands.pairs import add_pair, decide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two entries."""
    add_pair(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Count them once from now on."""
    return decide(arguments, workplace, apart=False)

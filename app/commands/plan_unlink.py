"""``talktally plan unlink``: a person no longer linked with Twilio Connect."""

import argparse

from app.assembly import Workplace
from app.commands.linking import add_person, tell_linked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who, and from when on."""
    add_person(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Say so."""
    return tell_linked(arguments, workplace, linked=False)

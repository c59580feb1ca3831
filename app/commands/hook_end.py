"""``talktally hook end``: a softphone says of a call that it is over, and is recorded."""

import argparse

from app.assembly import Workplace
from app.commands import hooks
from app.domain.call_report import Happening

add_arguments = hooks.add_arguments


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Take the report in."""
    return hooks.take_in(Happening.END, arguments, workplace)

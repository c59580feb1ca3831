"""``talktally live settle``: an end that was estimated is right, or the call was so long."""

import argparse

from app.actions.unsure_ends import settle_end
from app.assembly import Workplace
from app.commands.arguments import whole
from app.commands.logged import talk_of
from app.domain.problem import ExitCode

_MOST = 10**11


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the entry, and how long the call was."""
    parser.add_argument(
        "entry", metavar="ENTRY", type=whole(1, _MOST), help="the entry's id, as live tells it"
    )
    parser.add_argument(
        "--seconds", metavar="N", help="how long it was answered; as estimated unless given"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Keep it; refused when there is no such entry or its end is no estimate."""
    talk_us = None if arguments.seconds is None else talk_of(arguments.seconds)
    entry = settle_end(workplace.ledger(), arguments.entry, talk_us)
    if workplace.as_json:
        workplace.tell_json({"id": str(entry)})
    return ExitCode.DONE

"""``talktally log call``: a call entered by hand."""

import argparse

from app.actions.import_file import ImportWishes, with_wishes
from app.actions.record import HAND, new_id, record
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import words
from app.commands.logged import moment_of, talk_of, tell_logged
from app.domain.event import Call, Direction


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said about a call."""
    parser.add_argument(
        "--to", metavar="NUMBER", type=words(100), default="", help="who was called"
    )
    parser.add_argument(
        "--from", dest="own", metavar="NUMBER", type=words(100), default="", help="who called"
    )
    parser.add_argument("--start", metavar="TIME", help="when it started; now unless given")
    parser.add_argument("--seconds", metavar="N", required=True, help="how long it was answered")
    choices.add_method(parser)
    choices.add_direction(parser)
    choices.add_agent(parser, help_text="whose call it was, mine unless given")
    choices.add_counts_toward(parser)
    parser.add_argument(
        "--note", metavar="TEXT", type=words(1_000), default="", help="a note of your own"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Keep the call and tell its id."""
    direction = choices.direction_of(arguments) or Direction.OUTBOUND
    inbound = direction is Direction.INBOUND
    call = Call(
        HAND, new_id(),
        moment_of(arguments.start, workplace),
        talk_of(arguments.seconds), direction,
        own=arguments.to if inbound else arguments.own,
        far=arguments.own if inbound else arguments.to,
        method=choices.method_of(arguments),
        note=arguments.note,
    )  # fmt: skip
    ledger = workplace.ledger()
    wishes = ImportWishes(
        agent=choices.agent_of(arguments, ledger),
        counts_toward=choices.counted_plan(arguments.counts_toward, ledger),
    )
    return tell_logged(record(ledger, with_wishes(call, wishes)), workplace)

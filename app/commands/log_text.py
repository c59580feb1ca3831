"""``talktally log text``: a text entered by hand; its body is counted and dropped."""

import argparse

from app.actions.import_file import ImportWishes, with_wishes
from app.actions.record import HAND, new_id, record, with_body
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import whole, words
from app.commands.logged import moment_of, tell_logged
from app.domain.event import Direction, Text
from app.domain.problem import UsageProblem, mark

_MOST = 10_000
_ONE = mark("Give the body with --body, or its count with --segments, not both.")
_NONE = mark("Say what to count: --body TEXT, --segments N, or --media N.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said about a text."""
    parser.add_argument("--to", metavar="NUMBER", type=words(100), default="", help="who got it")
    parser.add_argument(
        "--from", dest="own", metavar="NUMBER", type=words(100), default="", help="who sent it"
    )
    parser.add_argument("--at", metavar="TIME", help="when; now unless given")
    parser.add_argument("--body", metavar="TEXT", help="what it said; counted, then dropped")
    parser.add_argument("--segments", metavar="N", type=whole(1, _MOST), help="its segments")
    parser.add_argument(
        "--media", metavar="N", type=whole(0, _MOST), help="attached files; any makes it an MMS"
    )
    choices.add_direction(parser)
    choices.add_agent(parser, help_text="whose text it was, mine unless given")
    choices.add_counts_toward(parser)
    parser.add_argument(
        "--note", metavar="TEXT", type=words(1_000), default="", help="a note of your own"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Keep the text and tell its id."""
    if arguments.body is not None and arguments.segments is not None:
        raise UsageProblem(_ONE)
    if arguments.body is None and arguments.segments is None and not arguments.media:
        raise UsageProblem(_NONE)
    text = _text(arguments, workplace)
    if arguments.body is not None:
        text = with_body(text, arguments.body)
    ledger = workplace.ledger()
    wishes = ImportWishes(
        agent=choices.agent_of(arguments, ledger),
        counts_toward=choices.counted_plan(arguments.counts_toward, ledger),
    )
    return tell_logged(record(ledger, with_wishes(text, wishes)), workplace)


def _text(arguments: argparse.Namespace, workplace: Workplace) -> Text:
    direction = choices.direction_of(arguments) or Direction.OUTBOUND
    inbound = direction is Direction.INBOUND
    return Text(
        HAND, new_id(), moment_of(arguments.at, workplace), direction,
        own=arguments.to if inbound else arguments.own,
        far=arguments.own if inbound else arguments.to,
        counted=arguments.segments,
        media=arguments.media or 0,
        note=arguments.note,
    )  # fmt: skip

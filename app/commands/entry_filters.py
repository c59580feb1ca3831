"""Arguments that narrow entries, shared by the commands that list, export or change many."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from app.commands import choices
from app.commands.arguments import words
from app.domain.filters import Filters
from app.domain.instant import BEGINNING, END
from app.domain.plan import Line
from app.domain.receipt import Outcome
from app.domain.written_instant import read_start

if TYPE_CHECKING:
    from app.assembly import Workplace

_LINES = {"call": Line.CALLS, "text": Line.TEXTS}
_LONGEST_SEARCH = 1_000


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Declare everything that entries can be narrowed by."""
    parser.add_argument(
        "--search", metavar="WORDS", type=words(_LONGEST_SEARCH), default="",
        help="part of a number, name, note or tag; of several words all",
    )  # fmt: skip
    parser.add_argument(
        "--tag", metavar="TAG", type=words(_LONGEST_SEARCH), default="", help="only with this tag"
    )
    choices.add_method(parser)
    choices.add_agent(parser, help_text="only this person's entries")
    add_plain_filters(parser)


def add_plain_filters(parser: argparse.ArgumentParser) -> None:
    """Declare what entries can be narrowed by that nobody can change afterwards."""
    parser.add_argument("--kind", choices=list(_LINES), help="only calls or only texts")
    choices.add_direction(parser)
    parser.add_argument(
        "--outcome", action="append", choices=[each.value for each in Outcome], default=[],
        help="only what became of them; may be given several times",
    )  # fmt: skip
    parser.add_argument("--source", metavar="PROVIDER", default="", help="such as hubspot")
    parser.add_argument("--since", metavar="DATE", help="from this date or time on")
    parser.add_argument("--until", metavar="DATE", help="before this date or time")


def filters_of(arguments: argparse.Namespace, workplace: "Workplace") -> Filters:
    """Return what was asked for with :func:`add_filters`."""
    ledger = workplace.existing_ledger()
    return replace(
        plain_filters_of(arguments, workplace.zone()),
        words=arguments.search,
        tag=arguments.tag,
        method=choices.method_of(arguments),
        agent=choices.agent_of(arguments, ledger, nameless="me"),
    )


def plain_filters_of(arguments: argparse.Namespace, zone: str) -> Filters:
    """Return what was asked for with :func:`add_plain_filters`; ``zone``: of times without one."""
    since, until = arguments.since, arguments.until
    return Filters(
        line=_LINES.get(arguments.kind),
        direction=choices.direction_of(arguments),
        since=BEGINNING if since is None else read_start(since, zone),
        until=END if until is None else read_start(until, zone),
        outcomes=frozenset(map(Outcome, arguments.outcome)),
        source=arguments.source,
    )

"""``talktally export``: entries written to a file."""

import argparse

from app.actions.export_entries import export_entries
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import file_path
from app.domain.instant import BEGINNING, END
from app.domain.plan import Line
from app.domain.problem import ExitCode
from app.domain.written_instant import read_start
from app.ledger.entries import Selection

_LINES = {"call": Line.CALLS, "text": Line.TEXTS}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file and what is selected."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="ends with .csv or .jsonl")
    parser.add_argument("--format", choices=["csv", "jsonl"], help="the ending tells it otherwise")
    parser.add_argument("--kind", choices=list(_LINES), help="only calls or only texts")
    choices.add_direction(parser)
    choices.add_agent(parser, "only this person's entries")
    parser.add_argument("--since", metavar="DATE", help="from this date or time on")
    parser.add_argument("--until", metavar="DATE", help="before this date or time")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Write the file."""
    ledger = workplace.existing_ledger()
    agent = choices.agent_of(arguments, ledger, nameless="me")
    selection = _selection(arguments, agent, workplace.zone())
    entries = export_entries(
        ledger, arguments.file, selection, arguments.format, folder=workplace.folder
    )
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json({"file": str(arguments.file), "entries": entries})
        return ExitCode.DONE
    told = words.say_many("{n} entry", "{n} entries", entries)
    workplace.tell(words.say("{entries} written to {file}.", entries=told, file=arguments.file))
    return ExitCode.DONE


def _selection(arguments: argparse.Namespace, agent: str, zone: str) -> Selection:
    since, until = arguments.since, arguments.until
    return Selection(
        line=_LINES.get(arguments.kind),
        direction=choices.direction_of(arguments),
        agent=agent,
        since=BEGINNING if since is None else read_start(since, zone),
        until=END if until is None else read_start(until, zone),
    )

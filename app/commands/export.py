"""``talktally export``: entries written to a file."""

import argparse

from app.actions.export_entries import export_entries
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.entry_filters import add_filters, filters_of
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file and what is selected."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="ends with .csv or .jsonl")
    parser.add_argument("--format", choices=["csv", "jsonl"], help="the ending tells it otherwise")
    add_filters(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Write the file."""
    ledger = workplace.existing_ledger()
    filters = filters_of(arguments, workplace)
    entries = export_entries(
        ledger, arguments.file, filters, arguments.format, folder=workplace.folder
    )
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json({"file": str(arguments.file), "entries": entries})
        return ExitCode.DONE
    told = words.say_many("{n} entry", "{n} entries", entries)
    workplace.tell(words.say("{entries} written to {file}.", entries=told, file=arguments.file))
    return ExitCode.DONE

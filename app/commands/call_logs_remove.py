"""``talktally call-logs remove``: read a softphone's call log no longer."""

import argparse

from app.actions.call_logs import remove_log
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the log."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="the softphone's call log")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Keep that it is not wanted; what it brought stays."""
    path = arguments.file.absolute()
    remove_log(workplace.folder, path)
    if workplace.as_json:
        workplace.tell_json({"removed": str(path)})
    else:
        said = workplace.words.say("{file} is not read any more. Its entries stay.", file=path)
        workplace.tell(said)
    return ExitCode.DONE

"""``talktally call-logs add``: read a softphone's call log from now on."""

import argparse

from app.actions.call_logs import add_log
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.logs_read import read_and_tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the log."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="the softphone's call log")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Keep that it is wanted, and read it at once."""
    path = arguments.file.absolute()
    add_log(workplace.folder, path, workplace.environ)
    return read_and_tell([path], workplace)

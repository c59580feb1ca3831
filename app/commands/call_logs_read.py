"""``talktally call-logs read``: read the call logs now, also where no window does."""

import argparse
from pathlib import Path

from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.logs_read import read_and_tell
from app.machine.settings import read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which logs; without any, all that are wanted."""
    parser.add_argument(
        "files", metavar="FILE", nargs="*", type=file_path, help="all that are wanted if not said"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Read them, and tell what each brought; refused where one could not be read."""
    named = [path.absolute() for path in arguments.files]
    wanted = read_settings(workplace.folder)[0].phone.logs
    return read_and_tell(named or [Path(name) for name in wanted], workplace)

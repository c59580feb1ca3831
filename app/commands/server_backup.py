"""``talktally server backup``: a copy of the plan server's database while it goes on."""

import argparse

from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.server_place import add_database, open_database, with_server_parts
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="a new file for the copy")
    add_database(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Copy it, for SQLite."""
    target = arguments.file.absolute()
    with with_server_parts():
        # Here because only the server's own commands may load its parts.
        from app.server.store.copying import copy_database

        with open_database(arguments, workplace, is_there=True) as database:
            copy_database(database, target)
    if workplace.as_json:
        workplace.tell_json({"file": str(target)})
    else:
        workplace.tell(workplace.words.say("Copied and checked: {file}", file=target))
    return ExitCode.DONE

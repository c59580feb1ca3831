"""``talktally server verify``: whether the plan server's database says what its parts say."""

import argparse

from app.assembly import Workplace
from app.commands.server_place import add_database, open_database, with_server_parts
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which database."""
    add_database(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Check it; exit 1 on any difference."""
    with with_server_parts():
        # Here because only the server's own commands may load its parts.
        from app.server.verifying import verify

        with open_database(arguments, workplace, is_there=True) as database:
            differences = verify(database)
    _tell(differences, workplace)
    return ExitCode.REFUSED if differences else ExitCode.DONE


def _tell(differences: list[str], workplace: Workplace) -> None:
    if workplace.as_json:
        workplace.tell_json({"ok": not differences, "differences": differences})
    elif differences:
        workplace.tell(*differences)
    else:
        workplace.tell(workplace.words.say("Everything in the server's database agrees."))

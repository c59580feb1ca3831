"""``talktally account rename``: call a connection otherwise."""

import argparse

from app.actions.account_here import account_named
from app.actions.rename_account import rename_account
from app.assembly import Workplace
from app.commands.account_shapes import connection_document
from app.commands.arguments import words
from app.commands.connected_ledger import connected_ledger
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which, and its new name."""
    parser.add_argument("name", metavar="NAME", help="the name of the connection")
    parser.add_argument("new", metavar="NEW", type=words(200), help="what to call it from now on")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Rename it."""
    ledger = connected_ledger(workplace)
    before = account_named(ledger, arguments.name)
    renamed = rename_account(ledger, before.id, arguments.new)
    if workplace.as_json:
        workplace.tell_json({"account": connection_document(renamed)})
    else:
        say = workplace.words.say
        workplace.tell(say("{name} is called {new} now.", name=before.name, new=renamed.name))
    return ExitCode.DONE

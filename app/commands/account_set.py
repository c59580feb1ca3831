"""``talktally account set``: say what a connection is, and how its records count."""

import argparse

from app.actions.account_here import account_named
from app.actions.set_account_options import set_account_options
from app.assembly import Workplace
from app.commands import account_options
from app.commands.account_shapes import connection_document
from app.commands.connected_ledger import connected_ledger
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which, and what can be said of it; what is not said stays."""
    parser.add_argument("name", metavar="NAME", help="the name of the connection")
    account_options.add_arguments(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Change it, for stored records, too."""
    ledger = connected_ledger(workplace)
    before = account_named(ledger, arguments.name)
    options = account_options.options_of(arguments, ledger, before.options)
    now = workplace.clock.now()
    changed = set_account_options(ledger, before.id, options, now=now)
    say = workplace.words.say
    if workplace.as_json:
        workplace.tell_json({"account": connection_document(changed)})
    elif changed.options == before.options:
        workplace.tell(say("Nothing was changed."))
    else:
        workplace.tell(say("{name} is changed. Its records count accordingly.", name=changed.name))
    return ExitCode.DONE

"""``talktally account people``: the users that a provider names, and who each of them is."""

import argparse

from app.actions.account_here import account_named
from app.actions.identify_user import identify_user
from app.actions.read_accounts import read_accounts
from app.assembly import Workplace
from app.commands.account_shapes import person_document
from app.commands.account_text import person_line
from app.commands.connected_ledger import connected_ledger
from app.domain.accounts import Known
from app.domain.problem import ExitCode, UsageProblem, mark

_BOTH = mark("Say which user is who: --user ID --is PERSON, where PERSON may be me.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which connection, and who is who."""
    parser.add_argument("name", metavar="NAME", help="the name of the connection")
    parser.add_argument("--user", metavar="ID", help="a user, by the id that the list shows")
    parser.add_argument("--is", dest="person", metavar="PERSON", help='who that is; "me" for me')


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Say who somebody is, if asked to, and show everybody."""
    if (arguments.user is None) != (arguments.person is None):
        raise UsageProblem(_BOTH)
    ledger = connected_ledger(workplace)
    connection = account_named(ledger, arguments.name)
    if arguments.user is not None:
        people = identify_user(ledger, connection.id, arguments.user, arguments.person)
    else:
        page = read_accounts(ledger, workplace.clock.now())
        found = (each.people for each in page.accounts if each.connection.id == connection.id)
        people = next(found, ())
    _tell(people, workplace)
    return ExitCode.DONE


def _tell(people: tuple[Known, ...], workplace: Workplace) -> None:
    if workplace.as_json:
        workplace.tell_json({"people": [person_document(each) for each in people]})
    elif people:
        workplace.tell(*(person_line(workplace.words, each) for each in people))
    else:
        workplace.tell(workplace.words.say("No people are known yet. Sync, then look again."))

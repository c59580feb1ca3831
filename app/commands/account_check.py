"""``talktally account test``: try the keys of connections, and tell what they open."""

import argparse

from app.actions.account_here import accounts_named
from app.actions.check_account import check_account
from app.assembly import Workplace
from app.commands.account_shapes import connection_document, found_document
from app.commands.account_text import found_lines, problem_lines
from app.commands.connected_ledger import connected_ledger
from app.commands.told_wait import told_wait
from app.domain.connection import Connection
from app.domain.problem import ExitCode, Problem
from app.wording.accounts import account_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="the name of a connection")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Try each of them; the exit code is that of the worst."""
    ledger = connected_ledger(workplace)
    tried = [_tried(each, workplace) for each in accounts_named(ledger, arguments.name)]
    if workplace.as_json:
        workplace.tell_json({"accounts": [document for document, _ in tried]})
    return max(code for _, code in tried)


def _tried(connection: Connection, workplace: Workplace) -> tuple[dict[str, object], int]:
    words = workplace.words
    wait = told_wait(workplace, connection.provider)
    try:
        checked = check_account(workplace.ledger(), workplace.secrets(), connection.id, wait=wait)
    except Problem as problem:
        if not workplace.as_json:
            for line in problem_lines(words, connection.name, problem):
                workplace.warn(line)
        told = {**connection_document(connection), "ok": False, "problem": words.problem(problem)}
        return told, problem.exit_code
    if not workplace.as_json:
        account = account_name(words, checked.connection)
        workplace.tell(words.say("{name} works: {account}", name=connection.name, account=account))
        workplace.tell(*found_lines(words, checked.connection, checked.found))
    document = found_document(words, checked.connection, checked.found)
    return {**document, "ok": True, "problem": None}, ExitCode.DONE

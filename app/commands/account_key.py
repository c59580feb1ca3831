"""``talktally account key``: a new key for a connection, of the same account."""

import argparse

from app.actions.account_here import account_named
from app.actions.renew_key import renew_key
from app.assembly import Workplace
from app.commands.account_shapes import found_document
from app.commands.account_text import found_lines
from app.commands.connected_ledger import connected_ledger
from app.commands.key_asked import ask_key, check_keyring
from app.commands.told_wait import told_wait
from app.domain.connection import Provider
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which; the key is secret and comes on standard input."""
    parser.add_argument("name", metavar="NAME", help="the name of the connection")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Ask for the key, try it, and keep it in the old one's place."""
    ledger = connected_ledger(workplace)
    connection = account_named(ledger, arguments.name)
    check_keyring(workplace)
    provider = connection.provider
    account = connection.account if provider is Provider.TWILIO else ""
    pasted = ask_key(workplace, provider, account)
    wait = told_wait(workplace, provider)
    renewed = renew_key(ledger, workplace.secrets(), connection.id, pasted.key, wait=wait)
    if workplace.as_json:
        document = found_document(workplace.words, renewed.connection, renewed.found)
        workplace.tell_json({"account": document})
        return ExitCode.DONE
    words = workplace.words
    workplace.tell(words.say("{name} has a new key.", name=connection.name))
    workplace.tell(*found_lines(words, renewed.connection, renewed.found))
    return ExitCode.DONE

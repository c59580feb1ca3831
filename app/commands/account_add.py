"""``talktally account add``: connect an account at a provider, after its key was tried."""

import argparse
from collections.abc import Iterator

from app.actions.account_here import check_options
from app.actions.add_account import Added, add_account
from app.assembly import Workplace
from app.commands import account_options
from app.commands.account_shapes import found_document
from app.commands.account_text import found_lines
from app.commands.arguments import words
from app.commands.key_asked import ask_key, check_keyring
from app.commands.told_wait import told_wait
from app.domain.connection import NewConnection, Options, Provider
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.server_address import check_address
from app.wording.accounts import account_name

_ACCOUNT = mark("--account is for Twilio alone: the other providers tell it by the key.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to connect; the key is secret and comes on standard input."""
    parser.add_argument("provider", choices=[each.value for each in Provider])
    parser.add_argument("--name", metavar="NAME", type=words(200), default="", help="what to call it")  # fmt: skip  # noqa: E501
    parser.add_argument("--account", metavar="SID", default="", help="the Account SID at Twilio")
    parser.add_argument(
        "--base-url", metavar="URL", default="", help="of a gateway or a local server"
    )
    account_options.add_arguments(parser)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Ask for the key, try it, and tell what it opens."""
    provider = Provider(arguments.provider)
    if arguments.account and provider is not Provider.TWILIO:
        raise UsageProblem(_ACCOUNT)
    # Looked at first: what would be kept for this run alone ends with this command.
    check_keyring(workplace)
    ledger = workplace.ledger()
    options = account_options.options_of(arguments, ledger, Options())
    # Before the key is asked for: nobody likes to paste it twice.
    check_options(provider, options)
    if arguments.base_url:
        check_address(arguments.base_url)
    pasted = ask_key(workplace, provider, arguments.account)
    new = NewConnection(
        provider, pasted.key, arguments.name, pasted.account, arguments.base_url, options
    )
    added = add_account(
        ledger, workplace.secrets(), new,
        now=workplace.clock.now(), wait=told_wait(workplace, provider),
    )  # fmt: skip
    if workplace.as_json:
        document = found_document(workplace.words, added.connection, added.found)
        workplace.tell_json({"account": document})
    else:
        workplace.tell(*_lines(added, workplace))
    return ExitCode.DONE


def _lines(added: Added, workplace: Workplace) -> Iterator[str]:
    say, connection = workplace.words.say, added.connection
    account = account_name(workplace.words, connection)
    yield say("{account} is connected as {name}.", account=account, name=connection.name)
    yield from found_lines(workplace.words, connection, added.found)
    yield say("To read it now: {command}", command="talktally sync")

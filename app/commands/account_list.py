"""``talktally account list``: every connection, how it fares, and what was read."""

import argparse

from app.actions.read_accounts import read_accounts
from app.assembly import Workplace
from app.commands.account_shapes import shown_document
from app.commands.account_text import shown_lines
from app.domain.accounts import AccountsPage
from app.domain.problem import ExitCode
from app.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: all of them are shown."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show them."""
    ledger, now = workplace.existing_ledger(), workplace.clock.now()
    page = AccountsPage(now) if ledger is None else read_accounts(ledger, now)
    if workplace.as_json:
        told = [shown_document(workplace.words, each) for each in page.accounts]
        workplace.tell_json({"accounts": told, "asks_me": page.asks_me})
    else:
        workplace.tell(*_lines(page, workplace))
    return ExitCode.DONE


def _lines(page: AccountsPage, workplace: Workplace) -> list[str]:
    words, zone = workplace.words, workplace.zone()
    if not page.accounts:
        connect = words.say("To connect one: {command}", command="talktally account add hubspot")
        return [words.say("No account is connected yet."), connect]
    lines: list[str] = []
    for each in page.accounts:
        lines += [""] if lines else []
        lines += shown_lines(words, each, now=page.now, zone=zone)
    if page.asks_me:
        lines += ["", *_asks_me(words)]
    return lines


def _asks_me(words: Words) -> list[str]:
    look = "talktally account people NAME"
    return [
        words.say("Several people are named, and none of them is you yet."),
        words.say("To see them: {command}", command=look),
        words.say("To say who you are: {command}", command=f"{look} --user ID --is me"),
    ]

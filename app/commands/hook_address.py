"""``talktally hook address``: what to paste into a softphone that can open addresses."""

import argparse

from app.actions.hook_address import HookAddress, hook_address, new_hook_token
from app.assembly import Workplace
from app.domain.call_report import Happening
from app.domain.problem import ExitCode
from app.machine.settings import read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whether the token is to be another one."""
    parser.add_argument(
        "--new", action="store_true", help="make another token; the one before opens nothing"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show the addresses. This is the one place that shows the token, to whoever asks for it."""
    choice = read_settings(workplace.folder)[0].phone
    find = new_hook_token if arguments.new else hook_address
    found = find(workplace.secrets(), workplace.folder, choice.hook_port)
    if workplace.as_json:
        each = {what.value: found.of(what) for what in Happening}
        document = {"base": found.base, "token": found.token, "on": choice.hook}
        workplace.tell_json({**document, "addresses": each})
        return ExitCode.DONE
    _tell(found, workplace, on=choice.hook, new=arguments.new)
    return ExitCode.DONE


def _tell(found: HookAddress, workplace: Workplace, *, on: bool, new: bool) -> None:
    words = workplace.words
    workplace.tell(
        words.say("Keep these addresses to yourself: whoever knows the token can report calls."),
        "",
        *(f"{what.value:8}{found.of(what)}" for what in Happening),
        "",
        words.say("Add what your softphone fills in, such as {more}", more="&number=…&id=…"),
    )
    if new:
        workplace.tell(words.say("Paste them anew, and start Talktally again if it is open."))
    if not on:
        workplace.tell(
            words.say("Nobody listens yet: turn it on in the settings, under Live calls.")
        )

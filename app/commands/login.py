"""``talktally login``: whether the program starts in the tray at login, and turning that."""

import argparse

from app.actions.start_at_login import login, turn
from app.assembly import Workplace
from app.domain.problem import ExitCode, Problem, mark
from app.machine.autostart import Login

_NOT_TURNED = mark("Your system did not take the change. Look at its own list of login programs.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which way; without it, what is true is told."""
    parser.add_argument("turn", nargs="?", choices=["on", "off"], help="what is true if not said")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Turn it if asked, then tell it; 1 where it is asked whether it is on, and it is not."""
    if arguments.turn is None:
        found = login(workplace.environ)
        _tell(found, workplace)
        return ExitCode.DONE if found is Login.ON else ExitCode.REFUSED
    wanted = arguments.turn == "on"
    if turn(workplace.environ, wanted) is not wanted:
        raise Problem(_NOT_TURNED)
    _tell(login(workplace.environ), workplace)
    return ExitCode.DONE


def _tell(found: Login, workplace: Workplace) -> None:
    if workplace.as_json:
        workplace.tell_json({"login": found.value})
    else:
        workplace.tell(_sentence(found, workplace))


def _sentence(found: Login, workplace: Workplace) -> str:
    words = workplace.words
    match found:
        case Login.ON:
            return words.say("Talktally starts in the tray when you log in.")
        case Login.OFF:
            return words.say("Talktally does not start by itself when you log in.")
        case Login.BROKEN:
            return words.say(
                "Start at login points to a program that is no longer there. "
                "To mend it: talktally login on"
            )

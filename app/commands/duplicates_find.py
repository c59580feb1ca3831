"""``talktally duplicates find``: every call looked at again by the rules of today."""

import argparse

from app.actions.duplicates import find_duplicates
from app.assembly import Workplace
from app.commands.progress import told_progress
from app.domain.problem import ExitCode
from app.wording.duplicates import count_sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how it tells its progress."""
    parser.add_argument("--progress", action="store_true", help="tell it as JSON lines on stderr")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Look at all calls, and tell how many pairs are to decide."""
    ledger, words = workplace.ledger(), workplace.words
    name = words.say("Possible duplicates")
    with told_progress(name, workplace, as_json=arguments.progress) as progress:
        possible = find_duplicates(ledger, progress=progress)
    if workplace.as_json:
        workplace.tell_json({"possible": possible})
    else:
        workplace.tell(count_sentence(words, possible, settled=False))
    return ExitCode.DONE

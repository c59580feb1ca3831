"""What the commands that say something of two entries share."""

import argparse

from app.actions.duplicates import check_pair, decide_pairs
from app.assembly import Workplace
from app.commands.arguments import whole
from app.domain.problem import ExitCode
from app.wording.changes import decided_sentence

_MOST = 10**15


def add_pair(parser: argparse.ArgumentParser) -> None:
    """Declare the two entries."""
    parser.add_argument("one", metavar="ID", type=whole(1, _MOST), help="one entry's id")
    parser.add_argument("other", metavar="ID", type=whole(1, _MOST), help="the other one's id")


def decide(arguments: argparse.Namespace, workplace: Workplace, *, apart: bool) -> int:
    """Say of two entries that they are one call, or two; refused where there is no such pair."""
    ledger = workplace.ledger()
    pair = check_pair(ledger, arguments.one, arguments.other)
    change, pairs = decide_pairs(ledger, [pair], workplace.clock.now(), apart=apart)
    if workplace.as_json:
        workplace.tell_json({"change": change, "pairs": pairs})
    else:
        workplace.tell(decided_sentence(workplace.words, pairs, apart=apart) + ".")
    return ExitCode.DONE

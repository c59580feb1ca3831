"""``talktally duplicates undo``: the last thing said of two entries taken back."""

import argparse

from app.actions.duplicates import last_decision
from app.actions.undo_change import undo_change
from app.assembly import Workplace
from app.domain.problem import ExitCode
from app.wording.changes import change_sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing can be said beside the wish itself."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Undo it; refused where nothing was said that still holds."""
    ledger, words = workplace.ledger(), workplace.words
    last = last_decision(ledger)
    change, done = undo_change(ledger, last.id, workplace.clock.now())
    if workplace.as_json:
        workplace.tell_json({"undone": change.id, "change": done.change_id, "pairs": done.entries})
    else:
        workplace.tell(words.say("Undone: {change}", change=change_sentence(words, change)) + ".")
    return ExitCode.DONE

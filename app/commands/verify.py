"""``talktally verify``: every total recomputed and compared."""

import argparse

from app.actions.verify import Verified, verify
from app.assembly import Workplace
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing can be said beside the question itself."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Check the books; refused when anything differs."""
    ledger = workplace.existing_ledger()
    found = Verified(0, ()) if ledger is None else verify(ledger)
    if workplace.as_json:
        workplace.tell_json(_document(found))
    else:
        _tell(found, workplace)
    return ExitCode.DONE if found.ok else ExitCode.REFUSED


def _document(found: Verified) -> dict[str, object]:
    return {
        "ok": found.ok,
        "entries": found.entries,
        "differences": [each._asdict() for each in found.differences],
    }


def _tell(found: Verified, workplace: Workplace) -> None:
    words = workplace.words
    entries = words.say_many("{n} entry", "{n} entries", found.entries)
    if found.ok:
        workplace.tell(words.say("{entries} checked: everything adds up.", entries=entries))
        return
    workplace.tell(words.say("{entries} checked: the totals differ.", entries=entries))
    for each in found.differences:
        workplace.tell(
            words.say(
                "  {about}: {kept} is kept, {right} is right",
                about=each.about,
                kept=each.kept,
                right=each.right,
            )
        )

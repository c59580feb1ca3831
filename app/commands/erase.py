"""``talktally erase``: one contact gone from every entry, copy and file, after a preview."""

import argparse

from app.actions.erase_contact import Erased, Preview, erase_contact, preview_contact
from app.assembly import Workplace
from app.commands.arguments import words as words_of
from app.commands.progress import told_progress
from app.domain.problem import ExitCode

_LONGEST = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whom, and that it is meant."""
    parser.add_argument(
        "contact", metavar="NUMBER|NAME", type=words_of(_LONGEST), help="whom to erase"
    )
    parser.add_argument("--yes", action="store_true", help="erase it; nothing brings it back")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what would be erased; with ``--yes``, erase it."""
    ledger = workplace.ledger()
    if not arguments.yes:
        _tell_preview(preview_contact(ledger, arguments.contact), workplace)
        return ExitCode.REFUSED
    # Not the contact's name: what is told under way may be kept by whoever reads it.
    with told_progress("ledger.db", workplace, as_json=arguments.progress) as progress:
        now = workplace.clock.now()
        done = erase_contact(ledger, arguments.contact, now, progress or _quiet)
    tell_erased(done, workplace)
    return ExitCode.DONE


def tell_erased(done: Erased, workplace: Workplace) -> None:
    """Tell in how many entries something was erased, and what could not be cleaned."""
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json(
            {
                "erased": True,
                "entries": done.entries,
                "uncleaned": [*done.uncleaned, *done.damaged],
                "damaged": list(done.damaged),
            }
        )
        return
    workplace.tell(
        words.say_many(
            "Erased from {n} entry; every total is as it was.",
            "Erased from {n} entries; every total is as it was.",
            done.entries,
        )
    )
    if done.uncleaned:
        left = words.say(
            "Not everything could be cleaned yet: {files}. It is tried again at the next start.",
            files=", ".join(done.uncleaned),
        )
        workplace.warn(left)
    warn_of_damaged(done.damaged, workplace)


def warn_of_damaged(names: tuple[str, ...], workplace: Workplace) -> None:
    """Say which copies nobody can look into."""
    if names:
        told = workplace.words.say(
            "These copies are damaged, so nothing can be erased from them: {files}. "
            "Remove them yourself if they may hold it.",
            files=", ".join(names),
        )
        workplace.warn(told)


def _tell_preview(found: Preview, workplace: Workplace) -> None:
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json(
            {
                "erased": False,
                "entries": found.entries,
                "numbers": list(found.numbers),
                "names": list(found.names),
                "shared": list(found.shared),
                "files": list(found.files),
                "damaged": list(found.damaged),
            }
        )
        return
    told = (
        (words.say("Numbers: {numbers}", numbers="{}"), map(words.phone, found.numbers)),
        (words.say("Names: {names}", names="{}"), found.names),
        (
            words.say("Others have this name too, and theirs stays: {names}", names="{}"),
            found.shared,
        ),
        (words.say("Also in: {files}", files="{}"), found.files),
    )
    workplace.tell(
        words.say_many(
            "{n} entry is of this contact.", "{n} entries are of this contact.", found.entries
        )
    )
    for sentence, each in told:
        if listed := ", ".join(each):
            workplace.tell(sentence.replace("{}", listed))
    warn_of_damaged(found.damaged, workplace)
    workplace.warn(words.say("Nothing was changed. To go ahead, add --yes."))


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""

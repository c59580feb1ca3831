"""``talktally restore``: a backup takes the place of the ledger, after a preview."""

import argparse
from pathlib import Path

from app.actions.restore import Candidate, Preview, candidate
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.progress import told_progress
from app.domain.instant import Instant, iso
from app.domain.problem import ExitCode
from app.ledger.backups.contents import Contents
from app.wording.sizes import when
from app.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the backup, and that it is meant."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="the backup")
    parser.add_argument("--yes", action="store_true", help="replace the ledger with it")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what would change; with ``--yes``, change it."""
    name = arguments.file.name
    with (
        told_progress(name, workplace, as_json=arguments.progress) as progress,
        candidate(workplace.folder, arguments.file, progress or _quiet) as found,
    ):
        kept = None
        if arguments.yes:
            kept = found.take_over(workplace.clock.now(), progress or _quiet)
    _tell(found, kept, workplace, done=arguments.yes)
    return ExitCode.DONE if arguments.yes else ExitCode.REFUSED


def _tell(found: Candidate, kept: Path | None, workplace: Workplace, *, done: bool) -> None:
    words, preview = workplace.words, found.preview
    if workplace.as_json:
        workplace.tell_json(
            {
                "restored": done,
                "file": str(preview.file),
                "kept": None if kept is None else str(kept),
                "preview": _document(preview),
            }
        )
        return
    workplace.tell(*_lines(preview, workplace))
    if not done:
        workplace.warn(words.say("Nothing was changed. To go ahead, add --yes."))
        return
    workplace.tell(words.say("The backup is the ledger now."))
    if kept is not None:
        workplace.tell(words.say("The ledger before is kept as {file}.", file=kept))


def _document(preview: Preview) -> dict[str, object]:
    now = preview.now
    return {
        "made": _iso(preview.made),
        "damaged": preview.damaged,
        "then": _contents(preview.then),
        "now": None if now is None else _contents(now.ledger),
        "lost": None if now is None else now.only_in_ledger,
        "back": None if now is None else now.only_in_copy,
    }


def _contents(told: Contents) -> dict[str, object]:
    return {
        "entries": told.entries,
        "newest": _iso(told.newest),
        "plans": list(told.plans),
        "people": told.people,
    }


def _lines(preview: Preview, workplace: Workplace) -> list[str]:
    words, now = workplace.words, preview.now
    lines = [words.say("The backup holds {contents}.", contents=_said(preview.then, workplace))]
    if preview.damaged:
        lines.append(words.say("The ledger now is damaged; nobody can tell what it holds."))
    if now is None:
        return lines
    said = _said(now.ledger, workplace)
    lines.append(words.say("The ledger now holds {contents}.", contents=said))
    lost, back = now.only_in_ledger, now.only_in_copy
    lines.append(_loss(words, lost))
    if back:
        lines.append(
            words.say_many("{n} entry would come back.", "{n} entries would come back.", back)
        )
    return lines


def _loss(words: Words, lost: int) -> str:
    if not lost:
        return words.say("Every entry of the ledger is in the backup too.")
    return words.say_many(
        "{n} entry of the ledger is not in the backup and would be gone.",
        "{n} entries of the ledger are not in the backup and would be gone.",
        lost,
    )


def _said(told: Contents, workplace: Workplace) -> str:
    words = workplace.words
    parts = [words.say_many("{n} entry", "{n} entries", told.entries)]
    if told.newest is not None:
        at = when(words, told.newest, workplace.zone())
        parts.append(words.say("the newest of {when}", when=at))
    parts.append(words.say_many("{n} person", "{n} people", told.people))
    plans = ", ".join(told.plans) or words.say("none")
    parts.append(words.say("plans: {plans}", plans=plans))
    return "; ".join(parts)


def _iso(at: Instant | None) -> str | None:
    return None if at is None else iso(at)


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""

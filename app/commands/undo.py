"""``talktally undo``: the last change taken back, or another one of the list."""

import argparse

from app.actions.undo_change import list_changes, undo_change
from app.assembly import Workplace
from app.commands.arguments import whole
from app.commands.progress import told_progress
from app.commands.shapes import at
from app.domain.change import Change
from app.domain.problem import ExitCode
from app.wording.changes import change_sentence
from app.wording.words import Words

_MOST = 10**11


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the change."""
    parser.add_argument(
        "change", metavar="CHANGE", nargs="?", type=whole(1, _MOST), help="the last one if not said"
    )
    parser.add_argument("--list", action="store_true", help="tell the last changes instead")
    parser.add_argument("--progress", action="store_true", help="tell it as JSON lines on stderr")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Undo it, or list the changes; refused where there is nothing to undo."""
    ledger, words = workplace.ledger(), workplace.words
    if arguments.list:
        _list(list_changes(ledger), workplace)
        return ExitCode.DONE
    name = words.say("Undo")
    with told_progress(name, workplace, as_json=arguments.progress) as progress:
        now = workplace.clock.now()
        change, done = undo_change(ledger, arguments.change, now, progress=progress)
    if workplace.as_json:
        undone = {"undone": change.id, "change": done.change_id or None, "entries": done.entries}
        workplace.tell_json(undone)
    else:
        workplace.tell(words.say("Undone: {change}", change=change_sentence(words, change)) + ".")
    return ExitCode.DONE


def _list(found: list[Change], workplace: Workplace) -> None:
    if workplace.as_json:
        documents = [document(workplace.words, each) for each in found]
        workplace.tell_json({"changes": documents})
        return
    zone = workplace.zone()
    for each in found:
        workplace.tell(_line(workplace.words, each, zone))
    if not found:
        workplace.tell(workplace.words.say("Nothing was changed yet."))


def _line(words: Words, change: Change, zone: str) -> str:
    told = change_sentence(words, change)
    if change.undone is not None:
        told = words.say("{change} (undone)", change=told)
    return f"{change.id:>5}  {words.day_time(change.at, zone)}  {told}"


def document(words: Words, change: Change) -> dict[str, object]:
    """Write a change as history and undo tell it."""
    return {
        "id": change.id,
        "at": at(change.at),
        "kind": change.kind.value,
        "fields": sorted(change.said),
        "entries": change.entries,
        "undone": at(change.undone),
        "undoes": change.undoes,
        "text": change_sentence(words, change),
    }

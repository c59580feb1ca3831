"""``talktally history``: every version of one entry, and what made it."""

import argparse
from collections.abc import Sequence

from app.actions.entry_history import entry_history
from app.actions.explain import no_such_entry
from app.assembly import Workplace
from app.commands.shapes import at
from app.commands.undo import document
from app.domain.change import Version
from app.domain.problem import ExitCode
from app.wording.changes import differences, version_sentence
from app.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the entry."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as log and export tell it")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Tell the versions, the oldest first; refused when there is no such entry."""
    ledger = workplace.existing_ledger()
    if ledger is None:
        raise no_such_entry(arguments.id)
    versions = entry_history(ledger, arguments.id).versions
    if workplace.as_json:
        documents = _documents(workplace.words, versions)
        workplace.tell_json({"id": str(versions[-1].id), "versions": documents})
        return ExitCode.DONE
    zone = workplace.zone()
    for place, version in enumerate(versions):
        workplace.tell(_head(workplace.words, version, zone))
        workplace.tell(*(f"  {line}" for line in _changed(workplace.words, versions, place)))
    return ExitCode.DONE


def _head(words: Words, version: Version, zone: str) -> str:
    told = version_sentence(words, version)
    return told if version.at is None else f"{words.day_time(version.at, zone)}  {told}"


def _changed(words: Words, versions: Sequence[Version], place: int) -> list[str]:
    if not place:
        return []
    return differences(words, versions[place - 1].fact, versions[place].fact)


def _documents(words: Words, versions: Sequence[Version]) -> list[dict[str, object]]:
    return [
        {
            "entry": str(version.id),
            "at": at(version.at),
            "file": version.file or None,
            "change": document(words, version.change) if version.change else None,
            "differences": _changed(words, versions, place),
        }
        for place, version in enumerate(versions)
    ]

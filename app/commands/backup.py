"""``talktally backup``: a checked copy of the ledger, while others go on writing."""

import argparse

from app.actions.backup import BackedUp, Listed, back_up, listed
from app.assembly import Workplace
from app.commands.arguments import file_path, whole
from app.commands.progress import told_progress
from app.domain.instant import iso
from app.domain.problem import ExitCode
from app.wording.sizes import size, when

_MOST_KEPT = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to, and how many stay."""
    parser.add_argument(
        "file",
        metavar="FILE",
        type=file_path,
        nargs="?",
        help="a new file or a folder; the backups of the data folder unless said otherwise",
    )
    parser.add_argument(
        "--keep",
        metavar="N",
        type=whole(1, _MOST_KEPT),
        default=0,
        help="remove older backups of the data folder beyond the last N",
    )
    parser.add_argument(
        "--thorough", action="store_true", help="check every row of the copy, which takes longer"
    )
    parser.add_argument("--list", action="store_true", help="list the backups there are")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Copy the ledger, or list the copies."""
    if arguments.list:
        _tell_list(listed(workplace.folder), workplace)
        return ExitCode.DONE
    with told_progress("ledger.db", workplace, as_json=arguments.progress) as progress:
        done = back_up(
            workplace.folder,
            workplace.clock.now(),
            arguments.file,
            keep=arguments.keep,
            thorough=arguments.thorough,
            progress=progress or _quiet,
        )
    _tell(done, workplace)
    return ExitCode.DONE


def _tell(done: BackedUp, workplace: Workplace) -> None:
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json(
            {
                "file": str(done.file),
                "entries": done.contents.entries,
                "bytes": done.bytes,
                "removed": done.removed,
            }
        )
        return
    entries = words.say_many("{n} entry", "{n} entries", done.contents.entries)
    workplace.tell(
        words.say(
            "{entries} copied and checked: {file} ({size}).",
            entries=entries,
            file=done.file,
            size=size(words, done.bytes),
        )
    )
    if done.removed:
        workplace.tell(
            words.say_many("{n} older backup removed.", "{n} older backups removed.", done.removed)
        )


def _tell_list(found: list[Listed], workplace: Workplace) -> None:
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json({"backups": [_document(each) for each in found]})
        return
    if not found:
        workplace.tell(words.say("There are no backups yet. Make one with: talktally backup"))
    for each in found:
        entries = words.say("not readable")
        if each.entries is not None:
            entries = words.say_many("{n} entry", "{n} entries", each.entries)
        made = when(words, each.made, workplace.zone())
        workplace.tell(f"{made}  {size(words, each.bytes)}  {entries}  {each.file}")


def _document(each: Listed) -> dict[str, object]:
    return {
        "file": str(each.file),
        "made": iso(each.made),
        "bytes": each.bytes,
        "entries": each.entries,
    }


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""

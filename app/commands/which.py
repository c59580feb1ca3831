"""Which entries a command is about: named by their ids, or all that match."""

import argparse
from pathlib import Path

from app.actions.explain import entry_number, no_such_entry
from app.assembly import Workplace
from app.domain.problem import UsageProblem, mark

_STDIN = "-"
_WHICH = mark("Say which entries: write their ids, or --ids-from FILE.")


def add_which(parser: argparse.ArgumentParser) -> None:
    """Declare how entries are named."""
    parser.add_argument("ids", metavar="ID", nargs="*", help="entries, as explain takes them")
    parser.add_argument("--ids-from", metavar="FILE", help="a file of ids, one a line; - for stdin")


def which(arguments: argparse.Namespace, workplace: Workplace) -> list[int]:
    """Return the entries meant, each once; Problem for an id that can be nobody's."""
    written = list(arguments.ids)
    if arguments.ids_from is not None:
        written += _lines(arguments.ids_from, workplace)
    if not written:
        raise UsageProblem(_WHICH)
    return list(dict.fromkeys(_number(each) for each in written))


def _lines(file: str, workplace: Workplace) -> list[str]:
    read = workplace.streams.stdin.read() if file == _STDIN else Path(file).read_bytes()
    return read.decode("utf-8", "replace").split()


def _number(written: str) -> int:
    number = entry_number(written)
    if number is None:
        raise no_such_entry(written[:40])
    return number

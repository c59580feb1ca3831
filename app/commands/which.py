"""Which entries a command is about: named by their ids, or all that match."""

import argparse
from dataclasses import replace
from pathlib import Path

from app.actions.explain import entry_number, no_such_entry
from app.actions.find_entries import find_entries
from app.assembly import Workplace
from app.commands.entry_filters import add_plain_filters, plain_filters_of
from app.domain.event import Method
from app.domain.filters import Filters
from app.domain.problem import Problem, UsageProblem, mark

_STDIN = "-"
_WHICH = mark("Say which entries: write their ids, or --ids-from FILE, or --matching WORDS.")
_NONE = mark("No entry matches.")


def add_which(parser: argparse.ArgumentParser) -> None:
    """Declare how entries are named; --of-method and --of-agent say what they are so far."""
    parser.add_argument("ids", metavar="ID", nargs="*", help="entries, as explain takes them")
    parser.add_argument("--ids-from", metavar="FILE", help="a file of ids, one a line; - for stdin")
    parser.add_argument(
        "--matching",
        metavar="WORDS",
        help='all with these in number, name, note, tag; "" for any',
    )
    parser.add_argument("--of-method", choices=[each.value for each in Method], help="so far")
    parser.add_argument("--of-agent", metavar="NAME", default="", help="whose they are so far")
    add_plain_filters(parser)


def which(arguments: argparse.Namespace, workplace: Workplace) -> list[int]:
    """Return the entries meant, each once; Problem for an id that can be nobody's, or for none."""
    if arguments.matching is not None:
        found = find_entries(workplace.ledger(), _filters(arguments, workplace.zone()))
        if not found:
            raise Problem(_NONE)
        return found
    written = list(arguments.ids)
    if arguments.ids_from is not None:
        written += _lines(arguments.ids_from, workplace)
    if not written:
        raise UsageProblem(_WHICH)
    return list(dict.fromkeys(_number(each) for each in written))


def _filters(arguments: argparse.Namespace, zone: str) -> Filters:
    return replace(
        plain_filters_of(arguments, zone),
        words=arguments.matching,
        method=Method(arguments.of_method) if arguments.of_method else None,
        agent=arguments.of_agent,
    )


def _lines(file: str, workplace: Workplace) -> list[str]:
    read = workplace.streams.stdin.read() if file == _STDIN else Path(file).read_bytes()
    return read.decode("utf-8", "replace").split()


def _number(written: str) -> int:
    number = entry_number(written)
    if number is None:
        raise no_such_entry(written[:40])
    return number

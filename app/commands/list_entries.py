"""``talktally list``: calls and texts, the newest first."""

import argparse
from collections.abc import Sequence

from app.actions.list_entries import Listed, list_entries
from app.assembly import Workplace
from app.commands.arguments import whole
from app.commands.entry_filters import add_filters, filters_of
from app.commands.entry_shape import document
from app.domain.filters import Order
from app.domain.problem import ExitCode
from app.wording.listed import listed

_MOST, _USUAL = 100_000, 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is listed, in which order and how much of it."""
    add_filters(parser)
    parser.add_argument(
        "--limit", metavar="N", type=whole(1, _MOST), default=_USUAL, help="so many; else 20"
    )
    parser.add_argument("--order", choices=[each.value for each in Order], default=Order.NEWEST)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show the head of the list and how long it is."""
    filters, ledger = filters_of(arguments, workplace), workplace.existing_ledger()
    found = list_entries(ledger, filters, Order(arguments.order), limit=arguments.limit)
    if workplace.as_json:
        entries = [document(receipt) for receipt in found.first]
        workplace.tell_json({"count": found.count, "entries": entries})
        return ExitCode.DONE
    _tell(found, workplace)
    return ExitCode.DONE


def _tell(found: Listed, workplace: Workplace) -> None:
    words, zone = workplace.words, workplace.zone()
    if not found.count:
        workplace.tell(words.say("No entry matches."))
        return
    workplace.tell(*_aligned([listed(words, receipt, zone) for receipt in found.first]))
    if found.count > len(found.first):
        shown = words.number(len(found.first))
        workplace.tell(words.say("The first {n} of {all}.", n=shown, all=found.count))


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]

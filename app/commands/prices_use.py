"""``talktally prices use``: a dated price sheet taken up."""

import argparse

from app.actions.use_prices import use_prices
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the sheet."""
    parser.add_argument("file", metavar="FILE", type=file_path, help="CSV; see docs/prices.md")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Keep its prices."""
    found = use_prices(workplace.ledger(), arguments.file)
    if workplace.as_json:
        workplace.tell_json({"file": found.file, "prices": found.rows})
        return ExitCode.DONE
    words = workplace.words
    prices = words.say_many("{n} price", "{n} prices", found.rows)
    workplace.tell(words.say("{prices} read from {file}.", prices=prices, file=found.file))
    return ExitCode.DONE

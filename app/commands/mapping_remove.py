"""``talktally mapping remove``: forget a kept mapping; what it brought in stays."""

import argparse

from app.actions.kept_mappings import remove_mapping
from app.assembly import Workplace
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare its name."""
    parser.add_argument("name", metavar="NAME", help="under which it is kept")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Remove it."""
    remove_mapping(workplace.ledger(), arguments.name)
    if workplace.as_json:
        workplace.tell_json({"removed": arguments.name})
    else:
        words = workplace.words
        workplace.tell(words.say("The mapping {name} is removed.", name=arguments.name))
    return ExitCode.DONE

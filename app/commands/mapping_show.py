"""``talktally mapping show``: one kept mapping, as it would be written in a file."""

import argparse
import json

from app.actions.kept_mappings import show_mapping
from app.assembly import Workplace
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare its name."""
    parser.add_argument("name", metavar="NAME", help="under which it is kept")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show it as JSON, which can be saved and given to an import again."""
    document = show_mapping(workplace.ledger(), arguments.name)
    if workplace.as_json:
        workplace.tell_json({"mapping": document})
    else:
        workplace.tell(*json.dumps(document, ensure_ascii=False, indent=2).splitlines())
    return ExitCode.DONE

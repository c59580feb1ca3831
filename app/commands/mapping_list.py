"""``talktally mapping list``: the mappings that are kept."""

import argparse

from app.actions.kept_mappings import kept_mappings
from app.assembly import Workplace
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: all of them are listed."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """List the names, each with what it reads."""
    ledger = workplace.existing_ledger()
    kept = kept_mappings(ledger) if ledger else []
    if workplace.as_json:
        found = [{"name": each.name, "kind": each.kind, "format": each.format} for each in kept]
        workplace.tell_json({"mappings": found})
    elif kept:
        workplace.tell(*(f"{each.name} ({each.format or each.kind})" for each in kept))
    else:
        workplace.tell(workplace.words.say("No mapping is kept yet."))
    return ExitCode.DONE

"""``talktally plan show``: the plans in force, the seats, and who is linked."""

import argparse

from app.actions.show_plans import PlansShown, show_plans
from app.assembly import Workplace
from app.commands.plan_document import document
from app.commands.plan_lines import lines
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing can be said beside the question itself."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what is in force."""
    ledger, now = workplace.existing_ledger(), workplace.clock.now()
    shown = PlansShown(now) if ledger is None else show_plans(ledger, now)
    if workplace.as_json:
        workplace.tell_json(document(shown))
    else:
        workplace.tell(*lines(workplace.words, shown))
    return ExitCode.DONE

"""``talktally plan show``: the plans in force, and everything the plan page tells."""

import argparse

from app.actions.read_plan_page import read_plan_page
from app.actions.show_plans import PlansShown, show_plans
from app.assembly import Workplace
from app.commands.plan_document import document
from app.commands.plan_lines import lines
from app.commands.plan_page_document import page_document
from app.commands.plan_page_lines import page_lines
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing can be said beside the question itself."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what is in force, and everything around it."""
    ledger, now = workplace.existing_ledger(), workplace.clock.now()
    shown = PlansShown(now) if ledger is None else show_plans(ledger, now)
    page = None if ledger is None else read_plan_page(ledger, now)
    if workplace.as_json:
        workplace.tell_json(document(shown) | (page_document(page) if page else {}))
    else:
        more = page_lines(workplace.words, page) if page and page.plans else ()
        workplace.tell(*lines(workplace.words, shown), *more)
    return ExitCode.DONE

"""``talktally plan show``: the plans in force, and everything the plan page tells."""

import argparse
from collections.abc import Iterator

from app.actions.read_plan_page import read_plan_page
from app.actions.show_plans import PlansShown, show_plans
from app.assembly import Workplace
from app.commands.plan_document import document
from app.commands.plan_lines import lines
from app.commands.plan_page_document import page_document
from app.commands.plan_page_lines import page_lines
from app.domain.company import Role
from app.domain.plan_page import PlanPage
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing can be said beside the question itself."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show what is in force, and everything around it."""
    ledger, now = workplace.existing_ledger(), workplace.clock.now()
    shown = PlansShown(now) if ledger is None else show_plans(ledger, now)
    page = None if ledger is None else read_plan_page(ledger, now, outlook=workplace.outlook())
    if workplace.as_json:
        workplace.tell_json(document(shown) | (page_document(page) if page else {}))
    elif page is not None and page.connected is not None and not page.plans:
        workplace.tell(*_without_plan(workplace, page))
    else:
        more = page_lines(workplace.words, page) if page and page.plans else ()
        workplace.tell(*lines(workplace.words, shown), *more)
    return ExitCode.DONE


def _without_plan(workplace: Workplace, page: PlanPage) -> Iterator[str]:
    """Say that a company has no plan, and whose turn it is."""
    say, connected = workplace.words.say, page.connected
    yield say("{company} has no plan yet.", company=connected.company if connected else "")
    if page.role is Role.OWNER:
        yield say("To choose one: {command}", command="talktally plan use hubspot-professional")
    else:
        yield say("An owner of the company can enter it.")

"""``talktally plan people``: who sits on which seat, and what everybody used."""

import argparse

from app.actions.read_plan_page import read_plan_page
from app.actions.state_licence import state_licence
from app.assembly import Workplace
from app.commands.for_company import tell_company
from app.commands.people_lines import people_document, people_lines
from app.domain.company import Licence
from app.domain.problem import ExitCode, UsageProblem, mark

_NO_LICENCE = mark("{licence} is no kind of seat. Known are: {known}.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who is seated where; without it everybody is told."""
    parser.add_argument(
        "--licence",
        nargs=2,
        metavar=("NAME", "SEAT"),
        action="append",
        default=[],
        help="where a person sits: committed, additional, annual, or none",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Seat people, then tell of everybody."""
    now = workplace.clock.now()
    wishes = [(name, _licence(said)) for name, said in arguments.licence]
    for name, licence in wishes:
        state_licence(workplace.ledger(), workplace.secrets(), name, licence, now=now)
    ledger = workplace.existing_ledger()
    page = read_plan_page(ledger, now, outlook=workplace.outlook()) if ledger else None
    people = page.people if page else ()
    company = page.connected.company if page and page.connected and wishes else ""
    if workplace.as_json:
        workplace.tell_json({"people": people_document(people), "company": company or None})
    else:
        told = people_lines(workplace.words, people)
        workplace.tell(*told or [workplace.words.say("Nobody is known yet.")])
        tell_company(company, workplace)
    return ExitCode.DONE


def _licence(said: str) -> Licence:
    try:
        return Licence(said.casefold())
    except ValueError:
        known = ", ".join(licence.value for licence in Licence)
        raise UsageProblem(_NO_LICENCE, licence=said[:40], known=known) from None

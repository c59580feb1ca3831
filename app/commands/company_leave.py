"""``talktally company leave``: leave the company; the plan entered here holds again."""

import argparse

from app.actions.leave_company import leave_company
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: there is one company at most."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Leave it; what kept the server from being told is a warning, for it is left all the same."""
    words = workplace.words
    now = workplace.clock.now()
    problem = leave_company(company_ledger(workplace), workplace.secrets(), now=now)
    if workplace.as_json:
        told = None if problem is None else words.problem(problem)
        workplace.tell_json({"left": True, "problem": told})
    else:
        workplace.tell(words.say("The company is left. What was entered here holds again."))
    if problem is not None:
        workplace.warn(words.problem(problem))
        workplace.warn(words.say("An owner can sign this computer out at the server."))
    return ExitCode.DONE

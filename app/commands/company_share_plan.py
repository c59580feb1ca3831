"""``talktally company share-plan``: the plan entered here becomes that of a company without one."""

import argparse

from app.actions.share_plan import share_plan
from app.assembly import Workplace
from app.commands.company_ledger import company_ledger
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: all that was entered here is given."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Give it; again, it gives only what is not there yet."""
    ledger, now = company_ledger(workplace), workplace.clock.now()
    shared = share_plan(ledger, workplace.secrets(), now=now)
    if workplace.as_json:
        workplace.tell_json({"company": shared.company, "sent": shared.sent})
        return ExitCode.DONE
    say = workplace.words.say
    if shared.sent:
        told = say("{company} has the plan that was entered here.", company=shared.company)
    else:
        told = say("{company} has all of it already.", company=shared.company)
    workplace.tell(told)
    return ExitCode.DONE

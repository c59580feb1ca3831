"""``talktally company show``: the company joined here, without asking its server."""

import argparse

from app.assembly import Workplace
from app.commands import shapes
from app.domain.problem import ExitCode
from app.ledger.company.joined import CompanyState, company_of
from app.wording.company import role_text
from app.wording.sizes import when


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: there is one company at most."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Tell which company it is, and how the last round went."""
    state = _state(workplace)
    if workplace.as_json:
        workplace.tell_json({"company": None if state is None else _document(state, workplace)})
    elif state is None:
        workplace.tell(workplace.words.say("No company is joined here."))
    else:
        workplace.tell(*_lines(state, workplace))
    return ExitCode.DONE


def _state(workplace: Workplace) -> CompanyState | None:
    ledger = workplace.existing_ledger()
    if ledger is None:
        return None
    with ledger.reading() as snapshot:
        return company_of(snapshot.connection)


def _document(state: CompanyState, workplace: Workplace) -> dict[str, object]:
    problem = state.trouble
    return {
        "server": state.server,
        "name": state.company,
        "member": state.member,
        "role": state.role.value,
        "synced": shapes.at(state.synced),
        "tried": shapes.at(state.tried),
        "problem": None if problem is None else workplace.words.problem(problem),
        "kept_for_run": state.kept_for_run,
    }


def _lines(state: CompanyState, workplace: Workplace) -> list[str]:
    words = workplace.words
    never = words.say("never")
    synced = never if state.synced is None else when(words, state.synced, workplace.zone())
    rows = [
        (words.say("Company"), state.company),
        (words.say("Server"), state.server),
        (words.say("You are"), f"{state.member} ({role_text(words, state.role)})"),
        (words.say("Last sync"), synced),
    ]
    if state.trouble is not None:
        rows.append((words.say("Trouble"), words.problem(state.trouble)))
    width = max(len(label) for label, _ in rows)
    return [f"{label:{width}}  {value}" for label, value in rows]

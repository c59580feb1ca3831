"""Put an owner's own plan in force, from its document in a file."""

import json
from pathlib import Path

from app.actions.put_in_force import InForce, PlanWish, put_in_force
from app.domain.catalogue import plan_from_document
from app.domain.instant import Instant
from app.domain.plan import Plan
from app.domain.problem import UsageProblem, mark
from app.exchange.text_file import examine
from app.ledger.ledger import Ledger

_LARGEST = 1 << 20
_TOO_LARGE = mark("{file} is too large to be a plan.")
_NOT_JSON = mark("{file} is not valid JSON: see line {line}, column {column}.")
_NO_PLAN = mark("{file} holds no plan. Start from one of: talktally plan show --json")


def edit_plan(
    ledger: Ledger, path: Path, wish: PlanWish, *, now: Instant, machine_zone: str
) -> InForce:
    """Put the plan of a file in force; UsageProblem names the first thing wrong in it."""
    plan = plan_in_file(path)
    (found,) = put_in_force(ledger, [plan], wish, now=now, machine_zone=machine_zone)
    return found


def plan_in_file(path: Path) -> Plan:
    """Read a plan's document; UsageProblem names what is wrong and what is allowed."""
    file = examine(path)
    if file.size > _LARGEST:
        raise UsageProblem(_TOO_LARGE, file=path.name)
    with file.opened() as stream:
        text = stream.read()
    try:
        document = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise UsageProblem(
            _NOT_JSON, file=path.name, line=wrong.lineno, column=wrong.colno
        ) from None
    except (ValueError, RecursionError):
        raise UsageProblem(_NO_PLAN, file=path.name) from None
    return plan_from_document(document)

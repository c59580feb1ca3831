"""An owner's own plan, read from its document in a file."""

import json
from pathlib import Path

from app.domain.catalogue import plan_from_document
from app.domain.plan import Plan
from app.domain.problem import UsageProblem, mark
from app.exchange.text_file import examine

_LARGEST = 1 << 20
_TOO_LARGE = mark("{file} is too large to be a plan.")
_NOT_JSON = mark("{file} is not valid JSON: see line {line}, column {column}.")
_NO_PLAN = mark("{file} holds no plan. Start from one of: talktally plan show --json")


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

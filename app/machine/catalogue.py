"""The built-in plans, read from ``resources/plans``."""

import json
from importlib.resources import files

from app.domain.catalogue import plan_from_document
from app.domain.plan import Plan
from app.domain.problem import UsageProblem, mark

_ENDING = ".json"


def plan_names() -> list[str]:
    """Return the names of the plans of the catalogue, in order."""
    entries = [entry.name for entry in (files("resources") / "plans").iterdir()]
    return sorted(name.removesuffix(_ENDING) for name in entries if name.endswith(_ENDING))


def plan_named(name: str) -> Plan:
    """Return a plan of the catalogue; UsageProblem, which lists the names, when there is none."""
    names = plan_names()
    if name not in names:
        message = mark("There is no plan named {name}. Known are: {names}.")
        raise UsageProblem(message, name=name, names=", ".join(names))
    file = files("resources") / "plans" / f"{name}{_ENDING}"
    return plan_from_document(json.loads(file.read_text(encoding="utf-8")))

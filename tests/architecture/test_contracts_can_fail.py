"""Each import contract is seen to fail when broken: one that cannot fail guards nothing."""

import configparser
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.contracts import ROOT, lint_imports

pytestmark = pytest.mark.program


class Violation(NamedTuple):
    """Lines added to modules of a copy of the tree, and the contract they break."""

    contract: str
    lines: dict[str, str]


VIOLATIONS = [
    Violation("window-above-app", {"app.domain.planted": "import ui"}),
    Violation("app-layers", {"app.domain.planted": "import app.machine"}),
    Violation("app-layers", {"app.ledger.planted": "import app.machine"}),
    Violation("app-layers", {"app.actions.planted": "import app.assembly"}),
    Violation("app-layers", {"app.room_without_a_place.planted": ""}),
    Violation("app-without-qt", {"app.ledger.planted": "import shiboken6"}),
    Violation("app-without-qt", {"app.machine.planted": "from PySide6 import QtCore"}),
    Violation("pure-domain", {"app.domain.planted": "from pathlib import Path"}),
    Violation("pure-domain", {"app.domain.planted": "import sqlalchemy.sql"}),
    Violation("window-without-machinery", {"ui.planted": "import httpx"}),
    Violation("states-without-qt", {"ui.gauge.state": "import PySide6"}),
    Violation(
        "states-without-qt",
        {"ui.gauge.state": "import ui.gauge.dial", "ui.gauge.dial": "import PySide6.QtGui"},
    ),
    Violation("features-are-strangers", {"ui.gauge.planted": "import ui.banners"}),
    Violation("features-are-strangers", {"ui.widgets.planted": "import ui.gauge"}),
    Violation(
        "server-for-serve-alone",
        {"app.actions.planted": "import app.server.planted", "app.server.planted": ""},
    ),
    Violation("no-cycles", {"ui.one": "import ui.another", "ui.another": "import ui.one"}),
]


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda each: each.contract)
def test_a_planted_violation_breaks_its_contract(violation: Violation, tmp_path: Path) -> None:
    tree = copied_tree(tmp_path)
    for module, line in violation.lines.items():
        plant(tree, module, line)
    result = lint_imports(tree, "--contract", violation.contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "0 kept, 1 broken" in result.stdout


def test_no_contract_is_left_untried() -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / ".importlinter")
    contracts = {name.rsplit(":", 1)[1] for name in settings.sections() if ":" in name[12:]}
    assert contracts == {violation.contract for violation in VIOLATIONS}


def copied_tree(folder: Path) -> Path:
    """The sources as they are now, with the rooms that a violation needs, empty if missing."""
    for package in ("app", "ui"):
        only_sources = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, folder / package, ignore=only_sources)
    shutil.copy(ROOT / ".importlinter", folder)
    for room in (
        "app.machine",
        "app.ledger",
        "app.actions",
        "ui.gauge",
        "ui.banners",
        "ui.widgets",
    ):
        plant(folder, f"{room}.__init__", "")
    if not (folder / "app" / "assembly").exists():
        plant(folder, "app.assembly", "")
    return folder


def plant(tree: Path, module: str, line: str) -> None:
    """Adds a line at the end of a module, which is made where it is missing."""
    path = tree / (module.replace(".", "/") + ".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    with path.open("a") as file:
        file.write(f"\n{line}\n")

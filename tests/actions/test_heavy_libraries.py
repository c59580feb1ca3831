"""What asks a server is slow to load, so it is loaded when somebody asks."""

import subprocess
import sys

import pytest

from tests.support.contracts import ROOT

_HEAVY = "httpx", "httpcore", "pydantic", "keyring", "truststore", "fastapi", "holidays"
_SCRIPT = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*[name for name in sys.argv[2:] if name in sys.modules])
"""


@pytest.mark.program
@pytest.mark.parametrize(
    "module",
    [
        "app.assembly",
        "app.actions.status",
        "app.actions.join_company",
        "app.actions.leave_company",
        "app.actions.sync_now",
        "app.actions.company_people",
        "app.actions.change_company_plan",
        "app.actions.mark_linked",
        "app.actions.state_licence",
        "app.actions.add_account",
        "app.actions.check_account",
        "app.actions.remove_account",
        "app.actions.renew_key",
        "app.actions.read_accounts",
        "app.actions.sync_accounts",
        "app.commands.account_add",
        "app.commands.account_list",
        "app.commands.company_show",
        "app.machine.outlooks",
        "app.sync.schedule",
        "app.machine.secrets",
    ],
)
def test_a_module_that_the_window_imports_brings_nothing_heavy(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, module, *_HEAVY],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    assert done.stdout.split() == []

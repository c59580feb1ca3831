"""The import contracts hold."""

import pytest

from tests.support.contracts import ROOT, lint_imports


@pytest.mark.program
def test_every_import_contract_is_kept() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr

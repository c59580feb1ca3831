"""Which roots servers are held against, and variables that lead nowhere."""

import os
from pathlib import Path

import pytest

from app.domain.problem import EnvironmentProblem
from app.remote.roots import find_roots
from tests.support.certificates import make_certificate
from tests.support.tools import needs_tool


def test_the_roots_of_the_system_are_counted() -> None:
    found = find_roots({})
    assert found.known > 20
    assert Path(found.place).exists()


@needs_tool("openssl")
def test_a_file_of_a_variable_is_what_holds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    assert find_roots(os.environ) == (1, str(file))


def test_a_computer_without_roots_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "none.pem").touch()
    # Both are read by OpenSSL, and were not looked at before.
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with pytest.raises(EnvironmentProblem, match="knows no authorities"):
        find_roots({})


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_a_variable_that_leads_nowhere_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "nowhere"))
    with pytest.raises(EnvironmentProblem, match=f"{variable} names .*nowhere"):
        find_roots(os.environ)

"""A run of tests inside a test."""

import pytest

from tests.house.running import PLUGINS
from tests.support.contracts import ROOT


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """An empty folder for tests, with the plugins of the house and no others."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeini("[pytest]\nfilterwarnings = error\nmarkers =\n    journey\n    program\n")
    for name in PLUGINS:
        pytester.plugins.append(f"tests.support.{name}")
    return pytester

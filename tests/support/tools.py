"""Lets a test name the outside program it needs; without it the test is "not run".

The set-up of the project installs these tools. Where it lacks the right to, the tests that need
one are listed at the end of the run, and CI does not accept that: no silent skips.
"""

import os
import shutil
from typing import NoReturn

import pytest

_NOT_RUN = "not run: "

needs_tool = pytest.mark.needs_tool


def find_tool(name: str) -> str:
    """The path of an outside program; ends the test as "not run" where it is missing."""
    path = shutil.which(name)
    if path is None:
        not_run(f"{name} is not installed (see packaging/setup/system-packages.sh)")
    return path


def not_run(reason: str) -> NoReturn:
    """End the test as "not run", for want of a tool or of a right."""
    pytest.skip(f"{_NOT_RUN}{reason}")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "needs_tool(*names): the outside programs without which this test cannot run"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs_tool"):
        for name in mark.args:
            find_tool(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    missed = _not_run(terminalreporter)
    if missed:
        terminalreporter.section("not run")
        for report, reason in missed:
            terminalreporter.line(f"{report.nodeid}: {reason}")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and _not_run(reporter):
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


def _not_run(reporter: pytest.TerminalReporter) -> list[tuple[pytest.TestReport, str]]:
    found = []
    for report in reporter.stats.get("skipped", []):
        reason = str(report.longrepr[-1]) if isinstance(report.longrepr, tuple) else ""
        if _NOT_RUN in reason:
            found.append((report, reason.split(_NOT_RUN, 1)[1]))
    return found

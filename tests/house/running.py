"""Runs tests in a process of their own, under the rules of the house."""

import pytest

PLUGINS = ("surroundings", "quiet_log", "leftovers", "qt_leftovers", "order", "tools")


def result_of(run: pytest.Pytester, source: str, *more: str) -> pytest.RunResult:
    """Run a file of tests; ``more``: what else pytest is told."""
    run.makepyfile(source)
    return run.runpytest_subprocess(*_options(run), *more)


def shared_result_of(
    run: pytest.Pytester, *more: str, sources: dict[str, str], workers: int = 2
) -> pytest.RunResult:
    """Run files of tests by name on several workers; ``more``: the plugins that are wanted too."""
    for name, source in sources.items():
        run.makepyfile(**{name: source})
    plugins = ("xdist", "tests.support.workers", *more)
    wanted = [word for plugin in plugins for word in ("-p", plugin)]
    return run.runpytest_subprocess(*_options(run), *wanted, f"--numprocesses={workers}")


def _options(run: pytest.Pytester) -> list[str]:
    return [word for plugin in run.plugins for word in ("-p", str(plugin))]

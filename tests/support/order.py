"""Runs the cheap tests first, then those that drive the window or start the program.

Several workers take the same the other way round: the long ones first, so that they end together.
"""

import pytest

_COSTLY = ("journey", "program", "packaged")


@pytest.hookimpl(trylast=True)  # after the shuffling, whose order is kept within each kind
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: (-_limit(item), -_kind(item)))
    else:
        items.sort(key=lambda item: (_kind(item), _limit(item)))


def _kind(item: pytest.Item) -> int:
    marks = {mark.name for mark in item.iter_markers()}
    return max((1 + step for step, name in enumerate(_COSTLY) if name in marks), default=0)


def _limit(item: pytest.Item) -> int:
    """Return how many seconds it may take, 0 where it is content with what every test may."""
    mark = item.get_closest_marker("timeout")
    return int(mark.args[0]) if mark else 0

"""Runs the cheap tests first, then those that drive the window or start the program."""

import pytest

_COSTLY = ("journey", "program", "packaged")


@pytest.hookimpl(trylast=True)  # after the shuffling, whose order is kept within each kind
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_cost)


def _cost(item: pytest.Item) -> int:
    marks = {mark.name for mark in item.iter_markers()}
    return max((1 + step for step, name in enumerate(_COSTLY) if name in marks), default=0)

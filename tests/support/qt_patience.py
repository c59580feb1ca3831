"""Lets a wait for the window end late: a machine that is busy takes seconds for what takes none.

What comes is not waited for any longer; only a test that fails takes so much more.
"""

import pytest
from pytestqt.qtbot import QtBot

_PATIENCE_MILLISECONDS = 30_000


def pytest_configure(config: pytest.Config) -> None:
    del config
    waits = (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed)
    for wait in (*waits, QtBot.waitActive, QtBot.waitCallback):
        usual = wait.__kwdefaults__ or {}
        wait.__kwdefaults__ = {**usual, "timeout": _PATIENCE_MILLISECONDS}

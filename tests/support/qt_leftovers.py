"""Fails a test that leaves a window, timer, animation or Qt thread behind.

Nothing here imports Qt by itself: where it is not loaded, nothing of it can be left.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.qt_neutral import neutralise

# What is watched from its start on, and how it is seen to be still at work.
_WATCHED: dict[str, Callable[[Any], bool]] = {
    "QTimer": lambda timer: timer.isActive(),
    "QAbstractAnimation": lambda animation: animation.state() != animation.State.Stopped,
    "QThread": lambda thread: thread.isRunning(),
}
_PATIENCE_MILLISECONDS = 30_000  # only a test that fails takes so long


@pytest.fixture(autouse=True)
def no_leftover_qt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        yield
        return
    started: list[tuple[str, Any]] = []
    for name in _WATCHED:
        _watch(monkeypatch, getattr(core, name), name, started)
    before = set(_windows())
    yield
    _let_go(core)
    neutralise()
    left = [*_still_at_work(core, started), *_new_windows(core, before)]
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)


def _watch(
    monkeypatch: pytest.MonkeyPatch, kind: Any, name: str, started: list[tuple[str, Any]]
) -> None:
    original = kind.start

    def start(self: Any, *arguments: Any) -> Any:
        started.append((name, self))
        return original(self, *arguments)

    monkeypatch.setattr(kind, "start", start)


def _let_go(core: Any) -> None:
    """Deletes what was asked to be deleted later: without an event loop, later never comes."""
    if core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _still_at_work(core: Any, started: list[tuple[str, Any]]) -> Iterator[str]:
    shiboken = sys.modules["shiboken6"]
    while started:
        name, worker = started.pop()
        if not shiboken.isValid(worker):
            continue
        if name == "QThread":
            worker.wait(_PATIENCE_MILLISECONDS)
        if _WATCHED[name](worker):
            yield repr(worker)
            _end(name, worker)
    if core.QCoreApplication.instance() is not None:
        core.QThreadPool.globalInstance().waitForDone(_PATIENCE_MILLISECONDS)


def _end(name: str, worker: Any) -> None:
    """Ends it, so that the tests that follow do not suffer."""
    if name == "QThread":
        worker.quit()
        worker.wait(_PATIENCE_MILLISECONDS)
    else:
        worker.stop()


def _new_windows(core: Any, before: set[int]) -> list[str]:
    if _windows_beside(before):
        gc.collect()  # a window in a circle of references is gone only now
        _let_go(core)
    left = _windows_beside(before)
    names = [repr(window) for window in left.values()]
    for window in left.values():
        sys.modules["shiboken6"].delete(window)
    return names


def _windows_beside(before: set[int]) -> dict[int, Any]:
    return {address: window for address, window in _windows().items() if address not in before}


def _windows() -> dict[int, Any]:
    """The windows there are, by address: their wrappers in Python come and go."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return {}
    address_of = sys.modules["shiboken6"].getCppPointer
    top_level = widgets.QApplication.topLevelWidgets()
    return {address_of(window)[0]: window for window in top_level if not window.parent()}

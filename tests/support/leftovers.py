"""Fails a test that leaves a thread running, and brings to light what it left for the collector."""

import gc
import threading
from collections.abc import Iterator

import pytest

_PATIENCE_SECONDS = 30.0  # only a test that fails takes so long


@pytest.fixture(autouse=True)
def no_leftover_threads() -> Iterator[None]:
    """Waits for threads that are about to end; one that stays fails the test.

    Threads that Qt started are left to `no_leftover_qt`: Python never sees them end.
    """
    before = set(threading.enumerate())
    yield
    # Young garbage only, which is cheap: a socket forgotten in a circle is reported here.
    gc.collect(1)
    left = [thread for thread in threading.enumerate() if thread not in before and _stays(thread)]
    if left:
        pytest.fail("left running: " + ", ".join(thread.name for thread in left), pytrace=False)


def _stays(thread: threading.Thread) -> bool:
    if isinstance(thread, threading._DummyThread):
        return False
    thread.join(_PATIENCE_SECONDS)
    return thread.is_alive()

"""Garbage collection put off while many values are made that hold no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_put_off() -> Iterator[None]:
    """Spare the values of a chunk the search for cycles, a fifth of the time of an import.

    Facts and charges are plain tuples that go as soon as nobody holds them; what else of the
    program waits for the collector gets its turn between two chunks.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

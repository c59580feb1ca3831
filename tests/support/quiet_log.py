"""Fails a test that leaves a warning or an error in the log which it did not expect."""

import logging
from collections.abc import Callable, Iterator

import pytest
from typing_extensions import override


class _Listener(logging.Handler):
    """Keeps what was said at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[Callable[[], list[str]]]:
    """A function that hands out the warnings and errors logged so far, and so makes them expected.

    Each is one line, "LEVEL logger: message".
    """
    listener = _Listener()

    def taken() -> list[str]:
        heard, listener.heard = listener.heard, []
        return heard

    logging.getLogger().addHandler(listener)
    yield taken
    logging.getLogger().removeHandler(listener)
    unexpected = taken()
    if unexpected:
        pytest.fail("unexpected in the log: " + "; ".join(unexpected), pytrace=False)

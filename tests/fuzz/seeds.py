"""A small choice of a run's inputs: the shortest ones that together reach every new place."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzz.feeds import SEEDS, Feed
from tests.fuzz.reading import read_all

#: Bytes kept for one reader, so that all of them together stay small.
_MOST = 10_000
_OF_READERS = f"{Path('app') / 'exchange'}"
_Step = tuple[str, int, int]


def keep_as_seeds(feed: Feed, inputs: Iterable[bytes], folder: Path) -> None:
    """Keep of these inputs, beside the samples, the few that go where no shorter one goes."""
    path = folder / f"seed{feed.samples[0].suffix}"
    reached: set[_Step] = set()
    for beginning in feed.beginnings():
        reached |= _steps(feed, beginning, path)
    chosen, left = [], _MOST
    for data in sorted(inputs, key=lambda data: (len(data), data)):
        if len(data) > left or (steps := _steps(feed, data, path)) <= reached:
            continue
        reached |= steps
        left -= len(data)
        chosen.append(json.dumps(data.decode("latin-1")) + "\n")
    SEEDS.mkdir(exist_ok=True)
    (SEEDS / f"{feed.name}.jsonl").write_text("".join(chosen), "utf-8")


def _steps(feed: Feed, data: bytes, path: Path) -> set[_Step]:
    """Find which line followed which in the readers, while this input was read."""
    found: set[_Step] = set()
    last = 0

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal last
        if event == "line":
            found.add((frame.f_code.co_filename, last, frame.f_lineno))
            last = frame.f_lineno
        return step

    def enter(frame: FrameType, event: str, given: object) -> Any:
        return step(frame, event, given) if _OF_READERS in frame.f_code.co_filename else None

    path.write_bytes(feed.file_of(data))
    before = sys.gettrace()
    sys.settrace(enter)
    try:
        read_all(feed, path)
    finally:
        sys.settrace(before)
    return found

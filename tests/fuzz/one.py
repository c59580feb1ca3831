"""One reader under the fuzzer, as a process: ``python -m tests.fuzz.one NAME`` and its options."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["app.exchange"]):
    from tests.fuzz.feeds import feeds
    from tests.fuzz.reading import read_all


def main(arguments: list[str]) -> None:
    """Feed a reader until the count of runs is full; the first input it breaks on is kept."""
    name, *options = arguments
    feed = next(each for each in feeds() if each.name == name)
    path = Path(tempfile.gettempdir()) / f"input{feed.samples[0].suffix}"

    def take(data: bytes) -> None:
        path.write_bytes(feed.file_of(data))
        read_all(feed, path)

    atheris.Setup([sys.argv[0], *options], take)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])

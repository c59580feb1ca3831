"""What each reader is fed with: samples to begin from, and the inputs kept from earlier runs."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from app.domain.problem import Problem
from app.exchange.formats import FORMATS
from app.exchange.mapping import TEXTS, Mapping, load_mapping
from app.exchange.reading import read
from tests.fuzz.wrapping import beginnings_in, is_wrapped, wrapped

_DATA = Path(__file__).parents[1] / "data"
SAMPLES, FOUND, SEEDS = _DATA / "exchange", _DATA / "fuzz", _DATA / "fuzz_seeds"
_IN_THE_WORKBOOK = {"start": "When", "to": "To", "duration": "Length", "direction": "Way"}
_IN_THE_TEXTS = {
    "start": "SentDate", "from": "From", "to": "To", "direction": "Direction", "body": "Body",
    "segments": "NumSegments", "price": "Price", "currency": "PriceUnit",
}  # fmt: skip


class Feed:
    """A reader under test: its name, the samples it begins with, how an input becomes a file."""

    def __init__(
        self, name: str, samples: tuple[Path, ...], mapping: Mapping | None = None
    ) -> None:
        self.name = name
        self.samples = samples
        self.mapping = mapping

    @property
    def format_name(self) -> str:
        """The format as ``read`` is asked for it."""
        return "auto" if self.mapping else self.name

    @cached_property
    def _wholes(self) -> list[bytes]:
        return [sample.read_bytes() for sample in self.samples]

    def file_of(self, data: bytes) -> bytes:
        """Make the bytes of a file of an input."""
        return wrapped(self._wholes, data) if is_wrapped(self._wholes[0]) else data

    def beginnings(self) -> Iterator[bytes]:
        """Yield the inputs that stand for the samples; texts in two encodings."""
        if is_wrapped(self._wholes[0]):
            yield from beginnings_in(self._wholes)
            return
        for whole in self._wholes:
            yield whole
            with suppress(UnicodeDecodeError):
                yield whole.decode("utf-8-sig").encode("utf-16")

    def seeds(self) -> Iterator[bytes]:
        """Yield the inputs by which earlier runs got further than the samples do."""
        kept = SEEDS / f"{self.name}.jsonl"
        if kept.exists():
            for line in kept.read_text("utf-8").splitlines():
                yield json.loads(line).encode("latin-1")


def feeds() -> Iterator[Feed]:
    """Yield a feed for each format, and some for tables and workbooks with a mapping."""
    samples = {name: tuple(found) for name, found in _samples().items()}
    for each in FORMATS:
        yield Feed(each.name, samples.get(each.name, ()))
    mapping = load_mapping(SAMPLES / "headerless_mapping.json")
    yield Feed("mapped", (SAMPLES / "headerless.csv",), mapping)
    texts = Mapping(kind=TEXTS, columns=_IN_THE_TEXTS)
    yield Feed("mapped-texts", (SAMPLES / "twilio_messages.csv",), texts)
    yield Feed("workbook", (SAMPLES / "workbook.xlsx",), Mapping(columns=_IN_THE_WORKBOOK))


def _samples() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(each for each in SAMPLES.rglob("*") if each.is_file()):
        with suppress(Problem):
            found.setdefault(read(path).format, []).append(path)
    return found

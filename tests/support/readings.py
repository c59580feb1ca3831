"""Short ways to read a file in a test."""

from pathlib import Path

from app.domain.event import Call, Fact, Text
from app.exchange.reading import Reading, read
from app.exchange.record import Line, Refusal

SAMPLES = Path(__file__).parents[1] / "data" / "exchange"


def facts(reading: Reading) -> list[Fact]:
    """Everything in the file, where nothing of it is refused."""
    lines = list(reading)
    assert not [line for line in lines if isinstance(line, Refusal)]
    return [line.fact for line in lines if isinstance(line, Line)]


def calls(reading: Reading) -> list[Call]:
    """The calls of the file, whatever else it holds."""
    return [line.fact for line in reading if isinstance(line, Line) and isinstance(line.fact, Call)]


def texts(reading: Reading) -> list[Text]:
    """The texts of the file, whatever else it holds."""
    return [line.fact for line in reading if isinstance(line, Line) and isinstance(line.fact, Text)]


def refusals(reading: Reading) -> list[Refusal]:
    """The refused lines of the file."""
    return [line for line in reading if isinstance(line, Refusal)]


def sample(name: str) -> Reading:
    """Read one of the sample files, with nothing said about it."""
    return read(SAMPLES / name)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a file as it would be exported."""
    path = folder / "export.csv"
    path.write_text(text, encoding=encoding, newline="")
    return path

"""The plan server as a process, asked by many desktops at once."""

import subprocess
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from tests.bench.desktops import Desktop, Wish
from tests.bench.processes import ROOT, environment, scratch, served
from tests.bench.rounds import Side, in_turn, milliseconds
from tests.bench.row import Measured, Row
from tests.bench.server_files import PEOPLE, build

_AT_ONCE = 16
_REQUESTS = 800
_ROUNDS = 7
_READS = 40
_READ_ROUNDS = 15
#: Companies and days of a database: so many counts of four kinds of everybody on each day.
_SMALL, _LARGE = (1, 63), (10, 625)
_SERVE = ("-m", "ui", "serve", "--port", "0", "--json")
_BARE = ("-m", "tests.bench.bare_server")


def polls() -> Measured:
    """Ask both sides whether the plan book changed, in turn; it did not."""
    return _rates("poll", 304)


def uploads() -> Measured:
    """Send both sides the counts of a day, in turn."""
    return _rates("upload", 200)


def pooled() -> Measured:
    """Read the usage of a company from a large and a small database, in turn."""
    with scratch() as folder:
        sides = []
        for name, (companies, days) in (("large", _LARGE), ("small", _SMALL)):
            desktops = build(_file(folder / name), companies=companies, days=days)[:1]
            sides.append((folder / name, desktops))
        (large, owner), (small, other) = sides
        with served(_SERVE, large) as ours, served(_SERVE, small) as against:
            found, beside = map(
                median,
                in_turn(
                    _asking(ours, "pooled", owner, _READS),
                    _asking(against, "pooled", other, _READS),
                    _READ_ROUNDS,
                ),
            )
    return Measured(milliseconds(found / _READS), milliseconds(beside / _READS), found / beside)


def _rates(kind: str, status: int) -> Measured:
    with scratch() as folder:
        desktops = build(_file(folder))[:_AT_ONCE]
        with served(_SERVE, folder) as ours, served(_BARE, folder) as against:
            found, beside = map(
                min,
                in_turn(
                    _asking(ours, kind, desktops, _REQUESTS, status),
                    _asking(against, kind, desktops, _REQUESTS, status),
                    _ROUNDS,
                ),
            )
    return Measured(_rate(found), _rate(beside), beside / found)


def _rate(seconds: float) -> str:
    return f"{_REQUESTS / seconds:,.0f}/s"


def _asking(
    address: str, kind: str, desktops: Sequence[Desktop], requests: int, status: int = 200
) -> Side:
    """Make a side: the seconds that these desktops wait for so many answers."""
    port = urlsplit(address).port or 0
    numbers = count(1, requests)

    def side() -> float:
        wish = Wish(port, kind, status, requests, next(numbers), tuple(desktops))
        done = subprocess.run(
            (sys.executable, "-m", "tests.bench.desktops"),
            cwd=ROOT, env=environment(), input=wish.written(), text=True, check=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        return float(done.stdout)

    return side


def _file(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder / "server.db"


_HOW = (
    f"`talktally serve` on SQLite, on the loopback, and a process of its own with {_AT_ONCE} "
    "desktops that ask over connections that stay open, each again as soon as it was answered. "
    "Against: a FastAPI application with the same settings, whose one route answers the same and "
    f"does nothing. {_REQUESTS} requests a round, the quickest of {_ROUNDS} rounds each, in turn."
)
POLLS = Row(
    "polls", "plan server: polls that find nothing new", "a bare FastAPI route", 0.6, 0.8,
    f"Ours: {_HOW}", polls, higher=True,
)  # fmt: skip
UPLOADS = Row(
    "uploads", "plan server: a day's counts uploaded", "a bare FastAPI route", 0.2, 0.3,
    f"Ours: {_HOW} An upload is four counts, and on the disk when it is answered.", uploads,
    higher=True,
)  # fmt: skip
POOLED = Row(
    "pooled", "plan server: pooled usage, 1,000,000 counts", "10,000 counts", 1.5, 1.2,
    "Both sides: `talktally serve` on SQLite; a desktop reads the running and the previous cycle "
    f"of both lines of a company of {PEOPLE}. Ten of them with twenty months of counts, against "
    f"one with two. The median of {_READ_ROUNDS} rounds of {_READS} reads each, in "
    "turn; the time for one read.", pooled,
)  # fmt: skip

"""Small import files of one's own: a table of cells, or entries as our own export writes them."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

TWILIO = (
    *("Call SID", "Parent Call SID", "From", "To", "Status", "Direction", "Start Time"),
    *("Duration", "Price", "Price Unit"),
)
OWN, FAR = "+14155550100", "+12125550123"


def table(path: Path, header: Sequence[str], *rows: Sequence[object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    return path


def leg(
    sid: str, seconds: int, parent: str = "", *, start: str = "2026-11-03 10:00:00", **said: str
) -> tuple[object, ...]:
    """Make a row of a Twilio call log: one leg."""
    origin, target = said.get("origin", OWN), said.get("target", FAR)
    direction = said.get("direction", "outbound-dial" if parent else "outbound-api")
    status = said.get("status", "completed")
    return (sid, parent, origin, target, status, direction, start, seconds, "", "")


def call(number: int, seconds: object = 60, **said: object) -> dict[str, Any]:
    """Make an entry as our own export writes it, in the third morning of November 2026."""
    minute, hour = number % 60, 8 + number // 60
    return {
        "kind": "call",
        "provider": "test",
        "id": str(number),
        "start": f"2026-11-03T{hour:02}:{minute:02}:00Z",
        "direction": "outbound",
        "seconds": str(seconds),
        **said,
    }


def lines(path: Path, entries: Iterable[object]) -> Path:
    path.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")
    return path

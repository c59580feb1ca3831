"""What a run of the verification showed: a table for people, a file for programs."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from shipping.claim import MEGABYTE


class Shown(NamedTuple):
    """Of one package. ``size``: bytes of what is handed out; ``wrong``: a sentence, else empty."""

    package: str
    file: str
    size: int
    seconds: float
    wrong: str = ""
    not_run: str = ""

    @property
    def outcome(self) -> str:
        """Return how it went."""
        if self.not_run:
            return "not run"
        return "failed" if self.wrong else "verified"


def table(rows: Sequence[Shown]) -> str:
    """Write the rows below each other, in columns."""
    return "\n".join(_line(row) for row in rows)


def write(rows: Sequence[Shown], version: str, path: Path) -> None:
    """Write the rows as JSON."""
    held = [row._asdict() | {"outcome": row.outcome} for row in rows]
    document = {"version": 1, "release": version, "packages": held}
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def _line(row: Shown) -> str:
    megabytes = f"{row.size / MEGABYTE:7.1f} MB" if row.size else " " * 10
    line = f"{row.package:8} {row.outcome:9} {row.seconds:4.0f} s {megabytes}  {row.file}"
    return f"{line}: {row.not_run}" if row.not_run else line

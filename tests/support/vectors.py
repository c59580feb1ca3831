"""Reads the recorded cases in ``tests/data`` (their sources are named there)."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent.parent / "data"


def read(name: str) -> Any:
    """Read one file of cases by its name without the ending."""
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))

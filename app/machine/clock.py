"""What time it is, and in which zone this computer stands."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.beat import Beat
from app.domain.instant import BEGINNING, END, Instant, instant
from app.domain.problem import UsageProblem, mark
from app.machine.running import begun, running

_VARIABLE = "TALKTALLY_NOW"
_FOLDER = "zoneinfo/"


class Clock:
    """Tells the time; one that is given an instant stands still there."""

    def __init__(self, standing: Instant | None = None) -> None:
        self._standing = standing

    def now(self) -> Instant:
        """Return the present instant."""
        if self._standing is not None:
            return self._standing
        return Instant(time.time_ns() // 1000)

    def beat(self) -> Beat:
        """Look at all clocks; the wall clock alone where time stands still."""
        if self._standing is not None:
            return Beat(self._standing)
        return running(self.now())

    def begun(self) -> Beat:
        """Look at all clocks as they were when this program was started for one event."""
        return begun(self.beat())


def clock_of(environ: Mapping[str, str]) -> Clock:
    """Return the clock, standing at ``TALKTALLY_NOW`` if set; UsageProblem when that is unclear."""
    told = environ.get(_VARIABLE)
    return Clock(_read(told.strip()) if told else None)


def machine_zone(environ: Mapping[str, str]) -> str:
    """Return the name of this computer's time zone, UTC when nobody can tell."""
    # Here because zones are loaded only where one is asked for, and a first frame asks for none.
    from app.domain.cycle import check_zone

    for name in _candidates(environ):
        with suppress(UsageProblem):
            return check_zone(name)
    return "UTC"


def _read(told: str) -> Instant:
    try:
        found = instant(datetime.fromisoformat(told))
    except (ValueError, OverflowError):
        found = END
    if not BEGINNING <= found < END:
        message = mark("{variable} must be an instant with its zone, such as {example}.")
        raise UsageProblem(message, variable=_VARIABLE, example="2026-11-21T13:05:00Z")
    return found


def _candidates(environ: Mapping[str, str]) -> Iterator[str]:
    told = environ.get("TZ", "").removeprefix(":")
    if told:
        yield told.rpartition(_FOLDER)[2]
    if sys.platform == "win32":
        # Here because Windows has names of its own, and only Babel's slow tables know both.
        from babel.localtime import LOCALTZ

        yield str(getattr(LOCALTZ, "key", ""))
        return
    with suppress(OSError):
        yield str(Path("/etc/localtime").resolve()).partition(_FOLDER)[2]
    with suppress(OSError, UnicodeDecodeError):
        yield Path("/etc/timezone").read_text(encoding="utf-8").strip()

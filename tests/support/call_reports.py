"""Reports of live sources, made of the few things a test is about."""

from typing import Any

from app.domain.beat import Beat
from app.domain.call_report import CallReport, Happening
from app.domain.instant import SECOND, Instant
from tests.support.ledgers import NOW

ONE, OTHER = "a84b4c76e66710@pc33", "3848276298220188511@pc33"


def after(seconds: int = 0, *, asleep: int = 0, boot: str = "boot-1", jump: int = 0) -> Beat:
    """Look at the clocks some seconds after NOW; ``asleep`` and ``jump`` of the wall in seconds."""
    running = (1_000 + seconds) * SECOND
    wall = Instant(NOW + (seconds + jump) * SECOND)
    return Beat(wall, boot, running, running - asleep * SECOND)


def report(what: str, at: Beat | Instant | int = 0, /, **said: Any) -> CallReport:
    """Make a report at a beat, at an instant without other clocks, or seconds after NOW."""
    if not isinstance(at, Beat):
        at = after(at) if at < DAYS_OF_SECONDS else Beat(Instant(at))
    return CallReport(Happening(what), at, **said)


def started(at: Beat | Instant | int = 0, /, **said: Any) -> CallReport:
    return report("start", at, **said)


#: Below this a whole number is seconds after NOW, else an instant.
DAYS_OF_SECONDS = 10**9

"""A call that goes on in the window and in the small window of the call: processor time."""

import json
import time
from pathlib import Path

from app.actions.follow_call import take_report
from app.domain.call_report import CallReport, Happening
from app.domain.instant import Instant
from app.ledger.ledger import Ledger, ledger_path
from app.machine.running import running
from app.machine.settings import FILE_NAME
from tests.bench.idle import told_by, window_left_alone
from tests.bench.ledgers import LARGE, copy_of
from tests.bench.processes import scratch
from tests.bench.row import Measured, Row

_REST_MS, _TALK_MS = 15_000, 60_000
#: So much of one core is allowed, as one part of so many.
_PART = 100
_SECONDS = _TALK_MS / 1_000
_PRINT = (
    "An off-screen window on such a ledger with a call open that was just answered, the overview "
    "and the small window of the call both shown; measured for a minute of the call, in which each "
    "second is written in both, all figures are read as the minute begins, and the call is noted "
    "in the ledger every fifteen seconds."
)


def seconds() -> Measured:
    """Processor time of all threads in a minute of a call, against a hundredth of that minute."""
    with scratch() as folder:
        process = window_left_alone("ours", _folder(folder / "data"), _REST_MS, _TALK_MS)
        found = told_by(process)["seconds"]
    allowed = _SECONDS / _PART
    ours, against = f"{found * 1_000:.0f} ms", f"{allowed * 1_000:.0f} ms"
    return Measured(ours, against, found / allowed)


def _folder(folder: Path) -> Path:
    """Make a data folder in which a call has just been answered."""
    copy_of(LARGE, folder)
    now = running(Instant(time.time_ns() // 1_000))
    with Ledger(ledger_path(folder)) as ledger:
        take_report(ledger, CallReport(Happening.START, now, number="+14155550188"))
    settings = {"backup_every_days": 0, "welcomed": True, "phone": {"strip": "always"}}
    (folder / FILE_NAME).write_text(json.dumps(settings), encoding="utf-8")
    return folder


ROW = Row(
    "ticking", f"a minute of a call in the window, {LARGE:,} entries: processor",
    "1 % of a core", 1, 0.5, _PRINT, seconds,
)  # fmt: skip

"""What is to be erased, kept in a file until all of it is, so that a later start can go on."""

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.disk.leftovers import runs
from app.disk.whole import write_private
from app.domain.instant import Instant
from app.machine.own_files import ERASING

#: A process that works longer than this has ended, and another one has its number.
_LONGEST_S = 3_600


@dataclass(frozen=True, slots=True)
class Order:
    """``typed``: a contact; ``before``: everything older; neither: only the file is to be cleaned.

    ``numbers`` and ``names`` are what the ledger had of the contact. ``process``: who works on it.
    """

    typed: str = ""
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    before: Instant | None = None
    process: int = 0


def keep_order(folder: Path, order: Order) -> None:
    """Keep what this process begins to erase; EnvironmentProblem when it cannot be written."""
    ours = replace(order, process=os.getpid())
    write_private(folder / ERASING, json.dumps(asdict(ours), ensure_ascii=False))


def forget_order(folder: Path) -> None:
    """Forget it: everything is erased, or nothing was."""
    (folder / ERASING).unlink(missing_ok=True)


def broken_off(folder: Path) -> Order | None:
    """Return what a process began to erase that has ended since, ``None`` where there is none."""
    path = folder / ERASING
    with suppress(OSError, ValueError, TypeError):
        document = json.loads(path.read_text(encoding="utf-8"))
        lists = {name: tuple(document.get(name, ())) for name in ("numbers", "names")}
        order = Order(**{**document, **lists})
        young = time.time() - path.stat().st_mtime < _LONGEST_S
        ours = order.process == os.getpid()
        return None if young and not ours and runs(order.process) else order
    return None

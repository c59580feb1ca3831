"""Being the one window of a data folder, or saying to the one that is open what is wanted."""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.problem import Problem, mark
from ui.instance.call import Call, Door, activation_of

#: How long a window that is open may take to answer, in seconds; a slow start takes some.
PATIENCE = 10.0
_PAUSE = 0.05
_STAYS = mark("Talktally is open and does not end. Close its window, then try again.")
_SILENT = mark(
    "Talktally is open already but does not answer. Close its window, or end it, and start again."
)


def claim(
    folder: Path, call: Call, environ: Mapping[str, str], *, patience: float = PATIENCE
) -> Door | None:
    """Return the door of the first window of a folder, ``None`` when another one took the call.

    Problem when there is one that does not answer in time: two windows never share a ledger.
    """
    be_first, hand_over = _ways(folder, environ)
    end = time.monotonic() + patience
    while True:
        door = be_first()
        if door is not None:
            return door
        if hand_over(call, end):
            return None
        if time.monotonic() >= end:
            raise Problem(_SILENT)
        time.sleep(_PAUSE)  # it may be about to listen, or about to end


def is_open(folder: Path, environ: Mapping[str, str]) -> bool:
    """Raise the window of a folder if there is one that answers; tells whether there is."""
    _, hand_over = _ways(folder, environ)
    return hand_over(Call((), activation_of(environ)), time.monotonic() + PATIENCE)


def end_open(
    folder: Path, call: Call, environ: Mapping[str, str], *, patience: float = PATIENCE
) -> None:
    """Say ``call``, which asks it to end, to the window of a folder, and wait until it is gone.

    Problem when it does not go in time. Where none is open nothing happens.
    """
    if not folder.is_dir():
        return
    be_first, hand_over = _ways(folder, environ)
    end = time.monotonic() + patience
    while (door := be_first()) is None:
        hand_over(call, end)
        if time.monotonic() >= end:
            raise Problem(_STAYS)
        time.sleep(_PAUSE)
    door.close()


def _ways(
    folder: Path, environ: Mapping[str, str]
) -> tuple[Callable[[], Door | None], Callable[[Call, float], bool]]:
    """Return how to be first and how to hand over on this system; each loads its own alone."""
    if sys.platform == "win32":
        from ui.instance import name, pipe

        address, kernel = pipe.address_of(folder), name.usual_kernel()
        _let_come_to_the_front()
        return (
            lambda: pipe.open_door(address, kernel),
            lambda call, end: pipe.hand_over(address, call, end),
        )
    from ui.instance import unix

    return (
        lambda: unix.open_door(folder, environ),
        lambda call, end: unix.hand_over(folder, call, end),
    )


def _let_come_to_the_front() -> None:
    """Give the window that is open the leave that Windows gave to this start."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # whoever it is

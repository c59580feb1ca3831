"""A first look at the figures by a process of its own, while the window is still being built.

Reading the ledger needs SQLAlchemy, building the window needs Qt, and each takes about as long:
side by side on two cores both are there in the time of one. The child prints the page and ends;
from then on the window reads for itself.
"""

import gc
import os
import subprocess
import sys
from pathlib import Path

from app.machine.own_program import GLIMPSE, is_frozen, own_child

_LEDGER = "ledger.db"


def start_glimpse(folder: Path) -> "subprocess.Popen[bytes] | None":
    """Start the look; ``None`` where there is no ledger."""
    if not (folder / _LEDGER).exists():
        return None
    try:
        return subprocess.Popen(  # noqa: S603 - this program itself
            [*_look(), str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            # Or a window of text would flash up on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None


def _look() -> tuple[str, ...]:
    if is_frozen():
        return (*own_child(), GLIMPSE)
    return (sys.executable, "-m", "ui.desk.glimpse")


def main(folder: Path) -> None:
    """Print the page as it stands now, in the language of the settings."""
    gc.disable()  # over in half a second
    # Here because the parent imports this module only to start the child.
    from app.assembly import words_of
    from app.ledger.glance import Glance
    from app.machine.clock import clock_of, machine_zone
    from app.machine.outlooks import Outlooks
    from app.machine.rollout import read_rollout
    from app.machine.settings import read_settings
    from ui.desk.look import Look
    from ui.desk.reading import read_view
    from ui.desk.snapshot import Shown
    from ui.desk.snoozes import snoozes_of
    from ui.window.state import window_state

    settings, _ = read_settings(folder)
    decided = read_rollout(os.environ)[0].language
    words = words_of(os.environ, settings.language, decided).masking(masked=settings.mask_numbers)
    zone, snoozes = machine_zone(os.environ), snoozes_of(settings.others.get("snoozed"))
    look = Look(words, snoozes, Outlooks(settings), zone=lambda: zone)
    view = read_view(Glance(folder / _LEDGER), clock_of(os.environ).now, look)
    language = (settings.language or decided).partition("_")[0] or "system"
    around = window_state(
        look.words, view.status, theme=settings.theme, language=language, zone=zone
    )
    sys.stdout.buffer.write(Shown(view.state, around).to_json().encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Where the frozen program begins: the same door as ``python -m ui``."""

import os
import sys
from pathlib import Path

from app.machine.outside import step_outside
from app.machine.own_archive import hold_archive
from app.machine.own_program import GLIMPSE


def begin() -> int:
    """Look at the figures for the window that asks, or do what the arguments say."""
    hold_archive()
    step_outside(os.environ)
    if sys.argv[1:2] == [GLIMPSE] and len(sys.argv) == 3:
        from ui.desk.glimpse import main as look  # here: a look needs nothing else

        look(Path(sys.argv[2]))
        return 0
    from ui.__main__ import main  # here: see above

    return main()


if __name__ == "__main__":
    sys.exit(begin())

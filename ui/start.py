"""The window's door: a first look at the figures is sent off, and only then Qt is loaded."""

import gc
import sys
from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.domain.problem import EnvironmentProblem, ExitCode, mark
from ui.desk.glimpse import start_glimpse
from ui.display import has_display

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from ui.opening import Opening

_NO_DISPLAY = mark(
    "There is no display, so no window can be opened. For the figures: talktally status. "
    "For a picture of the window: talktally screenshot overview FILE.png"
)

#: How long a worker may hold Python while the main thread waits, seconds: every one of the many
#: calls that paint a frame could wait so long.
_TURN = 0.0005


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """The window needs nothing but the data folder."""


def run(
    _: object, workplace: Workplace, *, watch: "Callable[[Opening], None]" = lambda _: None
) -> int:
    """Open the window and stay until it is closed; EnvironmentProblem without a display.

    ``watch`` is shown the opening before anything is on the screen, so that it can be measured.
    """
    if not has_display(workplace.environ):
        raise EnvironmentProblem(_NO_DISPLAY)
    # What is loaded now stays: looking through it for garbage would cost a tenth of the start.
    gc.disable()
    sys.setswitchinterval(_TURN)
    glimpse = start_glimpse(workplace.folder)
    # Here because the child that looks at the figures should be at work while Qt is loaded.
    from ui.opening import Opening, make_application

    application = make_application()
    opening = Opening(workplace, glimpse)
    watch(opening)
    opening.shell.show()
    application.exec()
    return ExitCode.DONE

"""The window's door: a first look at the figures is sent off, and only then Qt is loaded."""

import gc
import sys
from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.domain.problem import EnvironmentProblem, ExitCode, mark
from app.machine.own_program import HANDED_OVER_MARK, HIDDEN, QUIT, SENT_BACK
from ui.desk.glimpse import start_glimpse
from ui.display import has_display
from ui.instance.call import Call, activation_of
from ui.instance.claim import claim, end_open

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from ui.instance.call import Door
    from ui.opening import Opening

_NO_DISPLAY = mark(
    "There is no display, so no window can be opened. For the figures: talktally status. "
    "For a picture of the window: talktally screenshot overview FILE.png"
)
_NOT_AGAIN = mark("{program} cannot be started: {reason}. Start Talktally again by hand.")

#: How long a worker may hold Python while the main thread waits, seconds: every one of the many
#: calls that paint a frame could wait so long.
_TURN = 0.0005


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """Declare what the window may begin with."""
    parser.add_argument(
        "link", metavar="LINK", nargs="?", type=_link, help="look at this number: tel:+14155550188"
    )
    parser.add_argument(HIDDEN, action="store_true", help="start in the tray")
    parser.add_argument(QUIT, action="store_true", help="end the window that is open")


def run(
    arguments: "argparse.Namespace | None",
    workplace: Workplace,
    *,
    watch: "Callable[[Opening], None]" = lambda _: None,
) -> int:
    """Open the window and stay until it is closed, or raise the one that is open and end at once.

    EnvironmentProblem without a display, Problem when the window that is open does not answer, or
    does not end where that is asked for.
    ``watch`` is shown the opening before anything is on the screen, so that it can be measured.
    """
    if getattr(arguments, "quit", False):
        end_open(workplace.folder, Call((QUIT,)), workplace.environ)
        return ExitCode.DONE
    if not has_display(workplace.environ):
        raise EnvironmentProblem(_NO_DISPLAY)
    wanted = _words(arguments, workplace.environ)
    # Before anything is loaded or read, so that a second start is over at once.
    call = Call(wanted, activation_of(workplace.environ))
    door = claim(workplace.folder, call, workplace.environ)
    if door is not None:
        _stay_open(workplace, wanted, door, watch)
    return ExitCode.DONE


def _stay_open(
    workplace: Workplace, wanted: tuple[str, ...], door: "Door", watch: "Callable[[Opening], None]"
) -> None:
    """Open the window and stay until it is closed; what ended it early is raised."""
    # What is loaded now stays: looking through it for garbage would cost a tenth of the start.
    gc.disable()
    sys.setswitchinterval(_TURN)
    glimpse = start_glimpse(workplace.folder)
    # Here because the child that looks at the figures should be at work while Qt is loaded.
    from ui.shell.plain_imports import import_plainly

    import_plainly()
    from ui.opening import Opening
    from ui.shell.application import make_application
    from ui.shell.refused import refusal_told

    with refusal_told(workplace):
        application = make_application()
    opening = Opening(workplace, glimpse, arguments=wanted, door=door)
    opening.closed.connect(application.quit)
    watch(opening)
    opening.begin()
    application.exec()
    opening.end()
    if opening.fault is not None:
        raise opening.fault
    if opening.starts_again:
        _start_again(workplace)


def _start_again(workplace: Workplace) -> None:
    """Open the window of the program that is installed by now; nobody holds the door any longer.

    EnvironmentProblem where it cannot be started.
    """
    # Here because a window hardly ever sees an update.
    from app.machine.detached import Detached
    from app.machine.updated_program import words_to_start_again

    words = words_to_start_again(workplace.folder, workplace.environ)
    try:
        Detached().start(words, workplace.environ)
    except OSError as error:
        raise EnvironmentProblem(
            _NOT_AGAIN, program=words[0], reason=error.strerror or str(error)
        ) from error


def _words(arguments: "argparse.Namespace | None", environ: "Mapping[str, str]") -> tuple[str, ...]:
    """Return what a window can be asked for, as words that another one can be told."""
    link = getattr(arguments, "link", None)
    hidden = HIDDEN if getattr(arguments, "hidden", False) else ""
    sent_back = SENT_BACK if link and environ.get(HANDED_OVER_MARK) else ""
    return tuple(word for word in (hidden, sent_back, link) if word)


def _link(text: str) -> str:
    # Here because most starts have no link.
    from app.commands.arguments import Unfit
    from app.commands.table import is_link

    if not is_link(text):
        raise Unfit(mark("{text} is not a link to a number"), text=repr(text[:40]))
    return text

"""``talktally screenshot``: a page of the window drawn into a picture, without a screen."""

import argparse
import os
from contextlib import suppress
from pathlib import Path

from app.assembly import Workplace
from app.commands.arguments import Unfit, file_path
from app.domain.problem import EnvironmentProblem, ExitCode, UsageProblem, mark
from ui.display import draw_off_screen

PAGES = ("overview", "activity", "plan", "accounts", "dial", "text", "settings")
_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
_SIZE = (1280, 860)
_LEAST, _MOST = 300, 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the page, the file, and how the picture looks."""
    parser.add_argument(
        "page",
        metavar="PAGE",
        choices=PAGES,
        help="overview, activity, plan, accounts, dial, text or settings",
    )
    parser.add_argument("file", metavar="FILE", type=file_path, help="ends with .png, .jpg, .webp")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", metavar="WxH", type=_size, default=_SIZE, help="1280x860")
    parser.add_argument("--scale", metavar="N", type=int, choices=(1, 2, 3), default=1)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Draw the page; nothing in the data folder changes."""
    if arguments.file.suffix.lower() not in _ENDINGS:
        raise UsageProblem(
            mark("{file} names no kind of picture. End its name with one of: {endings}."),
            file=arguments.file.name,
            endings=", ".join(_ENDINGS),
        )
    draw(workplace, arguments.page, arguments.file, arguments)
    workplace.tell(workplace.words.say("The picture is in {file}.", file=arguments.file))
    return ExitCode.DONE


def draw(workplace: Workplace, page: str, file: Path, look: argparse.Namespace) -> None:
    """Draw a page into a file; ``look`` has theme, size and scale."""
    # Drawn off-screen, whatever screen there is, so that the size is the one asked for.
    draw_off_screen(os.environ)
    os.environ["QT_SCALE_FACTOR"] = str(look.scale)
    # Here because Qt reads both when it is loaded.
    from ui.commands.picture import Size, picture_of

    width, height = look.size
    # It shows numbers, so a new one is its owner's alone; an existing file keeps its rights.
    with suppress(OSError):
        file.touch(mode=0o600, exist_ok=True)
    picture = picture_of(workplace, page, theme=look.theme, size=Size(width, height))
    if not picture.save(str(file)):
        raise EnvironmentProblem(
            mark("{file} cannot be written. Check the folder and the free space."), file=file
        )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    found = tuple(int(side) if side.isdecimal() else 0 for side in (width, height))
    if not all(_LEAST <= side <= _MOST for side in found):
        raise Unfit(mark("a size such as 1280x860, 300 to 8000 each"))
    return found[0], found[1]

"""``talktally --selfcheck``: every part of this program tried here, without the person's data."""

import argparse
import json
from pathlib import Path

from app.assembly import Workplace, shown
from app.commands.arguments import Unfit, file_path
from app.disk.whole import write_private
from app.domain.problem import ExitCode, mark
from ui.commands.selfcheck.child import INSIDE
from ui.commands.selfcheck.inside import look_inside
from ui.commands.selfcheck.whole import Checked, check

_ENDING = ".png"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the picture, the report, and where the window opens."""
    parser.add_argument(
        "file",
        metavar="FILE.png",
        nargs="?",
        type=_picture,
        help="a picture of the window as it was painted",
    )
    parser.add_argument(
        "--report", metavar="FILE.json", type=file_path, help="write the answer into a file as well"
    )
    parser.add_argument(
        "--screen", action="store_true", help="open the window on the screen, not out of sight"
    )
    parser.add_argument(INSIDE, dest="inside", type=Path, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Try everything and tell it in JSON; refused when any part failed."""
    if arguments.inside is not None:
        return look_inside(arguments.inside, workplace)
    found = check(workplace, arguments.file, screen=arguments.screen)
    workplace.tell_json(_document(found))
    if arguments.report is not None:
        write_private(arguments.report, f"{json.dumps({'version': 1, **_document(found)})}\n")
    for part in found.parts:
        if not part.ok:
            workplace.warn(f"{part.part}: {part.seen}")
    return ExitCode.DONE if found.ok else ExitCode.REFUSED


def _document(found: Checked) -> dict[str, object]:
    return {
        "ok": found.ok,
        "program": dict(found.program),
        "parts": [
            {"part": each.part, "ok": each.ok, "seen": shown(each.seen)} for each in found.parts
        ],
        "picture": str(found.picture) if found.picture else None,
    }


def _picture(text: str) -> Path:
    if not text.lower().endswith(_ENDING):
        raise Unfit(mark("the name of the picture does not end with .png"))
    return file_path(text).absolute()

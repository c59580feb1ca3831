"""``talktally move``: the data folder moved to another place."""

import argparse
from contextlib import suppress
from pathlib import Path

from app.actions.hook_address import carry_hook_token
from app.actions.move_folder import move_folder
from app.assembly import Workplace
from app.commands.arguments import file_path
from app.commands.progress import told_progress
from app.domain.problem import EnvironmentProblem, ExitCode
from app.machine.paths import POINTER
from app.machine.settings import read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to."""
    parser.add_argument("folder", metavar="FOLDER", type=file_path, help="a new or empty folder")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Move it."""
    with told_progress("ledger.db", workplace, as_json=arguments.progress) as progress:
        moved = move_folder(
            workplace.folder, arguments.folder, workplace.environ, progress or _quiet
        )
    _carry(workplace, moved)
    if workplace.as_json:
        workplace.tell_json({"from": str(workplace.folder), "to": str(moved)})
        return ExitCode.DONE
    words = workplace.words
    workplace.tell(
        words.say(
            "The data folder is {folder} now. Later starts find it through {pointer}.",
            folder=moved,
            pointer=workplace.folder / POINTER,
        )
    )
    return ExitCode.DONE


def _carry(workplace: Workplace, moved: Path) -> None:
    """Let softphones go on reporting; without a keyring they had no token either."""
    if read_settings(moved)[0].phone.hook:
        with suppress(EnvironmentProblem):
            carry_hook_token(workplace.secrets(), workplace.folder, moved)


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""

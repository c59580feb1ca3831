"""The parser of one command: errors are problems, and nothing ends the process by itself."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from app.domain.problem import UsageProblem, mark

_HINT = mark("{reason}. For help: {command} --help")

# What stands between "://" and "@" in a URL, the code at the end of an invitation's link, and words
# as long as the keys of providers are.
_secret = re.compile(r"(?<=://)[^\s/]*(?=@)|(?<=#)[\w-]{20,}|\bpat-[\w-]+|\b[\w-]{32,}\b")


class HelpAsked(Exception):  # noqa: N818 - nothing went wrong
    """Raised with the text that ``--help`` shows."""


class Parser(argparse.ArgumentParser):
    """Raises UsageProblem where the standard one would end the process."""

    def __init__(self, command: str, summary: str) -> None:
        super().__init__(prog=command, description=summary, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action=_Help, nargs=0, help="show this help")
        self.add_argument(
            "--data-dir", metavar="DIR", help="folder of the ledger, the settings and the log"
        )
        self.add_argument("--json", action="store_true", help="answer in JSON, for programs")

    @override
    def error(self, message: str) -> NoReturn:
        # Somebody may have written a password or an invitation where none is read.
        shown = _secret.sub("…", message)
        reason = shown[:1].upper() + shown[1:]
        raise UsageProblem(_HINT, reason=reason.rstrip("."), command=self.prog)


class _Help(argparse.Action):
    @override
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        raise HelpAsked(parser.format_help())


def whole(low: int, high: int) -> Callable[[str], int]:
    """Make a reader of whole numbers in a range, for ``type=``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) <= 12):
            raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number")
        if not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text} is not from {low} to {high}")
        return int(text)

    return read


def words(most: int) -> Callable[[str], str]:
    """Make a reader of text that can be kept, for ``type=``; ``most`` characters of it."""

    def read(text: str) -> str:
        if len(text) > most:
            raise argparse.ArgumentTypeError(f"it is longer than {most} characters")
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise argparse.ArgumentTypeError("it is not text in UTF-8") from None
        return text.replace("\0", "")

    return read


def file_path(text: str) -> Path:
    """Read the name of a file, for ``type=``."""
    if not text:
        raise argparse.ArgumentTypeError("the name of the file is empty")
    return Path(text)

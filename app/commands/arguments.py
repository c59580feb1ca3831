"""The parser of one command: errors are problems, and nothing ends the process by itself."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from typing_extensions import override

from app.domain.problem import Problem, UsageProblem, mark

if TYPE_CHECKING:
    from app.wording.words import Words

_HINT = mark("{reason}. For help: {command} --help")

# What stands between "://" and "@" in a URL, the code at the end of an invitation's link, and words
# as long as the keys of providers are.
_secret = re.compile(r"(?<=://)[^\s/]*(?=@)|(?<=#)[\w-]{20,}|\bpat-[\w-]+|\b[\w-]{32,}\b")


class HelpAsked(Exception):  # noqa: N818 - nothing went wrong
    """Raised with the parser whose help is wanted."""

    def __init__(self, parser: "Parser") -> None:
        super().__init__()
        self.parser = parser


class Unfit(argparse.ArgumentTypeError):
    """What a reader of values raises, for ``type=``: it can be said in any language."""

    def __init__(self, message: str, **places: object) -> None:
        told = {name: _secret.sub("…", str(place)) for name, place in places.items()}
        self.reason = Problem(message, **told)
        super().__init__(str(self.reason))


class Parser(argparse.ArgumentParser):
    """Raises UsageProblem where the standard one would end the process."""

    def __init__(self, command: str, summary: str) -> None:
        super().__init__(
            prog=command,
            description=summary,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.add_argument("-h", "--help", action=_Help, nargs=0, help="show this help")
        self.add_argument(
            "--data-dir", metavar="DIR", help="folder of the ledger, the settings and the log"
        )
        self.add_argument("--json", action="store_true", help="answer in JSON, for programs")

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """Read the arguments; UsageProblem, or HelpAsked."""
        try:
            return self.parse_args(self._with_values(argv))
        except argparse.ArgumentError as error:
            self._refuse(str(error), error.__context__)

    def _with_values(self, argv: Sequence[str]) -> list[str]:
        """Tie what another program wrote to its option, so that it can be no option itself."""
        others = [each for each in self._actions if isinstance(each, FromOutside)]
        names = {name for each in others for name in each.option_strings}
        tied: list[str] = []
        left = iter(argv)
        for word in left:
            value = next(left, None) if word in names else None
            tied.append(word if value is None else f"{word}={value}")
        return tied

    @override
    def error(self, message: str) -> NoReturn:
        self._refuse(message)

    def spoken(self, words: "Words") -> None:
        """Let its help be in the language of the words."""
        self.description = words.say(self.description or "-")
        for action in self._actions:
            action.help = action.help and words.say(action.help)
            if isinstance(action.metavar, str):
                action.metavar = words.say(action.metavar)
            elif action.metavar:
                action.metavar = tuple(words.say(each) for each in action.metavar)
        for group in self._action_groups:
            group.title = group.title and words.say(group.title)

    def _refuse(self, message: str, cause: BaseException | None = None) -> NoReturn:
        # Here because most calls are right.
        from app.commands.complaints import complaint

        # Somebody may have written a password or an invitation where none is read.
        shown = _secret.sub("…", message).rstrip(".")
        reason = complaint(shown, cause.reason if isinstance(cause, Unfit) else None)
        raise UsageProblem(_HINT, reason=reason, command=self.prog)


class FromOutside(argparse.Action):
    """An option whose value another program adds: any next word is it, and none says nothing."""

    def __init__(self, option_strings: Sequence[str], dest: str, **more: Any) -> None:
        super().__init__(option_strings, dest, nargs="?", const="", default="", **more)

    @override
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, values)


class _Help(argparse.Action):
    @override
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        raise HelpAsked(cast("Parser", parser))


def whole(low: int, high: int) -> Callable[[str], int]:
    """Make a reader of whole numbers in a range, for ``type=``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) <= 12):
            raise Unfit(mark("{text} is not a whole number"), text=repr(text[:40]))
        if not low <= int(text) <= high:
            raise Unfit(mark("{text} is not from {low} to {high}"), text=text, low=low, high=high)
        return int(text)

    return read


def words(most: int) -> Callable[[str], str]:
    """Make a reader of text that can be kept, for ``type=``; ``most`` characters of it."""

    def read(text: str) -> str:
        if len(text) > most:
            raise Unfit(mark("it is longer than {most} characters"), most=most)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise Unfit(mark("it is not text in UTF-8")) from None
        return text.replace("\0", "")

    return read


def file_path(text: str) -> Path:
    """Read the name of a file, for ``type=``."""
    if not text:
        raise Unfit(mark("the name of the file is empty"))
    return Path(text)

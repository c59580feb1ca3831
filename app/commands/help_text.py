"""What ``talktally --help`` and ``--version`` show, and the help of one command."""

import argparse
from collections.abc import Iterable, Mapping
from functools import partial

from typing_extensions import override

from app.commands.arguments import Parser
from app.commands.table import Command
from app.domain.problem import mark
from app.machine.own_version import own_version
from app.wording.words import Words

_HEAD = mark("Talktally: how many calling minutes and message segments are left, and why.")
_ALONE = mark("(nothing)")
_FOOT = mark(
    "Every command takes --data-dir DIR and, where it reports, --json. For one command's options:"
)
_ONE = mark("talktally COMMAND --help")
_USAGE = mark("usage:")
#: What argparse heads the parts of a help with.
_TITLES = (mark("positional arguments"), mark("options"))


def help_text(known: Mapping[str, Command], spoken: Words, words: str = "") -> str:
    """Write the list of commands, or of those that begin with ``words``."""
    chosen = {name: each for name, each in known.items() if name.startswith(f"{words} ".lstrip())}
    alone = spoken.say(_ALONE)
    width = max(len(name) for name in [*chosen, alone])
    lines = [
        f"  {name or alone:{width}}  {spoken.say(each.summary)}" for name, each in chosen.items()
    ]
    return "\n".join([spoken.say(_HEAD), "", *lines, "", spoken.say(_FOOT), spoken.say(_ONE), ""])


def command_help(parser: Parser, spoken: Words) -> str:
    """Write what one command does, and its arguments."""
    parser.spoken(spoken)
    parser.formatter_class = partial(_Formatter, begin=f"{spoken.say(_USAGE)} ")
    return parser.format_help()


class _Formatter(argparse.HelpFormatter):
    """Writes a help that begins with another word than "usage: "."""

    def __init__(self, prog: str, begin: str) -> None:
        super().__init__(prog)
        self._begin = begin

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or self._begin)


def version_text() -> str:
    """Write name and version."""
    return f"Talktally {own_version()}".rstrip()

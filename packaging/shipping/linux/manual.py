"""The manual page, written out of the commands' own help, in each language they speak.

https://man7.org/linux/man-pages/man7/groff_man.7.html
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import cast

from shipping.linux.manual_texts import TEXTS, Texts
from typing_extensions import override

from app.commands.arguments import Parser
from app.commands.table import COMMANDS, Command, CommandModule
from app.wording.language import Language
from app.wording.words import Words, words_in
from ui.__main__ import WINDOW

#: What every command takes; told once.
_COMMON = frozenset({"help", "data_dir", "json"})
_FILES = ("~/.local/share/talktally", "/etc/talktally/rollout.toml")
_VARIABLES = ("TALKTALLY_DATA_DIR", "TALKTALLY_LANG", "TALKTALLY_CA_FILE")


def manual(language: str, version: str, epoch: int) -> str:
    """Return the page in "en" or "de", as groff reads it."""
    words, texts = words_in(Language(language)), TEXTS[language]
    date = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    every = {**COMMANDS, **WINDOW}
    lines = [
        f'.TH TALKTALLY 1 "{date}" "Talktally {version}" "{texts.group}"',
        *_section(texts.name, f"talktally \\- {_plain(texts.purpose)}"),
        *_section(texts.synopsis, *_synopsis(texts)),
        *_section(texts.description, "\n.PP\n".join(map(_plain, texts.about))),
        *_section(texts.options, _common_options(words)),
        *_section(texts.commands, *_commands(every, words)),
        *_section(texts.exits, *_terms("0123", texts.exit_meanings)),
        *_section(texts.environment, *_terms(_VARIABLES, texts.variables)),
        *_section(texts.files, *_terms(_FILES, texts.file_meanings)),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, *lines: str) -> list[str]:
    return [f".SH {_plain(title).upper()}", *lines]


def _synopsis(texts: Texts) -> Iterator[str]:
    option, link, command = texts.option, texts.link, texts.command
    yield f".B talktally\n.RB [ \\-\\-hidden ]\n.RI [ {link} ]"
    yield f".PP\n.B talktally\n.I {command}\n.RI [ {option} \\&.\\|.\\|. ]"


def _terms(names: Sequence[str], meanings: Sequence[str]) -> Iterator[str]:
    for term, meaning in zip(names, meanings, strict=True):
        yield f".TP\n.B {_plain(term)}\n{_plain(meaning)}"


def _common_options(words: Words) -> str:
    return _help(Parser("talktally", ""), words, frozenset())


def _commands(every: Mapping[str, Command], words: Words) -> Iterator[str]:
    for name, command in sorted(every.items()):
        parser = Parser(f"talktally {name}".strip(), command.summary)
        cast("CommandModule", import_module(command.module)).add_arguments(parser)
        yield f".SS {_plain(parser.prog)}"
        yield _help(parser, words, _COMMON)


def _help(parser: Parser, words: Words, told: frozenset[str]) -> str:
    parser.spoken(words)
    parser.formatter_class = partial(_Groff, told=told)
    return parser.format_help()


class _Groff(argparse.HelpFormatter):
    """Writes what a command does and its arguments, but for those that were ``told`` before."""

    def __init__(self, prog: str, told: frozenset[str]) -> None:
        super().__init__(prog)
        self._told = told
        self._lines: list[str] = []

    @override
    def add_usage(self, *_: object, **__: object) -> None:
        pass

    @override
    def start_section(self, heading: str | None) -> None:
        pass

    @override
    def end_section(self) -> None:
        pass

    @override
    def add_text(self, text: str | None) -> None:
        if text and text != "-":
            self._lines.append(_plain(text))

    @override
    def add_argument(self, action: argparse.Action) -> None:
        if action.dest not in self._told and action.help != argparse.SUPPRESS:
            shown = self._format_action_invocation(action)
            meaning = self._expand_help(action) if action.help else ""
            self._lines.append(f".TP\n.B {_plain(shown)}\n{_plain(meaning)}")

    @override
    def format_help(self) -> str:
        return "\n".join(self._lines)


def _plain(text: str) -> str:
    """Return a text in which groff sees no requests of its own."""
    kept = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return kept if kept[:1].isalnum() else f"\\&{kept}"

"""The door of the command line: from arguments to an exit code, without ever a traceback."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import IO, TextIO, cast

from app.assembly import Streams, Workplace, shown, words_in_folder, workplace_apart, workplace_of
from app.commands.arguments import HelpAsked, Parser
from app.commands.table import (
    COMMANDS,
    DATA_DIR,
    Call,
    Command,
    CommandModule,
    group_of,
    take_apart,
)
from app.domain.problem import EnvironmentProblem, ExitCode, Problem, UsageProblem, mark
from app.machine.own_files import ERASING
from app.wording.words import Words

_INTERRUPTED = 130
_ABOUT = {"--help", "-h", "--version", "-V"}
_MACHINE = mark("The computer refused: {reason}. Check the disk and your permissions.")
_NO_TEXT = mark("Something in what was given is not text in UTF-8. Write it again by hand.")
_INCOMPLETE = mark("Which one? Write one of: {commands}.")
_NOTHING = mark("Say what to do. For the list of commands: talktally --help")
_MISSING = mark("This build has no window. The other commands work: talktally --help")
_UNFORESEEN = mark(
    "Something unforeseen happened in Talktally. Please report it and attach {file}; "
    "numbers and tokens are struck out there."
)
_UNFORESEEN_ALONE = mark("Something unforeseen happened in Talktally ({kind}). Please report it.")


def main(
    argv: Sequence[str],
    environ: Mapping[str, str],
    stdout: TextIO,
    stderr: TextIO,
    stdin: IO[bytes] | None = None,
    also: Mapping[str, Command] | None = None,
) -> int:
    """Run one command and return its exit code.

    ``also``: further commands, of the window; the one named "" runs when no command is named.
    """
    streams = Streams(stdout, stderr, stdin or sys.stdin.buffer)
    try:
        code = _run(argv, environ, streams, {**COMMANDS, **(also or {})})
        stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _let_go(stdout)
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - the one place where everything else ends
        return _say(_problem_of(error, None), _spoken(argv, environ), stderr)
    return code


def _run(
    argv: Sequence[str],
    environ: Mapping[str, str],
    streams: Streams,
    known: Mapping[str, Command],
) -> int:
    call = take_apart(argv, known)
    asked = set(call.rest)
    if call.words not in known or (not call.words and asked & _ABOUT):
        return _help_or_complain(call, _spoken(argv, environ), streams, known)
    try:
        return _run_command(call, known[call.words], environ, streams)
    except HelpAsked as helped:
        # Here because a command that says what to do needs no help.
        from app.commands.help_text import command_help

        streams.stdout.write(command_help(helped.parser, _spoken(argv, environ)))
        return ExitCode.DONE


def _help_or_complain(
    call: Call, spoken: Words, streams: Streams, known: Mapping[str, Command]
) -> int:
    # Here because a command that says what to do needs no help.
    from app.commands.help_text import help_text, version_text

    asked = set(call.rest)
    if asked & {"--help", "-h"}:
        streams.stdout.write(help_text(known, spoken, call.words))
        return ExitCode.DONE
    if asked & _ABOUT and not call.words:
        streams.stdout.write(f"{version_text()}\n")
        return ExitCode.DONE
    if call.words:
        raise UsageProblem(_INCOMPLETE, commands=", ".join(group_of(call.words, known)))
    raise UsageProblem(_NOTHING)


def _run_command(call: Call, command: Command, environ: Mapping[str, str], streams: Streams) -> int:
    module = _module(command.module)
    parser = Parser(f"talktally {call.words}".strip(), command.summary)
    module.add_arguments(parser)
    arguments = parser.read(call.rest)
    if command.apart:
        workplace = workplace_apart(environ, streams, as_json=arguments.json)
    else:
        workplace = workplace_of(arguments.data_dir, environ, streams, as_json=arguments.json)
    try:
        _finish_erasing(call.words, workplace)
        return _with_words(module, arguments, workplace)
    finally:
        workplace.close()


def _with_words(module: CommandModule, arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Run it; a problem is told in the language of the workplace, which knows the settings."""
    try:
        return module.run(arguments, workplace)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - here the folder of the log is known
        with suppress(OSError):
            workplace.streams.stdout.flush()
        problem = _problem_of(error, workplace.folder)
        return _say(problem, workplace.words, workplace.streams.stderr)


def _finish_erasing(words: str, workplace: Workplace) -> None:
    """Finish what was to be erased, but neither while a call waits nor before the window shows."""
    if not words or words.startswith("hook") or not (workplace.folder / ERASING).exists():
        return
    # Here because it is needed once in a thousand starts.
    from app.actions.finish_erasing import finish_erasing

    with suppress(Problem, OSError):
        finish_erasing(workplace.ledger(), workplace.clock.now())


def _module(name: str) -> CommandModule:
    try:
        return cast(CommandModule, import_module(name))
    except ModuleNotFoundError as error:
        if error.name and name.startswith(error.name) and error.name.startswith("ui"):
            raise EnvironmentProblem(_MISSING) from error
        raise


def _say(problem: Problem, words: Words, stderr: TextIO) -> int:
    with suppress(OSError):
        stderr.write(f"{shown(words.problem(problem))}\n")
    return problem.exit_code


def _spoken(argv: Sequence[str], environ: Mapping[str, str]) -> Words:
    """Return the words of the settings in the folder that is named, as far as one can be read."""
    named = [given for before, given in pairwise(["", *argv]) if before == DATA_DIR]
    named += [given.partition("=")[2] for given in argv if given.startswith(f"{DATA_DIR}=")]
    return words_in_folder(named[-1] if named else None, environ)


def _problem_of(error: Exception, folder: Path | None) -> Problem:
    """Say what went wrong; what nobody foresaw goes into the log of the folder."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, UnicodeEncodeError):
        return UsageProblem(_NO_TEXT)
    if isinstance(error, OSError):
        return EnvironmentProblem(_MACHINE, reason=error.strerror or str(error))
    # Here because logging is for trouble only, and a status should not wait for it.
    from app.machine.log import write_report

    file = write_report(folder, error) if folder else None
    if file is None:
        return EnvironmentProblem(_UNFORESEEN_ALONE, kind=type(error).__name__)
    return EnvironmentProblem(_UNFORESEEN, file=file)


def _let_go(stdout: TextIO) -> None:
    """Send what is left nowhere, because the reader has gone and the exit would flush again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout.fileno())
        os.close(nowhere)

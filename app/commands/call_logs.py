"""``talktally call-logs``: the call logs of softphones that are read, and those found here."""

import argparse

from app.actions.call_logs import LogShown, show_logs, trouble_with
from app.assembly import Workplace
from app.commands.shapes import at
from app.domain.event import Source
from app.domain.problem import ExitCode
from app.machine.settings import read_settings
from app.wording.duplicates import source_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: all of them are listed."""


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """List them, each with how it was read last."""
    choice = read_settings(workplace.folder)[0].phone
    found = show_logs(workplace.existing_ledger(), choice, workplace.environ)
    if workplace.as_json:
        workplace.tell_json({"logs": [_document(each, workplace) for each in found]})
    elif found:
        for each in found:
            _tell(each, workplace)
    else:
        workplace.tell(
            workplace.words.say(
                "No call log was found. To have one read: talktally call-logs add FILE"
            )
        )
    return ExitCode.DONE


def _document(shown: LogShown, workplace: Workplace) -> dict[str, object]:
    read, problem = shown.read, trouble_with(shown.path) if shown.wanted else None
    return {
        "path": str(shown.path),
        "softphone": shown.softphone or None,
        "wanted": shown.wanted,
        "read": at(read.at) if read else None,
        "calls": read.calls if read else None,
        "refused": read.tally.refused if read else None,
        "problem": workplace.words.problem(problem) if problem else None,
    }


def _tell(shown: LogShown, workplace: Workplace) -> None:
    workplace.tell(_line(shown, workplace))
    problem = trouble_with(shown.path) if shown.wanted else None
    if problem is not None:
        workplace.warn(workplace.words.problem(problem))


def _line(shown: LogShown, workplace: Workplace) -> str:
    words = workplace.words
    named = f"{shown.path} ({source_name(words, Source(shown.softphone))})"
    parts = [named if shown.softphone else str(shown.path)]
    if not shown.wanted:
        parts.append(words.say("found here, not read"))
    elif shown.read is None:
        parts.append(words.say("not read yet"))
    else:
        when = words.day_time(shown.read.at, workplace.zone())
        parts.append(words.say("read {when}", when=when))
    if shown.read is not None:
        parts.append(words.say_many("{n} call", "{n} calls", shown.read.calls))
    return " · ".join(parts)

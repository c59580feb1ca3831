"""``talktally hook twinkle``: Twinkle runs it at every event of a call, and is never held up."""

import argparse
from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.domain.call_report import Happening
from app.domain.problem import ExitCode, Problem, UsageProblem, mark
from app.softphone.twinkle import INCOMING, TRIGGER, report_of

if TYPE_CHECKING:
    from app.domain.call_report import CallReport

# Twinkle asks what is to become of a call that comes in, and reads no further than "end".
_GO_ON = "action=continue\nend\n"
_NOT_TWINKLE = mark(
    "This is run by Twinkle, which says what happened in {variable}; it said nothing known."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: Twinkle says everything in the environment."""
    del parser


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Let the call go on, then take the event in; trouble goes to the log and stops no call."""
    del arguments
    at = workplace.clock.begun()
    if workplace.environ.get(TRIGGER) == INCOMING:
        workplace.streams.stdout.write(_GO_ON)
        workplace.streams.stdout.flush()
    try:
        _take_in(report_of(workplace.environ, at), workplace)
    except Exception as error:  # noqa: BLE001 - whatever it is, the call is more important
        _note(error, workplace)
    return ExitCode.DONE


def _take_in(report: "CallReport | None", workplace: Workplace) -> None:
    if report is None:
        raise UsageProblem(_NOT_TWINKLE, variable=TRIGGER)
    # Here because the database is most of a start, and Twinkle waits for the answer before it.
    from app.actions.follow_call import take_report

    try:
        followed = take_report(workplace.ledger(), report)
    except Problem as problem:
        # An end often overtakes its call, which is recorded once it comes: no trouble for a log.
        if type(problem) is not Problem or report.what is not Happening.END:
            raise
        return
    if followed.lost is not None:
        _note(followed.lost, workplace)


def _note(error: Exception, workplace: Workplace) -> None:
    # Here because logging is for trouble only.
    from app.machine.log import write_report, write_trouble

    if isinstance(error, Problem):
        write_trouble(workplace.folder, error)
        workplace.warn(workplace.words.problem(error))
    else:
        write_report(workplace.folder, error)

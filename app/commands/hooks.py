"""What the commands for softphones share."""

import argparse

from app.actions.follow_call import Followed, take_report
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import FromOutside, words
from app.domain.call_report import CallReport, Happening
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what a softphone can tell about a call."""
    parser.add_argument(
        "--number", action=FromOutside, metavar="NUMBER", type=words(200), help="the other end"
    )
    parser.add_argument(
        "--id",
        action=FromOutside,
        metavar="ID",
        type=words(200),
        help="the softphone's own id of the call",
    )
    choices.add_direction(parser)
    choices.add_method(parser)


def take_in(what: Happening, arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Follow the call and tell how it stands; refused at the end of a call nobody reported."""
    report = CallReport(
        what,
        workplace.clock.begun(),
        id=arguments.id.strip(),
        number=arguments.number.strip(),
        direction=choices.direction_of(arguments),
        method=choices.method_of(arguments),
    )
    found = take_report(workplace.ledger(), report)
    if found.lost is not None:
        workplace.warn(workplace.words.problem(found.lost))
    if workplace.as_json:
        workplace.tell_json(_document(found))
    elif found.call is not None:
        length = workplace.words.duration(found.call.talk_us)
        workplace.tell(
            workplace.words.say(
                "Call {id} ended after {length}: entry {entry}.",
                id=found.id,
                length=length,
                entry=found.entry,
            )
        )
    return ExitCode.DONE


def _document(found: Followed) -> dict[str, object]:
    if found.call is not None:
        return {"id": found.entry, "call": found.id, "state": "ended"}
    return {"call": found.id, "state": found.phase.value}

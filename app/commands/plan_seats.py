"""``talktally plan seats``: how many seats there are."""

import argparse

from app.actions.set_seats import MOST, Seated, SeatWish
from app.actions.state_there import state_seats_there
from app.assembly import Workplace
from app.commands import shapes
from app.commands.arguments import whole
from app.commands.for_company import tell_company
from app.domain.instant import BEGINNING
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the seats and from when they count."""
    seats = whole(0, MOST)
    parser.add_argument("--committed", metavar="N", type=seats, help="paid, used or not")
    parser.add_argument("--additional", metavar="N", type=seats, help="users beyond those")
    parser.add_argument(
        "--without-bundle", metavar="N", type=seats, help="how many of these lack the bundle"
    )
    parser.add_argument("--annual", metavar="N", type=seats, help="paid until the end of a term")
    parser.add_argument("--until", metavar="DATE", help="last day of the term")
    parser.add_argument("--from", dest="start", metavar="DATE", help="first day; now unless given")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """State the seats."""
    wish = SeatWish(
        arguments.committed,
        arguments.additional,
        arguments.annual,
        arguments.until,
        arguments.start,
        arguments.without_bundle,
    )
    stated = state_seats_there(
        workplace.ledger(),
        workplace.secrets(),
        wish,
        now=workplace.clock.now(),
        machine_zone=workplace.zone(),
    )
    if workplace.as_json:
        workplace.tell_json({**_document(stated.what), "company": stated.company or None})
    else:
        workplace.tell(_line(stated.what, workplace))
        tell_company(stated.company, workplace)
    return ExitCode.DONE


def _document(seated: Seated) -> dict[str, object]:
    return {
        "from": None if seated.since == BEGINNING else shapes.at(seated.since),
        "committed": seated.committed,
        "additional": seated.additional,
        "without_bundle": seated.without_bundle,
        "annual": seated.annual,
        "until": shapes.day(seated.until),
    }


def _line(seated: Seated, workplace: Workplace) -> str:
    words = workplace.words
    line = words.say(
        "Seats: {committed} committed, {additional} additional.",
        committed=seated.committed,
        additional=seated.additional,
    )
    if seated.without_bundle:
        without = words.say("Without the bundle: {seats}.", seats=seated.without_bundle)
        line = f"{line} {without}"
    if seated.until is None:
        return line
    annual = words.say(
        "Annual: {seats} until {day}.", seats=seated.annual, day=words.full_day(seated.until)
    )
    return f"{line} {annual}"

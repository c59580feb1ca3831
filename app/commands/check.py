"""``talktally check``: what a call will be, before it is dialled."""

import argparse

from app.actions.check_number import check_number, phone_number, unmeasured
from app.assembly import Workplace
from app.commands import choices, shapes
from app.domain.dialling import DialLeg, Dialling
from app.domain.event import Method
from app.domain.problem import ExitCode
from app.wording.dialling import dialling_sentence, leg_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the number and how it would be called."""
    parser.add_argument("number", metavar="NUMBER", help="the number to call, such as +14155550188")
    choices.add_method(parser)
    parser.add_argument("--from", dest="own", metavar="NUMBER", default="", help="your own number")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show the card; refused when the call would be blocked."""
    card = _card(arguments, workplace)
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json({**_document(card), "text": dialling_sentence(words, card)})
    else:
        workplace.tell(f"{words.phone(card.number)} · {_region(card, workplace)}")
        workplace.tell(dialling_sentence(words, card), *leg_lines(words, card))
    return ExitCode.DONE if card.allowed else ExitCode.REFUSED


def _card(arguments: argparse.Namespace, workplace: Workplace) -> Dialling:
    ledger, method = workplace.existing_ledger(), choices.method_of(arguments)
    if ledger is None:
        far = phone_number(arguments.number)
        return unmeasured(far, method or Method.BROWSER, (DialLeg(far.text, None),))
    return check_number(
        ledger, arguments.number, workplace.clock.now(), method=method, own=arguments.own
    )


def _region(card: Dialling, workplace: Workplace) -> str:
    return workplace.words.region(card.region) if card.region else "?"


def _document(card: Dialling) -> dict[str, object]:
    return {
        "number": card.number,
        "region": card.region,
        "allowed": card.allowed,
        "outcome": card.verdict.value,
        "method": card.method.value,
        "legs": [{"to": leg.to, "rate": shapes.rate(leg.price)} for leg in card.legs],
        "remaining_now": card.remaining,
    }

"""``talktally check``: what a call will be, before it is dialled."""

import argparse

from app.actions.look_at_number import look_at_number
from app.assembly import Workplace
from app.commands import choices, shapes
from app.domain.dialled import dialled
from app.domain.dialling import DialLeg, unmeasured
from app.domain.event import Method
from app.domain.number_card import NumberCard, Way
from app.domain.places import LocalTime, local_time, town_of, zones_of
from app.domain.problem import ExitCode
from app.domain.usual import Usual
from app.wording.dialling import dialling_sentence, leg_lines
from app.wording.number_card import (
    expected_words,
    outcome_words,
    part_word,
    place_words,
    time_words,
    usual_name,
    usual_words,
    way_name,
)
from app.wording.units import joined
from app.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the number and how it would be called."""
    parser.add_argument("number", metavar="NUMBER", help="the number to call, such as +14155550188")
    choices.add_method(parser)
    parser.add_argument("--from", dest="own", metavar="NUMBER", default="", help="your own number")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show the card; refused when the call would be blocked."""
    card = _card(arguments, workplace)
    local = local_time(zones_of(card.first.number), workplace.clock.now())
    town = town_of(card.first.number, workplace.words.language.code)
    if workplace.as_json:
        workplace.tell_json(_document(card, local, town, workplace))
    else:
        workplace.tell(*_lines(card, local, town, workplace))
    return ExitCode.DONE if card.first.allowed else ExitCode.REFUSED


def _card(arguments: argparse.Namespace, workplace: Workplace) -> NumberCard:
    ledger, method = workplace.existing_ledger(), choices.method_of(arguments)
    if ledger is None:
        far = dialled(arguments.number)
        legs = (DialLeg(far.text, None),)
        return NumberCard((Way(unmeasured(far, method or Method.BROWSER, legs)),))
    beat = workplace.clock.beat()
    return look_at_number(
        ledger, arguments.number, beat.wall, method=method, own=arguments.own, beat=beat
    )


def _lines(card: NumberCard, local: LocalTime | None, town: str, workplace: Workplace) -> list[str]:
    words, first, known = workplace.words, card.first, card.usual is not None
    place = place_words(words, first.region, town)
    time = joined(time_words(words, local), part_word(words, local))
    return [
        joined(words.phone(first.number), card.name, place),
        time,
        dialling_sentence(words, first),
        *leg_lines(words, first),
        *([f"{usual_name(words, card.usual)}: {usual_words(words, card.usual)}"] if known else []),
        *(_way_line(words, way) for way in card.ways if known),
    ]


def _way_line(words: Words, way: Way) -> str:
    told = joined(expected_words(words, way), outcome_words(words, way))
    return f"{way_name(words, way.dialling)}: {told}"


def _usual(usual: Usual | None) -> dict[str, object] | None:
    if usual is None:
        return None
    return {"minutes": usual.minutes, "calls": usual.calls, "with_number": usual.with_number}


def _clock(local: LocalTime | None) -> str | None:
    """Write the time there, ``None`` where it depends on the zone."""
    if local is None or local.earliest.replace(tzinfo=None) != local.latest.replace(tzinfo=None):
        return None
    return f"{local.earliest:%H:%M}"


def _document(
    card: NumberCard, local: LocalTime | None, town: str, workplace: Workplace
) -> dict[str, object]:
    first, way = card.first, card.ways[0]
    return {
        "number": first.number,
        "region": first.region,
        "allowed": first.allowed,
        "outcome": first.verdict.value,
        "method": first.method.value,
        "legs": [{"to": leg.to, "rate": shapes.rate(leg.price)} for leg in first.legs],
        "remaining_now": first.remaining,
        "expected": way.minutes,
        "after": way.after,
        "expected_amount": shapes.money(way.amount),
        "usual": _usual(card.usual),
        "place": town,
        "local_time": _clock(local),
        "zone": local.zone if local is not None else "",
        "text": dialling_sentence(workplace.words, first),
    }

"""Handing a number over to the program that dials: its words, and when that needs no question."""

import shlex
from typing import NamedTuple

from app.domain.beat import Beat, between
from app.domain.dialling import Dialling, Verdict
from app.domain.instant import SECOND
from app.domain.number_card import NumberCard
from app.domain.own_warnings import OwnWarnings
from app.domain.places import LocalTime, PartOfDay
from app.domain.plan import MeterKind
from app.domain.problem import UsageProblem, mark
from app.domain.to_dial import ToDial

_NUMBER, _LINK = "{number}", "{link}"
#: A link that is opened so soon after it was handed over was sent back by the program that dials.
_BACK_US = 3 * SECOND
_OPEN = mark("A quotation mark in the command is not closed. Close it or take it away.")
_NO_PLACE = mark(
    "Write {number} or {link} in the command where the number goes, such as: {example}"
)
_BATCH = mark("Windows reads the signs of a link in a batch file. Name the program itself.")
_EXAMPLE = "twinkle --call {number}"


class HandedOver(NamedTuple):
    """What was handed over last, and when."""

    number: str
    at: Beat


def command_words(line: str, *, windows: bool = False) -> tuple[str, ...]:
    """Take a command line apart as a shell would, but no shell ever sees it.

    On ``windows`` a backslash stands for itself, as in paths. UsageProblem where the line names
    no place for the number, or cannot be read.
    """
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    if windows:
        lexer.escape = ""
    try:
        words = tuple(lexer)
    except ValueError as trouble:
        raise UsageProblem(_OPEN) from trouble
    if not any(place in word for word in words[1:] for place in (_NUMBER, _LINK)):
        raise UsageProblem(_NO_PLACE, number=_NUMBER, link=_LINK, example=_EXAMPLE)
    if windows and words[0].lower().endswith((".bat", ".cmd")):
        raise UsageProblem(_BATCH)
    return words


def filled(words: tuple[str, ...], wanted: ToDial) -> tuple[str, ...]:
    """Put a number and its link into their places; a word stays one word, whatever they hold."""
    return (words[0], *(_fill(word, wanted) for word in words[1:]))


def came_back(last: HandedOver | None, wanted: ToDial, now: Beat) -> bool:
    """Tell whether a link is the one that was handed over a moment ago, opened here again."""
    return last is not None and last.number == wanted.number and is_soon(last, now)


def is_soon(last: HandedOver | None, now: Beat) -> bool:
    """Tell whether something was handed over a moment ago."""
    return last is not None and between(last.at, now) <= _BACK_US


def needs_no_question(
    card: NumberCard, local: LocalTime | None, own: OwnWarnings | None = None
) -> bool:
    """Tell whether a call is included beyond doubt and wakes nobody up.

    Beyond doubt: by the usual method a call as long as usual stays inside the allowance, and what
    is left is not close to the limit, by the plan's word or one's ``own``. Where nobody can tell
    the time there, it may be night.
    """
    first = card.ways[0]
    if first.dialling.cycle is None or first.dialling.verdict is not Verdict.INCLUDED:
        return False
    if not first.after or _is_near(first.dialling, own or OwnWarnings()):
        return False
    part = local.part if local is not None else None
    return part is not None and part is not PartOfDay.NIGHT


def _is_near(dialling: Dialling, own: OwnWarnings) -> bool:
    least = own.calls if dialling.unit is MeterKind.CALLS else own.minutes
    return dialling.near or (dialling.remaining or 0) <= (least or 0)


def _fill(word: str, wanted: ToDial) -> str:
    # In one pass, so that nothing in a link is taken for a place.
    before, place, after = word.partition(_LINK)
    if place:
        return _fill(before, wanted) + wanted.link + _fill(after, wanted)
    return word.replace(_NUMBER, wanted.number)

"""``talktally segments``: how many segments a text has, and what makes it dearer."""

import argparse

from app.actions.count_segments import SegmentCount, count_segments
from app.assembly import Workplace
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.segments import Costly
from app.wording.words import Words

_NOT_UTF8 = mark("The text on standard input is not UTF-8. Convert it first.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the text."""
    parser.add_argument("text", metavar="TEXT", help="the text, or - to read standard input")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Count and show; every text has an answer."""
    text = _standard_input(workplace) if arguments.text == "-" else arguments.text
    found = count_segments(text)
    if workplace.as_json:
        workplace.tell_json(_document(found))
    else:
        workplace.tell(*_lines(workplace.words, found))
    return ExitCode.DONE


def _standard_input(workplace: Workplace) -> str:
    try:
        return workplace.streams.stdin.read().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageProblem(_NOT_UTF8) from None


def _document(found: SegmentCount) -> dict[str, object]:
    counted = found.counted
    return {
        "encoding": counted.encoding.value,
        "segments": counted.segments,
        "units": counted.units,
        "per_segment": counted.per_segment,
        "characters": counted.characters,
        "parts": list(found.parts),
        "costly": [{"char": c.char, "at": c.at, "plain": c.plain} for c in found.costly],
    }


def _lines(words: Words, found: SegmentCount) -> list[str]:
    counted = found.counted
    lines = [
        words.say_many("{n} segment", "{n} segments", counted.segments)
        + " · "
        + words.say(
            "{encoding}, {units} units, {per_segment} in a segment",
            encoding=counted.encoding.value,
            units=counted.units,
            per_segment=counted.per_segment,
        )
    ]
    if len(found.parts) > 1:
        lines += [f"  {place}: {part!r}" for place, part in enumerate(found.parts, 1)]
    return lines + [f"  {_costly(words, each)}" for each in found.costly]


def _costly(words: Words, costly: Costly) -> str:
    places = {"char": costly.char, "at": costly.at + 1}
    if costly.plain:
        return words.say("{char} at {at}: write {plain} instead", plain=costly.plain, **places)
    if costly.plain == "":
        return words.say("{char} at {at}: leave it out", **places)
    return words.say("{char} at {at}: nothing cheaper stands for it", **places)

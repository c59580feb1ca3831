"""``talktally segments``: how many segments a text has, and what makes it dearer."""

import argparse

from app.actions.count_segments import SegmentCount, check_text
from app.assembly import Workplace
from app.commands import shapes
from app.commands.arguments import whole
from app.domain.cheaper import Cheaper
from app.domain.dialled import dialled
from app.domain.next_text import NextText, TextAfter, foretell
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.segments import Costly
from app.wording.text_check import after_words, costly_sentence
from app.wording.words import Words

_MOST_MEDIA = 10
_NOT_UTF8 = mark("The text on standard input is not UTF-8. Convert it first.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the text, and whom it would go to."""
    parser.add_argument("text", metavar="TEXT", help="the text, or - to read standard input")
    parser.add_argument(
        "--to", metavar="NUMBER", help="also tell what is left after a text to this number"
    )
    parser.add_argument(
        "--media",
        metavar="N",
        type=whole(1, _MOST_MEDIA),
        help="its attachments: with any it is an MMS; also tell what is left after it",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Count and show; every text has an answer."""
    text = _standard_input(workplace) if arguments.text == "-" else arguments.text
    found, plain = check_text(text)
    next_text = _next_text(arguments, workplace)
    after = foretell(next_text, found.counted.segments, arguments.media or 0) if next_text else None
    if workplace.as_json:
        document = _document(found, plain)
        workplace.tell_json(document | (_after(next_text, after) if next_text else {}))
    else:
        words = workplace.words
        told = [after_words(words, next_text, after)] if next_text else []
        workplace.tell(*_lines(words, found, plain), *told)
    return ExitCode.DONE


def _next_text(arguments: argparse.Namespace, workplace: Workplace) -> NextText | None:
    """Look at what the text would draw on, where that is asked."""
    if arguments.to is None and not arguments.media:
        return None
    ledger = workplace.existing_ledger()
    if ledger is None:
        return NextText({}, to=dialled(arguments.to).text if arguments.to else "")
    # Here because counting needs no ledger, and it brings the database with it.
    from app.actions.look_at_texts import look_at_next_text

    return look_at_next_text(ledger, workplace.clock.now(), arguments.to or "")


def _standard_input(workplace: Workplace) -> str:
    try:
        return workplace.streams.stdin.read().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageProblem(_NOT_UTF8) from None


def _document(found: SegmentCount, plain: Cheaper) -> dict[str, object]:
    counted = found.counted
    return {
        "encoding": counted.encoding.value,
        "segments": counted.segments,
        "units": counted.units,
        "per_segment": counted.per_segment,
        "characters": counted.characters,
        "parts": list(found.parts),
        "costly": [{"char": c.char, "at": c.at, "plain": c.plain} for c in found.costly],
        "cheaper": None if plain.counted is None else {
            "text": plain.text,
            "encoding": plain.counted.encoding.value,
            "segments": plain.counted.segments,
        },
    }  # fmt: skip


def _after(next_text: NextText, after: TextAfter | None) -> dict[str, object]:
    return {
        "to": next_text.to,
        "inside": next_text.inside,
        "after": None if after is None else {
            "kind": after.kind.value,
            "segments": after.segments,
            "left": after.left,
            "outcome": after.outcome.value,
            "past": after.past,
            "amount": shapes.money(after.amount),
        },
    }  # fmt: skip


def _lines(words: Words, found: SegmentCount, plain: Cheaper) -> list[str]:
    counted = found.counted
    lines = [
        words.say_many("{n} segment", "{n} segments", counted.segments)
        + " · "
        + words.say_many(
            "{encoding}, {n} unit, {per_segment} in a segment",
            "{encoding}, {n} units, {per_segment} in a segment",
            counted.units,
            encoding=counted.encoding.value,
            per_segment=counted.per_segment,
        )
    ]
    if len(found.parts) > 1:
        lines += [f"  {place}: {part!r}" for place, part in enumerate(found.parts, 1)]
    lines += [f"  {_costly(words, each)}" for each in found.costly]
    sentence = costly_sentence(words, counted, plain)
    return [*lines, sentence] if sentence else lines


def _costly(words: Words, costly: Costly) -> str:
    places = {"char": costly.char, "at": costly.at + 1}
    if costly.plain:
        return words.say("{char} at {at}: write {plain} instead", plain=costly.plain, **places)
    if costly.plain == "":
        return words.say("{char} at {at}: leave it out", **places)
    return words.say("{char} at {at}: nothing cheaper stands for it", **places)

"""What the first lines of a file would become, line by line, as a table shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.event import Call, Direction, Fact
from app.domain.problem import Problem
from app.exchange.dates import AMBIGUOUS
from app.wording.dates import local
from app.wording.words import Words
from ui.theme.tone import Tone

if TYPE_CHECKING:
    from app.actions.preview_mapping import Previewed


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line; ``refused`` is the reason, and then there are no cells but its number."""

    cells: tuple[str, ...]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class PreviewState:
    """The lines, and in a sentence how many can be read; ``usable``: at least one."""

    summary: str
    tone: Tone
    columns: tuple[str, ...] = ()
    rows: tuple[PreviewRow, ...] = ()
    usable: bool = False


def preview_state(words: Words, lines: Iterable["Previewed"], zone: str) -> PreviewState:
    """Make the table; times are shown in ``zone``."""
    rows = tuple(_row(words, each, zone) for each in lines)
    good = sum(not row.refused for row in rows)
    refused = len(rows) - good
    return PreviewState(
        summary=_summary(words, good, refused),
        tone=Tone.NEAR if refused or not good else Tone.PLAIN,
        columns=(
            words.say("Line"),
            words.say("Start"),
            words.say("Direction"),
            words.say("Own number"),
            words.say("Contact"),
            words.say("Length"),
        ),
        rows=rows,
        usable=good > 0,
    )


def preview_failed(words: Words, problem: Problem) -> PreviewState:
    """Make the table when the mapping does not fit the file as a whole."""
    if problem.message == AMBIGUOUS:
        return preview_missing(
            words.say("Every date can be read in two ways. Say what comes first in them.")
        )
    return PreviewState(words.problem(problem), Tone.STOP)


def preview_missing(sentence: str) -> PreviewState:
    """Make the table while an answer is missing."""
    return PreviewState(sentence, Tone.NEAR)


def _summary(words: Words, good: int, refused: int) -> str:
    if not good and not refused:
        return words.say("The file has no lines.")
    read = words.say_many(
        "{n} of the first lines can be read", "{n} of the first lines can be read", good
    )
    if not refused:
        return words.say("All of the first lines can be read.")
    return f"{read} · {words.say_many('{n} is refused', '{n} are refused', refused)}"


def _row(words: Words, line: "Previewed", zone: str) -> PreviewRow:
    number = str(line.number)
    if line.fact is None:
        return PreviewRow((number,), words.problem(line.problem) if line.problem else "?")
    fact = line.fact
    way = words.say("Outbound") if fact.direction is Direction.OUTBOUND else words.say("Inbound")
    start = local(fact.start, zone)
    when = f"{words.full_day(start)} {start:%H:%M:%S}"
    return PreviewRow((number, when, way, fact.own, fact.far, _length(words, fact)))


def _length(words: Words, fact: Fact) -> str:
    if isinstance(fact, Call):
        return words.duration_words(fact.talk_us) if fact.talk_us else words.say("not answered")
    return words.say_many("{n} segment", "{n} segments", fact.segments)

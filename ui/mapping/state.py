"""What the mapping dialog shows: the file's first lines, the questions and what can be answered."""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.exchange.dates import DAY_FIRST, ISO, MONTH_FIRST
from app.exchange.mapping import CALLS, TEXTS
from app.wording.words import Words
from ui.mapping.answers import FROM_TO, NO, OWN_FAR, YES, Answers, answers_of

if TYPE_CHECKING:
    from app.actions.preview_mapping import FirstLook

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; ``key`` is the answer."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One field; without choices the answer is written, and ``hint`` shows what is meant."""

    key: str
    name: str
    choices: tuple[Choice, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class MappingWords:
    """The dialog's own words."""

    title: str
    first_lines: str
    result: str
    zone: str
    no_such_zone: str
    save: str
    cancel: str


@dataclass(frozen=True, slots=True)
class MappingState:
    """The dialog on one file.

    ``layout``: questions about the file itself, a new look follows each answer. ``kept``: the
    answers of each mapping that is kept, by its name. ``names_shown``: the names of the columns as
    people read them.
    """

    words: MappingWords
    about: str
    names_shown: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    layout: tuple[Question, ...]
    questions: tuple[Question, ...]
    answers: Answers
    kept: Dictionary[str, Answers]


def mapping_state(words: Words, file: str, look: "FirstLook", zone: str) -> MappingState:
    """Make the dialog for a file; ``zone`` is the machine's."""
    header = look.glimpse.header
    shown = _names_shown(words, look)
    columns = (Choice("", "–"), *_columns(look, shown))
    kept = {each.name: answers_of(each, header, zone) for each in look.kept}
    answers = answers_of(look.guess, header, zone)
    layout = {"names": NO if look.guess.header else YES, "sheet": look.guess.sheet}
    return MappingState(
        words=_words(words),
        about=_about(words, file, look),
        names_shown=shown,
        rows=look.glimpse.rows,
        layout=_layout(words, look),
        questions=_questions(words, columns),
        answers={**answers, **layout, "kept": ""},
        kept=kept,
    )


def lacking(words: Words, answers: Dictionary[str, str]) -> str:
    """Say which answer is still missing, "" when nothing is."""
    if not answers.get("start"):
        return words.say("Say which column holds the date and time.")
    if not (answers.get("first") or answers.get("second")):
        return words.say("Say which column holds a phone number.")
    if answers.get("kind") != TEXTS and not answers.get("duration"):
        return words.say("Say which column holds the length of a call.")
    if not answers.get("name", "").strip():
        return words.say("Give it a name, to use it again.")
    return ""


def _words(words: Words) -> MappingWords:
    return MappingWords(
        title=words.say("What do the columns mean?"),
        first_lines=words.say("The first lines of the file"),
        result=words.say("What they become"),
        zone=words.say("Time zone of dates without one"),
        no_such_zone=words.say("There is no such time zone. Choose one from the list."),
        save=words.say("Keep and import"),
        cancel=words.say("Cancel"),
    )


def _about(words: Words, file: str, look: "FirstLook") -> str:
    columns = words.say_many("{n} column", "{n} columns", len(look.glimpse.header))
    signs = {
        ",": words.say("separated by commas"),
        ";": words.say("separated by semicolons"),
        "\t": words.say("separated by tabs"),
        "|": words.say("separated by bars"),
    }
    return " · ".join(part for part in (file, columns, signs.get(look.glimpse.separator)) if part)


def _names_shown(words: Words, look: "FirstLook") -> tuple[str, ...]:
    if not look.guess.header:
        return look.glimpse.header
    numbers = range(1, len(look.glimpse.header) + 1)
    return tuple(words.say("Column {n}", n=number) for number in numbers)


def _columns(look: "FirstLook", shown: Sequence[str]) -> list[Choice]:
    """Offer each column by its name and the first value below it."""
    found: list[Choice] = []
    for place, (name, text) in enumerate(zip(look.glimpse.header, shown, strict=True)):
        values = (row[place].strip() for row in look.glimpse.rows if len(row) > place)
        sample = next(filter(None, values), "")
        told = f"{text}: {sample}" if sample else text
        found.append(Choice(name, told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"))
    return found


def _layout(words: Words, look: "FirstLook") -> tuple[Question, ...]:
    asked: list[Question] = []
    if len(look.sheets) > 1:
        first = Choice("", words.say("The first with any value"))
        sheets = (first, *(Choice(name, name) for name in look.sheets))
        asked.append(Question("sheet", words.say("Sheet"), sheets))
    if not look.glimpse.has_names:
        lines = (
            Choice(YES, words.say("It names the columns")),
            Choice(NO, words.say("It is a record already")),
        )
        asked.append(Question("names", words.say("The first line"), lines))
    if look.kept:
        guess = Choice("", words.say("What the names suggest"))
        kept = (guess, *(Choice(each.name, each.name) for each in look.kept))
        asked.append(Question("kept", words.say("Start from"), kept))
    return tuple(asked)


def _questions(words: Words, columns: tuple[Choice, ...]) -> tuple[Question, ...]:
    return (
        Question(
            "kind",
            words.say("The lines are"),
            (Choice(CALLS, words.say("Calls")), Choice(TEXTS, words.say("Texts"))),
        ),
        *_when(words, columns),
        *_who(words, columns),
        *_how_long(words, columns),
        Question("body", words.say("Text, counted and not kept"), columns),
        Question("segments", words.say("Segments"), columns),
        Question("media", words.say("Number of attachments"), columns),
        Question("id", words.say("Id of the record"), columns),
        Question("agent", words.say("User"), columns),
        Question("name", words.say("Keep it under the name")),
    )


def _when(words: Words, columns: tuple[Choice, ...]) -> tuple[Question, ...]:
    orders = (
        Choice("", words.say("Find out")),
        Choice(DAY_FIRST, words.say("Day first (31/12)")),
        Choice(MONTH_FIRST, words.say("Month first (12/31)")),
        Choice(ISO, words.say("Year first (2026-12-31)")),
    )
    return (
        Question("start", words.say("Date and time"), columns),
        Question("time", words.say("Time, if in a column of its own"), columns),
        Question("dates", words.say("Order in dates"), orders),
        Question("zone", words.say("Time zone of dates without one")),
    )


def _who(words: Words, columns: tuple[Choice, ...]) -> tuple[Question, ...]:
    ends = (
        Choice(FROM_TO, words.say("Caller and called")),
        Choice(OWN_FAR, words.say("Own and contact’s")),
    )
    return (
        Question("ends", words.say("The two numbers are"), ends),
        Question("first", words.say("Caller, or own number"), columns),
        Question("second", words.say("Called, or contact’s number"), columns),
        Question("direction", words.say("Direction"), columns),
        Question("outbound", words.say("More words for outbound"), hint=words.say("out, dialled")),
        Question("inbound", words.say("More words for inbound"), hint=words.say("in, received")),
    )


def _how_long(words: Words, columns: tuple[Choice, ...]) -> tuple[Question, ...]:
    units = (
        Choice("s", words.say("Seconds")),
        Choice("ms", words.say("Milliseconds")),
        Choice("min", words.say("Minutes")),
        Choice("h:m:s", words.say("Hours:minutes:seconds")),
    )
    commas = (Choice(NO, "1.5"), Choice(YES, "1,5"))
    return (
        Question("duration", words.say("Length of the call"), columns),
        Question("unit", words.say("The length is in"), units),
        Question("comma", words.say("Parts of a number are written"), commas),
        Question("answered", words.say("Answered, or how it ended"), columns),
        Question(
            "answered_words",
            words.say("Words for an answered call"),
            hint=words.say("left empty: the usual ones"),
        ),
    )

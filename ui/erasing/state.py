"""What the dialogs of erasing show; Qt-free."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.cycle import local_day
from app.domain.instant import instant
from app.wording.words import Words

Document = Mapping[str, Any]
#: How many whole months numbers are kept, as it can be chosen; 0 is for ever.
MONTHS = (0, 24, 12, 6, 3)
#: So many numbers or names are told one by one.
_TOLD = 5


@dataclass(frozen=True, slots=True)
class AskState:
    """The question who is to be erased."""

    title: str
    reason: str
    field: str
    find: str
    cancel: str


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What would be erased; ``erase`` and ``sure`` are the two steps, "" where nothing is found.

    ``warning`` is shown between the two.
    """

    title: str
    lines: tuple[str, ...]
    warning: str
    erase: str
    sure: str
    cancel: str


@dataclass(frozen=True, slots=True)
class KeepState:
    """The question how long numbers are kept; ``choices`` are months with their names."""

    title: str
    reason: str
    choices: tuple[tuple[int, str], ...]
    chosen: int
    look: str
    cancel: str


def ask_state(words: Words) -> AskState:
    """Make the question who is to be erased."""
    return AskState(
        title=words.say("Erase a contact"),
        reason=words.say(
            "The number, the name, notes and tags go from every entry, from the backups here and "
            "from the log. What was counted stays. First you see what would go."
        ),
        field=words.say("Number or name"),
        find=words.say("Look"),
        cancel=words.say("Cancel"),
    )


def contact_preview(words: Words, typed: str, answer: Document) -> PreviewState:
    """Make the preview of a contact from the answer of ``erase --json``."""
    if not _finds(answer):
        nothing = words.say("Nothing in the ledger or beside it is of {contact}.", contact=typed)
        return _preview(words, words.say("Erase a contact"), [nothing], erasable=False)
    return _preview(
        words,
        words.say("Erase {contact}?", contact=typed),
        list(_contact_lines(words, answer)),
        erasable=True,
    )


def old_preview(words: Words, months: int, answer: Document, zone: str) -> PreviewState:
    """Make the preview of old entries from the answer of ``retention --json``."""
    day = local_day(instant(datetime.fromisoformat(str(answer["before"]))), zone)
    entries = int(answer["entries"])
    lines = [
        words.say_many(
            "{n} entry from before {day} loses its number, name, note and tags now.",
            "{n} entries from before {day} lose their numbers, names, notes and tags now.",
            entries,
            day=words.full_day(day),
        )
        if entries
        else words.say("No entry is that old yet.")
    ]
    lines.append(
        words.say("From then on it is done once a day. What was counted stays, and every total.")
    )
    return _preview(words, words.say("Keep numbers for {time}?", time=months_name(words, months)),
                    lines, erasable=True)  # fmt: skip


def keep_state(words: Words, months: int) -> KeepState:
    """Make the question how long numbers are kept; a choice of another length is offered too."""
    offered = sorted({*MONTHS, months}, key=lambda each: (each > 0, -each))
    return KeepState(
        title=words.say("Keep numbers for…"),
        reason=words.say(
            "Older entries lose their numbers, names, notes and tags, also in the backups here. "
            "Minutes, segments, prices and totals stay."
        ),
        choices=tuple((each, months_name(words, each)) for each in offered),
        chosen=months,
        look=words.say("Continue…"),
        cancel=words.say("Cancel"),
    )


def months_name(words: Words, months: int) -> str:
    """Write "12 months", or "ever" for 0."""
    return words.say_many("{n} month", "{n} months", months) if months else words.say("ever")


def erased_sentence(words: Words, answer: Document) -> str:
    """Say what was erased, what could not be cleaned yet, and which copies nobody can read."""
    done = words.say_many(
        "Erased from {n} entry; every total is as it was.",
        "Erased from {n} entries; every total is as it was.",
        int(answer["entries"]),
    )
    damaged = answer.get("damaged", ())
    left = _listed(words, [each for each in answer.get("uncleaned", ()) if each not in damaged])
    if left:
        rest = words.say(
            "Not everything could be cleaned yet: {files}. It is tried again at the next start.",
            files=left,
        )
        done = f"{done} {rest}"
    return f"{done} {_of_damaged(words, damaged)}" if damaged else done


def _finds(answer: Document) -> bool:
    return bool(int(answer["entries"]) or answer.get("files"))


def _of_damaged(words: Words, names: Sequence[str]) -> str:
    return words.say(
        "These copies are damaged, so nothing can be erased from them: {files}. "
        "Remove them yourself if they may hold it.",
        files=_listed(words, names),
    )


def _contact_lines(words: Words, answer: Document) -> Iterator[str]:
    yield words.say_many(
        "{n} entry is of this contact.", "{n} entries are of this contact.", int(answer["entries"])
    )
    numbers = _listed(words, [words.phone(each) for each in answer.get("numbers", ())])
    if numbers:
        yield words.say("Numbers: {numbers}", numbers=numbers)
    if names := _listed(words, answer.get("names", ())):
        yield words.say("Names: {names}", names=names)
    if shared := _listed(words, answer.get("shared", ())):
        yield words.say("Others have this name too, and theirs stays: {names}", names=shared)
    if files := _listed(words, answer.get("files", ())):
        yield words.say("Also in: {files}", files=files)
    if damaged := answer.get("damaged", ()):
        yield _of_damaged(words, damaged)


def _listed(words: Words, texts: Sequence[str]) -> str:
    told = ", ".join(texts[:_TOLD])
    more = len(texts) - _TOLD
    return told if more <= 0 else words.say("{some} and {n} more", some=told, n=more)


def _preview(words: Words, title: str, lines: list[str], *, erasable: bool) -> PreviewState:
    return PreviewState(
        title=title,
        lines=tuple(lines),
        warning=words.say("This cannot be undone, and no backup here brings it back.")
        if erasable
        else "",
        erase=words.say("Erase…") if erasable else "",
        sure=words.say("Erase for good") if erasable else "",
        cancel=words.say("Cancel") if erasable else words.say("Close"),
    )

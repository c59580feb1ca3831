"""What the import row shows: how far it is, or what came of it."""

from dataclasses import dataclass, replace

from app.domain.problem import Problem
from app.wording.words import Words
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class ImportState:
    """One import.

    ``done`` in thousandths, None while it is not known how much there is. ``running``: it can be
    cancelled; otherwise it can be put away. ``refusals``: label of the button that shows the
    refused lines, "" when there are none; ``mapping``: that of the button which asks what the
    columns mean, "" when they are known.
    """

    title: str
    detail: str
    done: int | None
    running: bool
    mark: str
    tone: Tone
    button: str
    refusals: str = ""
    mapping: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import read: lines read, new, already known, refused."""

    read: int
    new: int
    known: int
    refused: int


def import_running(words: Words, file: str, *, done: int | None) -> ImportState:
    """Make the row of a running import; ``done`` thousandths, None while nothing is known."""
    return _running(words, words.say("Importing {file}", file=file), done)


def counting_again(words: Words) -> ImportState:
    """Make the row of a change of rules under which every entry is counted again."""
    return ImportState(
        title=words.say("Counting every entry again"),
        detail=words.say("A plan, a price or a person changed. It is kept whole or not at all."),
        done=None,
        running=True,
        mark="clock",
        tone=Tone.PLAIN,
        button="",
    )


def export_running(words: Words, file: str) -> ImportState:
    """Make the row of a running export."""
    return _running(words, words.say("Writing {file}", file=file), None)


def export_done(words: Words, file: str, entries: int) -> ImportState:
    """Make the row of a finished export."""
    return ImportState(
        title=words.say("{file} is written.", file=file),
        detail=words.say_many("{n} entry", "{n} entries", entries),
        done=1000,
        running=False,
        mark="done",
        tone=Tone.PLAIN,
        button=words.say("OK"),
    )


def import_done(words: Words, file: str, counts: Counts) -> ImportState:
    """Make the row of a finished import."""
    return ImportState(
        title=_title(words, file, counts),
        detail=_detail(words, counts),
        done=1000,
        running=False,
        mark="near" if counts.refused else "done",
        tone=Tone.NEAR if counts.refused else Tone.PLAIN,
        button=words.say("OK"),
        refusals=words.say("Show refused lines") if counts.refused else "",
    )


def import_failed(
    words: Words, file: str, problem: Problem, *, columns_unknown: bool = False
) -> ImportState:
    """Make the row of an import that could not be done; unknown columns can be explained."""
    return ImportState(
        title=words.say("{file} was not imported.", file=file),
        detail=words.problem(problem),
        done=0,
        running=False,
        mark="stop",
        tone=Tone.STOP,
        button=words.say("OK"),
        mapping=words.say("Say what the columns mean…") if columns_unknown else "",
    )


def partly_failed(state: ImportState, failed: ImportState) -> ImportState:
    """Make the row of an import of several files, of which some could not be read."""
    detail = f"{state.detail}\n{failed.title} {failed.detail}"
    return replace(state, detail=detail, mark="near", tone=Tone.NEAR, mapping=failed.mapping)


def drop_hint(words: Words) -> str:
    """What the window says while files are held over it."""
    return words.say("Drop the files to import them")


def _running(words: Words, title: str, done: int | None) -> ImportState:
    detail = words.say("What is complete stays when it is cancelled.")
    if done is not None:
        detail = words.say("Done so far: {n} %", n=done // 10)
    return ImportState(
        title=title,
        detail=detail,
        done=done,
        running=True,
        mark="import",
        tone=Tone.PLAIN,
        button=words.say("Cancel"),
    )


def _title(words: Words, file: str, counts: Counts) -> str:
    if not counts.new and not counts.refused:
        return words.say("{file}: everything in it was known already.", file=file)
    entries = words.say_many("{n} new entry", "{n} new entries", counts.new)
    return words.say("{file}: {entries}.", file=file, entries=entries)


def _detail(words: Words, counts: Counts) -> str:
    parts = [words.say_many("{n} line read", "{n} lines read", counts.read)]
    if counts.known:
        parts.append(words.say("{n} already known", n=counts.known))
    if counts.refused:
        parts.append(words.say("{n} refused", n=counts.refused))
    return " · ".join(parts)

"""What the palette shows: the lines that fit what was typed, of the window and of the ledger."""

import re
from dataclasses import dataclass, field, replace

from app.wording.words import Words
from ui.palette.ranking import ranked
from ui.palette.synonyms import SYNONYMS

#: So many lines of the window are shown; who looks further types one letter more.
_MOST = 40
#: With less of a number typed nothing is offered about it.
_LEAST_DIGITS = 7
_of_a_number = re.compile(r"\+?[0-9 ()./\-]+").fullmatch


@dataclass(frozen=True, slots=True)
class PaletteLine:
    """A line; ``key`` names what Enter does: its kind, a colon, and of what.

    Kinds: "menu" a line of a menu, "setting" one of the settings, "who" the entries with somebody,
    "entry" one of them, "all" all that were found, "dial", "phone" and "call" a number that was
    typed. ``also``: other words it is found by.
    """

    key: str
    title: str
    detail: str = ""
    shortcut: str = ""
    mark: str = ""
    also: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ", ".join(part for part in (self.title, self.detail, self.shortcut) if part)


@dataclass(frozen=True, slots=True)
class PaletteState:
    """The palette; ``nothing`` says why there are no lines."""

    name: str
    hint: str
    close: str
    lines: tuple[PaletteLine, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed and what there is: ``fixed`` lines of the window, ``found`` in the ledger.

    ``searching``: entries are still being looked for. ``used``: keys chosen last, the newest
    first, which stand on top while nothing is typed.
    """

    typed: str = ""
    fixed: tuple[PaletteLine, ...] = ()
    found: tuple[PaletteLine, ...] = ()
    searching: bool = False
    used: tuple[str, ...] = field(default=())


def palette_state(words: Words, sought: Sought) -> PaletteState:
    """Make the palette."""
    state = PaletteState(
        words.say("Find a page, an action or an entry"),
        words.say("Page, action, name or number"),
        words.say("Close"),
    )
    lines = (*number_lines(words, sought.typed), *_fixed(sought), *sought.found)
    if lines:
        return replace(state, lines=lines)
    nothing = words.say("Searching…") if sought.searching else words.say("Nothing found.")
    return replace(state, nothing=nothing)


def number_typed(typed: str) -> str:
    """Return what was typed where it is written like a whole phone number, else ""."""
    number = typed.strip()
    digits = sum(map(str.isdigit, number))
    return number if digits >= _LEAST_DIGITS and _of_a_number(number) else ""


def number_lines(words: Words, typed: str) -> tuple[PaletteLine, ...]:
    """Offer what can be done with a number that was typed."""
    number = number_typed(typed)
    if not number:
        return ()
    shown = words.phone(number)
    return (
        PaletteLine(
            f"dial:{number}", words.say("Before you dial {number}", number=shown), mark="keypad"
        ),
        PaletteLine(f"phone:{number}", words.say("Call {number}", number=shown), mark="phone"),
        PaletteLine(
            f"call:{number}", words.say("I’m on a call with {number}", number=shown), mark="phone"
        ),
    )


def with_synonyms(line: PaletteLine, *others: str) -> PaletteLine:
    """Let a line of a menu be found by its words in other languages, and by what people say."""
    also = (*others, *SYNONYMS.get(line.key.partition(":")[2], ()))
    return replace(line, also=tuple(dict.fromkeys(each for each in also if each != line.title)))


def _fixed(sought: Sought) -> tuple[PaletteLine, ...]:
    if sought.typed.strip():
        return ranked(sought.typed, sought.fixed)[:_MOST]
    by_key = {line.key: line for line in sought.fixed}
    first = [by_key[key] for key in sought.used if key in by_key]
    return (*first, *(line for line in sought.fixed if line not in first))

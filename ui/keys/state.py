"""What every key does, by where it works: menus name their own, the others stand here."""

from dataclasses import dataclass

from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What some keys do; ``keys`` in the form "Ctrl+F", each of them does it."""

    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that work in one place."""

    title: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True)
class KeysState:
    """The sheet."""

    title: str
    groups: tuple[KeyGroup, ...]
    close: str


def keys_state(words: Words, menus: tuple[KeyGroup, ...]) -> KeysState:
    """Make the sheet from the keys that menus name and from those of pages."""
    everywhere, *pages = page_keys(words)
    return KeysState(
        title=words.say("Keyboard"),
        groups=(everywhere, *(menu for menu in menus if menu.lines), *pages),
        close=words.say("Close"),
    )


def page_keys(words: Words) -> tuple[KeyGroup, ...]:
    """Name the keys that stand in no menu: those of everywhere, then those of each place."""
    return (
        KeyGroup(
            words.say("Everywhere"),
            (
                KeyLine(("F6",), words.say("To the next part of the window")),
                KeyLine(("Shift+F6",), words.say("To the part before")),
                KeyLine(("Tab",), words.say("To the next thing that can be pressed or filled in")),
                KeyLine(("Esc",), words.say("Close what is open; back to where you were")),
                KeyLine(("Ctrl+Z",), words.say("Undo the last change of an entry")),
                KeyLine(("?",), words.say("This sheet")),
            ),
        ),
        _activity(words),
        _heads(words),
        KeyGroup(
            words.say("Before you dial"),
            (
                KeyLine(("Return",), words.say("Look at the number")),
                KeyLine(("Ctrl+Return",), words.say("Call the number that was looked at")),
            ),
        ),
        KeyGroup(
            words.say("A receipt"),
            (
                KeyLine(("N",), words.say("Write a note")),
                KeyLine(("T",), words.say("Set tags")),
            ),
        ),
        _dialogs(words),
    )


def _activity(words: Words) -> KeyGroup:
    return KeyGroup(
        words.say("The list of calls and texts"),
        (
            KeyLine(("Ctrl+F",), words.say("Search")),
            KeyLine(("Return",), words.say("Open the receipt of the entry")),
            KeyLine(("N",), words.say("Write a note")),
            KeyLine(("T",), words.say("Set tags")),
            KeyLine(("Ctrl+R",), words.say("Correct the entry")),
            KeyLine(("Ctrl+C",), words.say("Copy the chosen lines")),
            KeyLine(("Ctrl+A",), words.say("Choose all lines")),
        ),
    )


def _heads(words: Words) -> KeyGroup:
    return KeyGroup(
        words.say("The heads of its columns"),
        (
            KeyLine(("Left", "Right"), words.say("To the next column")),
            KeyLine(("Return",), words.say("Sort by the column")),
            KeyLine(("Ctrl+Left", "Ctrl+Right"), words.say("Move the column")),
            KeyLine(("Shift+Left", "Shift+Right"), words.say("Make it narrower or wider")),
        ),
    )


def _dialogs(words: Words) -> KeyGroup:
    return KeyGroup(
        words.say("Dialogs"),
        (
            KeyLine(("Ctrl+Return",), words.say("Save a correction from anywhere in it")),
            KeyLine(("1",), words.say("Possible duplicates: the same call")),
            KeyLine(("2",), words.say("Possible duplicates: two calls")),
        ),
    )

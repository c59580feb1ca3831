"""The rows about dialling: who dials, and whether clicked numbers come here first; Qt-free."""

from app.domain.phone_choice import PREVIOUS
from app.wording.words import Words
from ui.settings.rows import Acts, Choice, Row, Section, Switch, Written
from ui.settings.seen import LinksSeen, Seen

#: In place of a command line, which has a row of its own.
_COMMAND, _NOBODY = "command", "nobody"


def dialling(words: Words, seen: Seen) -> Section:
    """Make the rows about handing numbers over."""
    links = seen.known.links
    rows = (
        _who(words, seen, links),
        _command(words, seen),
        *(_clicked(words, links) if links is not None else ()),
        _at_once(words, seen),
    )
    return Section("dialling", words.say("Dialling"), rows)


def dialler_of(key: str, before: str) -> str:
    """Return what is kept for an option of who dials."""
    if key == _NOBODY:
        return ""
    return before if key == _COMMAND else key


def command_of(dialler: str) -> str:
    """Return the command line among what may be kept of who dials, "" for none."""
    return "" if dialler == PREVIOUS else dialler


def _who(words: Words, seen: Seen, links: LinksSeen | None) -> Row:
    dialler = seen.settings.phone.dialler
    program = links.before if links is not None else ""
    previous = words.say("The program for such links")
    if program:
        previous = words.say("{program}, as for such links", program=program)
    options = [(PREVIOUS, previous), (_NOBODY, words.say("Nobody"))]
    chosen = dialler or _NOBODY
    if command_of(dialler):
        options.append((_COMMAND, words.say("The command below")))
        chosen = _COMMAND
    note = words.say("Gets the number when you press Call under Before you dial.")
    if dialler == PREVIOUS and links is not None and not program:
        note = words.say("No other program opens such links. Write a command below.")
    return Row("dialling.dialler", words.say("Who dials"), Choice(tuple(options), chosen),
               note=note)  # fmt: skip


def _command(words: Words, seen: Seen) -> Row:
    note = words.say(
        "{number} stands for the number, {link} for the link as it came. No shell reads it.",
        number="{number}",
        link="{link}",
    )
    control = Written(
        command_of(seen.settings.phone.dialler), hint="twinkle --call {number}", most=400
    )
    return Row("dialling.command", words.say("Command"), control, note=note)


def _clicked(words: Words, links: LinksSeen) -> tuple[Row, ...]:
    label = words.say("Clicked numbers come here first")
    row = Row("dialling.links", label, Switch(links.ours), note=_clicked_note(words, links))
    if not links.asks_person:
        return (row,)
    note = words.say("Windows lets only you choose who opens links.")
    act = Acts((("dialling.windows", words.say("Open Default apps")),))
    return (row, Row("dialling.windows", words.say("Default apps"), act, note=note))


def _clicked_note(words: Words, links: LinksSeen) -> str:
    if links.ours and links.before:
        return words.say(
            "Links of phone numbers open Talktally. Turned off, they open {program} again.",
            program=links.before,
        )
    if links.ours:
        return words.say("Links of phone numbers open Talktally.")
    if links.holder:
        return words.say("Links of phone numbers open {program} now.", program=links.holder)
    return words.say("Links of phone numbers open nothing now.")


def _at_once(words: Words, seen: Seen) -> Row:
    note = words.say(
        "A clicked number goes on without a question where the call is included, the limit is "
        "not near and it is not night there. Emergency numbers always do."
    )
    label = words.say("Hand over without a question")
    return Row("dialling.at_once", label, Switch(seen.settings.phone.at_once), note=note)

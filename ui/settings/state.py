"""The Settings page as a value: its sections in their order, each row with one control; Qt-free."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.phone_choice import PhoneChoice
from app.machine.settings import Settings
from app.wording.words import Words
from ui.settings import (
    call_logs_state,
    dialling_state,
    general_state,
    keeping_state,
    live_state,
    telling_state,
    updates_state,
)
from ui.settings.rows import Row, Section, SettingsState
from ui.settings.seen import AtLogin, Known, LinksSeen, Seen


def settings_state(words: Words, seen: Seen) -> SettingsState:
    """Make the page; a row whose last answer was not taken says why."""
    made = (
        general_state.general(words, seen),
        general_state.myself(words, seen),
        live_state.live_calls(words, seen),
        dialling_state.dialling(words, seen),
        call_logs_state.call_logs(words, seen),
        telling_state.warnings(words, seen),
        telling_state.notices(words, seen),
        telling_state.quiet_hours(words, seen),
        telling_state.working_days(words, seen),
        keeping_state.privacy(words, seen),
        keeping_state.data(words, seen),
        keeping_state.connection(words, seen),
        updates_state.updates(words, seen),
        keeping_state.diagnostics(words, seen),
    )
    return SettingsState(
        words.say("Settings"), tuple(_finished(words, each, seen) for each in made)
    )


def settings_lines(words: Words) -> tuple[tuple[str, str], ...]:
    """Name every row that there can be, key and "section: row", for whoever looks one up."""
    seen = Seen(
        Settings(phone=PhoneChoice(baresip=True, hook=True)),
        folder="",
        version="",
        zone="UTC",
        known=Known(at_login=AtLogin(on=False), links=LinksSeen(asks_person=True)),
        samples=True,
        problems={"quiet.hours": ""},
    )
    return tuple(
        (row.key, f"{section.title}: {row.label}")
        for section in settings_state(words, seen).sections
        for row in section.rows
    )


def _finished(words: Words, section: Section, seen: Seen) -> Section:
    rows = tuple(_with_problem(row, seen.problems) for row in section.rows)
    if section.key == "me":
        rows = tuple(_waiting(words, row, seen) for row in rows)
    return replace(section, rows=rows)


def _with_problem(row: Row, problems: Mapping[str, str]) -> Row:
    told = problems.get(row.key, "")
    return replace(row, problem=told) if told else row


def _waiting(words: Words, row: Row, seen: Seen) -> Row:
    """A row about me can be answered once it is known, and while nothing is counted again."""
    if seen.known.me is None:
        return replace(row, enabled=False)
    if seen.counting and row.key == "me.name":
        return replace(row, note=words.say("Everything is being counted again…"))
    return row

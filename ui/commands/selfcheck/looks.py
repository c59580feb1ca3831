"""Looks at what needs no Qt; each says what it saw, or raises."""

from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

from app.actions.try_ledger import try_ledger
from app.assembly import Workplace
from app.commands.table import COMMANDS
from app.domain.problem import EnvironmentProblem, mark
from app.machine.catalogue import plan_named, plan_names
from app.machine.keyring_state import try_keyring
from app.machine.libraries import load_libraries
from app.remote.roots import find_roots
from app.wording.language import Language
from app.wording.units import amount
from app.wording.words import Words, words_in

#: Hours from UTC in January and July, by zone: of these the data must know the summer time.
_ZONES = {"Europe/Berlin": (1, 2), "America/New_York": (-5, -4), "Asia/Tokyo": (9, 9)}
_YEAR = 2026
_NO_PLANS = mark("The catalogue of plans is empty. Install Talktally again.")
_NO_GERMAN = mark("The German words are missing or empty. Install Talktally again.")
_WRONG_ZONE = mark(
    "The data of time zones is wrong for {zone}. Install the time zones of the system again, on "
    "Debian the package tzdata."
)


def see_ledger(workplace: Workplace, folder: Path) -> str:
    """Try a ledger in an empty folder, which stays there for the window."""
    tried = try_ledger(folder, workplace.clock.now(), workplace.zone())
    return workplace.words.say(
        "An invented month of {entries} entries was written, read and verified; SQLite {version}.",
        entries=tried.entries,
        version=tried.sqlite,
    )


def see_keyring(words: Words) -> str:
    """Try the keyring, unless it would ask for a password."""
    seen = try_keyring()
    if not seen.name:
        return words.say(
            "There is no keyring, so tokens are kept until the program ends and no longer."
        )
    if seen.locked:
        return words.say("{name} is locked: it asks before it keeps anything.", name=seen.name)
    return words.say("{name} keeps what it is given.", name=seen.name)


def see_tls(words: Words, environ: Mapping[str, str]) -> str:
    """Look for the roots that servers are held against."""
    roots = find_roots(environ)
    if not roots.known:
        return words.say("The system itself knows which authorities to believe.")
    return words.say_many(
        "{n} authority in {place}", "{n} authorities in {place}", roots.known, place=roots.place
    )


def see_translations(words: Words) -> str:
    """Let both languages say a sentence, one thing and several."""
    said = [_samples(words_in(Language(code))) for code in ("en", "de")]
    if any(english == german for english, german in zip(*said, strict=True)):
        raise EnvironmentProblem(_NO_GERMAN)
    return " · ".join([*said[0], *said[1], words.language.locale])


def _samples(words: Words) -> tuple[str, str, str]:
    return words.say("No plan yet"), amount(words, None, 1), amount(words, None, 2)


def see_catalogue(words: Words) -> str:
    """Load every plan."""
    plans = [plan_named(name) for name in plan_names()]
    if not plans:
        raise EnvironmentProblem(_NO_PLANS)
    return words.say_many("{n} plan", "{n} plans", len(plans))


def see_zones(workplace: Workplace) -> str:
    """Ask zones of three continents for winter and summer."""
    for name, hours in _ZONES.items():
        found = tuple(_hours_of(name, month) for month in (1, 7))
        if found != hours:
            raise EnvironmentProblem(_WRONG_ZONE, zone=name)
    return workplace.words.say("This computer stands in {zone}.", zone=workplace.zone())


def _hours_of(zone: str, month: int) -> int:
    moment = datetime(_YEAR, month, 1, tzinfo=UTC).astimezone(ZoneInfo(zone))
    offset = moment.utcoffset()
    return round(offset.total_seconds()) // 3600 if offset is not None else 0


def see_libraries() -> str:
    """Load every library."""
    return " · ".join(f"{name} {version}".rstrip() for name, version in load_libraries().items())


def see_commands(words: Words) -> str:
    """Load every command; a frozen program holds only those that somebody thought of."""
    for command in COMMANDS.values():
        import_module(command.module)
    return words.say_many("{n} command", "{n} commands", len(COMMANDS))

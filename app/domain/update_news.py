"""News of the newest version, as a signed file tells it; docs/updates.md describes the file."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from typing_extensions import override

from app.domain.problem import EnvironmentProblem, mark

KIND, FORMAT = "talktally-updates", 1
_NO_NEWS = mark(
    "What is said about newer versions makes no sense to this Talktally, so it was passed over. "
    "Look where you got Talktally."
)
_LATER_FORMAT = mark(
    "What is said about newer versions is meant for a newer Talktally. Look for one where you got "
    "this one."
)
_VERSION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})", re.ASCII)
_SYSTEM = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}", re.ASCII)
_is_day = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch
#: As it is written everywhere: no "%" to hide a name behind, no number in brackets.
_is_host = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*").fullmatch
_MOST_NOTE, _MOST_PAGE = 200, 300


class Version(NamedTuple):
    """A version that was released: three whole numbers, nothing behind them."""

    major: int
    minor: int
    patch: int

    @override
    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@dataclass(frozen=True, slots=True)
class News:
    """What the newest version is.

    ``day``: when this was signed. ``page``: where people get it, a link that begins with https.
    ``systems``: the systems it is for, each with the least version of that system ("" for any);
    empty for all. ``notes``: one plain sentence by language.
    """

    day: date
    version: Version
    page: str
    systems: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def note(self, language: str) -> str:
        """Return the sentence in a language such as "de", else in English, else ""."""
        return self.notes.get(language) or self.notes.get("en", "")


def version_of(text: object) -> Version | None:
    """Read a released version, ``None`` for anything else, such as one that comes before it."""
    found = _VERSION.fullmatch(text) if isinstance(text, str) else None
    return Version(*map(int, found.groups())) if found else None


def news_of(content: bytes) -> News:
    """Read the file; EnvironmentProblem where it makes no sense or is of a later format."""
    try:
        document = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("kind") != KIND:
        raise EnvironmentProblem(_NO_NEWS)
    told = document.get("format")
    if type(told) is not int or told < FORMAT:
        raise EnvironmentProblem(_NO_NEWS)
    if told > FORMAT:
        raise EnvironmentProblem(_LATER_FORMAT)
    return news_from(document)


def news_from(document: Mapping[str, object]) -> News:
    """Make news of a document of format 1; EnvironmentProblem where it makes no sense."""
    day, version = _day(document.get("date")), version_of(document.get("version"))
    page, systems = _page(document.get("page")), _systems(document.get("systems", {}))
    if day is None or version is None or not page or systems is None:
        raise EnvironmentProblem(_NO_NEWS)
    return News(day, version, page, systems, _notes(document.get("notes")))


def document_of(news: News) -> dict[str, object]:
    """Write news as the document that they were."""
    return {
        "kind": KIND,
        "format": FORMAT,
        "date": news.day.isoformat(),
        "version": str(news.version),
        "page": news.page,
        "systems": dict(news.systems),
        "notes": dict(news.notes),
    }


def reaches(found: str, least: str) -> bool:
    """Tell whether a version of a system is at least another; one nobody can read is."""
    if not least or not _SYSTEM.match(found):
        return True
    return _numbers(found) >= _numbers(least)


def _numbers(text: str) -> tuple[int, ...]:
    """Return four numbers, for 13 is 13.0."""
    found = _SYSTEM.match(text)
    numbers = [int(each) for each in found[0].split(".")] if found else []
    return (*numbers, 0, 0, 0, 0)[:4]


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object whose names stand there once, so that all programs read it alike."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError
    return made


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(told) if isinstance(told, str) and _is_day(told) else None
    except ValueError:
        return None


def _page(told: object) -> str:
    """Return a link that a browser may be given, "" for any other."""
    if not isinstance(told, str) or len(told) > _MOST_PAGE or not told.startswith("https://"):
        return ""
    plain = told.isascii() and told.isprintable() and not set(told) & set(" \"'<>\\`")
    try:
        parts = urlsplit(told)
        fits = bool(_is_host(parts.hostname or "")) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return ""
    return told if plain and fits else ""


def _systems(told: object) -> dict[str, str] | None:
    """Read the systems, ``None`` where they make no sense."""
    if not isinstance(told, dict):
        return None
    for least in told.values():
        if not isinstance(least, str) or (least and not _SYSTEM.fullmatch(least)):
            return None
    return dict(told)


def _notes(told: object) -> dict[str, str]:
    """Read the sentences; one that is long, or steers what shows it, is left out."""
    notes = told if isinstance(told, dict) else {}
    return {language: note for language, note in notes.items() if _is_note(note)}


def _is_note(note: object) -> bool:
    return isinstance(note, str) and 0 < len(note) <= _MOST_NOTE and note.isprintable()

"""The filters as menus: what each can be set to, and what a choice makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.domain.event import Direction, Method, Source
from app.domain.filters import Choices, Filters
from app.domain.instant import BEGINNING, END, Instant, iso
from app.domain.plan import Line
from app.domain.problem import mark
from app.domain.receipt import Outcome
from app.wording.duplicates import source_name
from app.wording.words import Words
from ui.activity.periods import DAYS, days, period, periods

_LONGEST_LABEL = 24
_KINDS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("all", mark("Calls and texts"), {}),
    ("calls", mark("Calls"), {"line": Line.CALLS}),
    ("texts", mark("Texts"), {"line": Line.TEXTS}),
    ("calls-out", mark("Calls made"), {"line": Line.CALLS, "direction": Direction.OUTBOUND}),
    ("calls-in", mark("Calls received"), {"line": Line.CALLS, "direction": Direction.INBOUND}),
    ("texts-out", mark("Texts sent"), {"line": Line.TEXTS, "direction": Direction.OUTBOUND}),
    ("texts-in", mark("Texts received"), {"line": Line.TEXTS, "direction": Direction.INBOUND}),
    ("out", mark("Made and sent"), {"direction": Direction.OUTBOUND}),
    ("in", mark("All received"), {"direction": Direction.INBOUND}),
    ("browser", mark("Calls from the browser"), {"line": Line.CALLS, "method": Method.BROWSER}),
    ("phone", mark("Calls from the phone"), {"line": Line.CALLS, "method": Method.PHONE}),
)
_KIND_FIELDS = ("line", "direction", "method")
_OUTCOMES = (
    (Outcome.BILLED, mark("Billed only")),
    (Outcome.OVER, mark("Over the limit")),
    (Outcome.OUTSIDE, mark("Outside the bundle")),
    (Outcome.INCLUDED, mark("Included")),
    (Outcome.NOT_COUNTED, mark("Not counted")),
)


@dataclass(frozen=True, slots=True)
class FilterItem:
    """A line of a filter's menu; ``key`` says which filter and what."""

    key: str
    text: str
    checked: bool


@dataclass(frozen=True, slots=True)
class FilterMenu:
    """A filter: what it is about, what it is set to, and what it can be set to."""

    name: str
    chosen: str
    items: tuple[FilterItem, ...]
    narrowed: bool


def filter_menus(words: Words, filters: Filters, choices: Choices) -> tuple[FilterMenu, ...]:
    """Make the menus; one with a single thing to choose from is left out."""
    menus = (
        _menu(words.say("Period"), _periods(words, filters, choices)),
        _menu(words.say("Kind"), _kinds(words, filters)),
        _menu(words.say("Person"), _people(words, filters, choices)),
        _menu(words.say("Outcome"), _outcomes(words, filters)),
        _menu(words.say("Source"), _sources(words, filters, choices)),
    )
    shown = tuple(menu for menu in menus if len(menu.items) > 2 or menu.narrowed)
    if not (choices.tags or filters.tag):
        return shown
    # A single tag tells entries apart too, for most have none.
    return (*shown, _menu(words.say("Tag"), _tags(words, filters, choices)))


def narrowed(filters: Filters, choices: Choices, key: str) -> Filters:
    """Return the filters after a choice in a menu; an unknown one changes nothing."""
    subject, _, value = key.partition(":")
    said: dict[str, Any] = {}
    if subject == "period":
        said["since"], said["until"] = period(choices, value)
    elif subject == DAYS and value:
        said["since"], said["until"] = days(choices, value)
    elif subject == "kind":
        found = next((fields for name, _, fields in _KINDS if name == value), {})
        said = {**dict.fromkeys(_KIND_FIELDS), **found}
    elif subject == "person":
        said["agent"] = value
    elif subject == "outcome":
        said["outcomes"] = frozenset({Outcome(value)}) if value else frozenset()
    elif subject == "source":
        said["source"] = value
    elif subject == "tag":
        said["tag"] = value
    return replace(filters, **said)


def is_narrowed(filters: Filters) -> bool:
    """Tell whether anything but the words narrows the list."""
    return replace(filters, words="") != Filters()


def export_options(filters: Filters) -> list[str]:
    """Write the filters as options of the command that exports."""
    said: list[tuple[str, str]] = [
        ("--search", filters.words),
        ("--kind", {Line.CALLS: "call", Line.TEXTS: "text", None: ""}[filters.line]),
        ("--direction", filters.direction.value if filters.direction else ""),
        ("--method", filters.method.value if filters.method else ""),
        ("--agent", filters.agent),
        ("--source", filters.source),
        ("--tag", filters.tag),
        ("--since", _written(filters.since) if filters.since > BEGINNING else ""),
        ("--until", _written(filters.until) if filters.until < END else ""),
        *(("--outcome", outcome.value) for outcome in sorted(filters.outcomes)),
    ]
    return [f"{name}={value}" for name, value in said if value]


def _written(at: Instant) -> str:
    return iso(at)


def _menu(name: str, items: Iterator[FilterItem]) -> FilterMenu:
    found = tuple(items)
    chosen = next((item for item in found if item.checked), found[0])
    text = chosen.text
    if len(text) > _LONGEST_LABEL:
        text = f"{text[: _LONGEST_LABEL - 1].rstrip()}…"
    return FilterMenu(name, text, found, narrowed=chosen is not found[0])


def _periods(words: Words, filters: Filters, choices: Choices) -> Iterator[FilterItem]:
    return (FilterItem(*each) for each in periods(words, filters, choices))


def _kinds(words: Words, filters: Filters) -> Iterator[FilterItem]:
    now = {name: getattr(filters, name) for name in _KIND_FIELDS}
    for name, text, said in _KINDS:
        meant = {**dict.fromkeys(_KIND_FIELDS), **said}
        yield FilterItem(f"kind:{name}", words.say(text), now == meant)


def _people(words: Words, filters: Filters, choices: Choices) -> Iterator[FilterItem]:
    yield FilterItem("person:", words.say("Everyone"), not filters.agent)
    for name in choices.agents:
        yield FilterItem(f"person:{name}", name, filters.agent == name)


def _outcomes(words: Words, filters: Filters) -> Iterator[FilterItem]:
    yield FilterItem("outcome:", words.say("Any outcome"), not filters.outcomes)
    for outcome, text in _OUTCOMES:
        chosen = filters.outcomes == frozenset({outcome})
        yield FilterItem(f"outcome:{outcome.value}", words.say(text), chosen)


def _sources(words: Words, filters: Filters, choices: Choices) -> Iterator[FilterItem]:
    yield FilterItem("source:", words.say("All sources"), not filters.source)
    for provider in choices.sources:
        name = source_name(words, Source(provider))
        yield FilterItem(f"source:{provider}", name, filters.source == provider)


def _tags(words: Words, filters: Filters, choices: Choices) -> Iterator[FilterItem]:
    yield FilterItem("tag:", words.say("Any tag"), not filters.tag)
    for tag in choices.tags:
        yield FilterItem(f"tag:{tag}", tag, filters.tag == tag)

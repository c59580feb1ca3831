"""The filter of time: cycles as lines of a menu, and a range of days that a person names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.cycle import day_start, local_day
from app.domain.filters import Choices, Filters
from app.domain.instant import BEGINNING, END, Instant
from app.wording.words import Words

#: The key of the line that asks for days, and of the answer with both of them after a colon.
DAYS = "days"
_ONE = timedelta(days=1)
Span = tuple[Instant, Instant]


@dataclass(frozen=True, slots=True)
class DaysState:
    """The dialog that asks for days: its words, and both days as they are at first.

    ``form``: how days are written, in the letters of Qt.
    """

    title: str
    first_name: str
    last_name: str
    show: str
    cancel: str
    first: date
    last: date
    form: str


def periods(words: Words, filters: Filters, choices: Choices) -> Iterator[tuple[str, str, bool]]:
    """Return key, text and whether it is set of each period, that of the days last."""
    now = (filters.since, filters.until)
    spans = [(start, end) for start, end, _ in choices.cycles]
    yield "period:", words.say("Any time"), now == (BEGINNING, END)
    usual = (words.say("This cycle"), words.say("Last cycle"))
    for place, (start, end, zone) in enumerate(choices.cycles):
        first, last = _days_of((start, end), zone)
        text = usual[place] if place < len(usual) else f"{words.days(first, last)} {first.year}"
        yield f"period:{place}", text, now == (start, end)
    if now == (BEGINNING, END) or now in spans:
        yield DAYS, words.say("Days…"), False
    else:
        yield DAYS, words.days(*_days_of(now, _zone(choices))), True


def period(choices: Choices, value: str) -> Span:
    """Return the time of a line of the menu; all time for one that there is not."""
    if not value.isdecimal() or int(value) >= len(choices.cycles):
        return BEGINNING, END
    start, end, _ = choices.cycles[int(value)]
    return start, end


def days_key(first: date, last: date) -> str:
    """Write the key of a range of days, both of which belong to it, in either order."""
    first, last = sorted((first, last))
    return f"{DAYS}:{first}/{last}"


def days(choices: Choices, value: str) -> Span:
    """Return the time of a range of days, in the zone of the cycles."""
    first, _, last = value.partition("/")
    zone = _zone(choices)
    end = date.fromisoformat(last) + _ONE
    return day_start(date.fromisoformat(first), zone), day_start(end, zone)


def days_state(words: Words, filters: Filters, choices: Choices) -> DaysState:
    """Make the dialog; at first it has the days of the list, else of this cycle."""
    now = (filters.since, filters.until)
    start, end, zone = choices.cycles[0] if choices.cycles else (*now, "UTC")
    if now != (BEGINNING, END):
        start, end = now
    first, last = _days_of((start, end), zone)
    return DaysState(
        title=words.say("Which days?"),
        first_name=words.say("From"),
        last_name=words.say("Until and with"),
        show=words.say("Show"),
        cancel=words.say("Cancel"),
        first=first,
        last=last,
        # Figures alone are quickly typed, in an order that is never taken for another one.
        form="dd.MM.yyyy" if words.language.code == "de" else "yyyy-MM-dd",
    )


def _zone(choices: Choices) -> str:
    return choices.cycles[0][2] if choices.cycles else "UTC"


def _days_of(span: Span, zone: str) -> tuple[date, date]:
    start, end = span
    return local_day(start, zone), local_day(Instant(end - 1), zone)

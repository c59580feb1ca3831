"""What the Twilio Connect section shows: the extra minutes, what they cost, and where they went."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.meter import Meter
from app.domain.money import Money
from app.wording.units import joined, short_amount
from app.wording.words import Words
from ui.text.cycle import first_day, last_day


@dataclass(frozen=True, slots=True)
class Destination:
    """Billed calls of the cycle to one country: ISO-2 region, calls, minutes and what they cost.

    ``rate`` is None where it changed within the cycle or is not known, ``amount`` where no minute
    has a price.
    """

    region: str
    calls: int
    minutes: int
    rate: Money | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class ConnectState:
    """The section: big figures with what they mean, a table, and a line about the prices."""

    meter: str
    title: str
    figures: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    spoken: str


def connect_state(
    words: Words,
    meter: Meter,
    destinations: tuple[Destination, ...] = (),
    key: str = "",
    *,
    person: str = "",
) -> ConnectState:
    """Make the section of a calling meter whose agent is linked; ``key``: its id unless given.

    ``person``: whose meter it is, "" where that goes without saying.
    """
    days = words.days(first_day(meter.cycle), last_day(meter.cycle))
    title = joined(words.say("Twilio Connect, {days}", days=days), person)
    figures = tuple(_figures(words, meter))
    said = ", ".join(f"{figure} {meaning}" for figure, meaning in figures)
    return ConnectState(
        meter=key or meter.id,
        title=title,
        figures=figures,
        columns=tuple(_columns(words)) if destinations else (),
        rows=tuple(_row(words, each) for each in destinations),
        note=_note(words, meter),
        spoken=f"{title}: {said}",
    )


def _columns(words: Words) -> Iterator[str]:
    yield words.say("To")
    yield words.say("Calls")
    yield words.say("Minutes")
    yield words.say("Rate")
    yield words.say("About")


def _figures(words: Words, meter: Meter) -> Iterator[tuple[str, str]]:
    yield short_amount(words, meter.kind, meter.billed), words.say("past the allowance")
    if meter.billed_amount is not None:
        yield words.money(meter.billed_amount), words.say("about · the invoice decides")
    elif meter.billed:
        yield "–", words.say("price not known yet")


def _row(words: Words, destination: Destination) -> tuple[str, ...]:
    return (
        words.region(destination.region) if destination.region else words.say("Unknown"),
        words.number(destination.calls),
        words.number(destination.minutes),
        "–" if destination.rate is None else words.rate(destination.rate),
        "–" if destination.amount is None else words.money(destination.amount),
    )


def _note(words: Words, meter: Meter) -> str:
    note = words.say("Twilio’s own rates, no markup. Calls from phone cost both legs.")
    if not meter.unpriced:
        return note
    missing = words.say_many(
        "{n} minute has no known price yet.", "{n} minutes have no known price yet.", meter.unpriced
    )
    return f"{missing} {note}"

"""The texts of the team, from the first day of the history to now."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import NamedTuple

from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.pace import days
from app.domain.segments import count
from app.sample.aims import Aims, Span
from app.sample.bodies import GERMAN, SHORTEST, body_for
from app.sample.chance import stream
from app.sample.days import Day, day_of, spread
from app.sample.people import DE_CONTACTS, ME, MEI, OMAR, TEXTED, Agent, Contact

_SMS_PACE, _MMS_PACE = 36, 1
_CALM_PACE = 28
_SEGMENTS = (1, 1, 1, 1, 2, 2, 3, 4)
_SENDERS = (ME, ME, ME, OMAR, OMAR, MEI)


class SampleText(NamedTuple):
    """A text; with a ``body`` it stands in Twilio's log, else in Aircall's report."""

    agent: Agent
    contact: Contact
    segments: int
    body: str = ""
    media: int = 0
    inbound: bool = False
    sent: Instant = Instant(0)


def texts_of(aims: Aims, now: Instant, zone: str, seed: int) -> list[SampleText]:
    """Invent the texts of everybody, the oldest first; none is sent after now."""
    chance = stream(seed, "texts")
    all_days = [day_of(each, zone, now, chance) for each in _days(aims.texts)]
    pace = _SMS_PACE if aims.sms is None else _CALM_PACE
    sms = _units(all_days, aims.texts.cycle, pace, aims.sms)
    mms = _units(all_days, aims.texts.cycle, _MMS_PACE, aims.mms)
    found: list[SampleText] = []
    for day in all_days:
        drawing = [*_sms(sms[day.date], chance), *_mms(mms[day.date], chance)]
        found += _sent([*drawing, *_around(len(drawing), chance)], day, chance)
    return sorted(found, key=lambda text: text.sent)


def _days(span: Span) -> Iterator[date]:
    return days(min(span.first, span.cycle), span.today)


def _units(all_days: list[Day], cycle: date, pace: int, aim: int | None) -> Mapping[date, int]:
    units = {day.date: day.usual(pace) for day in all_days}
    if aim is not None:
        units |= spread(aim, [day for day in all_days if day.date >= cycle])
    return units


def _sms(segments: int, chance: Random) -> Iterator[SampleText]:
    while segments:
        agent, contact = chance.choice(_SENDERS), chance.choice(TEXTED)
        made = _from_twilio if agent is ME else _from_aircall
        text = made(agent, contact, segments, chance)
        segments -= text.segments
        yield text


def _from_twilio(agent: Agent, contact: Contact, most: int, chance: Random) -> SampleText:
    body = body_for(contact.name, chance)
    if count(body).segments > most:
        body = SHORTEST
    return SampleText(agent, contact, count(body).segments, body)


def _from_aircall(agent: Agent, contact: Contact, most: int, chance: Random) -> SampleText:
    return SampleText(agent, contact, min(most, chance.choice(_SEGMENTS)))


def _mms(messages: int, chance: Random) -> Iterator[SampleText]:
    for _ in range(messages):
        agent = chance.choice(_SENDERS)
        body = "Here is the picture 📷" if agent is ME else ""
        yield SampleText(agent, chance.choice(TEXTED), 1, body, media=1)


def _around(texts: int, chance: Random) -> Iterator[SampleText]:
    """Answers, which use nothing, and the odd text abroad, which is billed by itself."""
    for _ in range(chance.randint(0, texts // 3)):
        agent, contact = chance.choice(_SENDERS), chance.choice(TEXTED)
        body = chance.choice(("Yes please", "Perfect, thank you 👍", "Call me after two"))
        yield SampleText(agent, contact, 1, body if agent is ME else "", inbound=True)
    if texts and chance.random() < 0.35:
        body = chance.choice(GERMAN)
        yield SampleText(ME, chance.choice(DE_CONTACTS), count(body).segments, body)


def _sent(texts: list[SampleText], day: Day, chance: Random) -> Iterator[SampleText]:
    open_seconds = day.minutes * 60
    if not open_seconds:
        return
    for text in texts:
        second = chance.randrange(open_seconds)
        sent = day.start + day.opens * MINUTE + second * SECOND
        yield text._replace(sent=Instant(sent))

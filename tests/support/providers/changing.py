"""What happens at the three providers while somebody watches: calls, texts, edits, deletions."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from app.domain.instant import SECOND, Instant
from app.sample.call import SampleCall, Way
from app.sample.people import CA_CONTACTS, ME, MEI, OMAR, US_CONTACTS, Agent
from app.sample.texts import SampleText
from tests.support.providers.hubspot_book import CALLS
from tests.support.providers.invented import (
    SID,
    Invented,
    put_aircall_call,
    put_hubspot_call,
    twilio_legs,
    twilio_text,
)

_CONTACTS = US_CONTACTS + CA_CONTACTS
_BODIES = ("See you at ten.", "Grüße – bis morgen!", "Would tomorrow at ten suit you? " * 6)


class Change(NamedTuple):
    """Something that happened: at which provider, and what."""

    provider: str
    what: str


class Changing:
    """Lets one thing after the other happen, by chance, at the present time."""

    def __init__(self, there: Invented, now: Callable[[], float], chance: Random) -> None:
        self._there = there
        self._now = now
        self._chance = chance
        self._next = 9_000_000_001

    def happen(self) -> Change:
        """Change something; whoever calls holds the turn of all three servers."""
        happens = (
            *(self._hubspot_call, self._hubspot_edit, self._hubspot_delete),
            *(self._aircall_call, self._aircall_edit, self._aircall_delete),
            *(self._twilio_call, self._twilio_text, self._twilio_delete),
        )
        return self._chance.choice(happens)()

    def _hubspot_call(self) -> Change:
        call = self._call(self._chance.choice((ME, OMAR)), Way.BROWSER)
        put_hubspot_call(self._there.hubspot, call)
        return Change("HubSpot", f"{call.agent.name} called {call.contact.name}, {call.seconds} s")

    def _hubspot_edit(self) -> Change:
        number = self._chance.choice(list(self._there.hubspot.book.records[CALLS]))
        seconds = self._chance.randrange(1, 900)
        self._there.hubspot.book.edit(number, hs_call_duration=str(seconds * 1000))
        return Change("HubSpot", f"call {number} was edited to {seconds} s")

    def _hubspot_delete(self) -> Change:
        book = self._there.hubspot.book
        number = self._chance.choice([each.id for each in book.listed(CALLS, archived=False)])
        book.archive(number)
        return Change("HubSpot", f"call {number} was deleted")

    def _aircall_call(self) -> Change:
        call, number = self._call(MEI, Way.BROWSER), self._number()
        put_aircall_call(self._there.aircall, call, number)
        told = f"Mei calls {call.contact.name} now, for {call.seconds} s (call {number})"
        return Change("Aircall", told)

    def _aircall_edit(self) -> Change:
        book = self._there.aircall.book
        number = self._recent_call()
        ended = book.calls[number].ended + 60
        book.edit(number, ended=ended)
        return Change("Aircall", f"call {number} lasted a minute longer")

    def _aircall_delete(self) -> Change:
        number = self._recent_call()
        self._there.aircall.book.remove(number)
        return Change("Aircall", f"call {number} was deleted")

    def _twilio_call(self) -> Change:
        call = self._call(ME, Way.TWILIO)
        self._there.twilio.accounts[SID].calls.add(*twilio_legs(call, self._number()))
        return Change("Twilio", f"Jana calls {call.contact.name} now, in two legs")

    def _twilio_text(self) -> Change:
        text = SampleText(
            ME, self._chance.choice(_CONTACTS), 1, self._chance.choice(_BODIES), sent=self._at()
        )
        self._there.twilio.accounts[SID].texts.add(twilio_text(text, self._number()))
        return Change("Twilio", f"Jana wrote to {text.contact.name}; segments are told in 90 s")

    def _twilio_delete(self) -> Change:
        texts = self._there.twilio.accounts[SID].texts
        _, sid = self._chance.choice(texts.order)
        texts.remove(sid)
        return Change("Twilio", f"message {sid} was deleted, and is billed all the same")

    def _call(self, agent: Agent, way: Way) -> SampleCall:
        seconds = self._chance.randrange(20, 200)
        contact, first = self._chance.choice(_CONTACTS), seconds + 15
        return SampleCall(agent, contact, way, seconds, first_leg=first, start=self._at())

    def _recent_call(self) -> int:
        """Choose among the last calls, for only those are read again every day."""
        return self._chance.choice(self._there.aircall.book.order[-40:])[1]

    def _at(self) -> Instant:
        return Instant(int(self._now()) * SECOND)

    def _number(self) -> int:
        self._next += 2
        return self._next

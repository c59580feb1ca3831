"""A change on the plan server as a sentence: who did what, to whom, from when on."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from app.domain.access import AuditLine
from app.domain.company import Licence, Role
from app.domain.instant import instant
from app.domain.problem import mark
from app.wording.company import licence_text
from app.wording.sizes import when
from app.wording.words import Words

_PLAIN = {
    "company.made": mark("The company {name} was made."),
    "invitation.revoked": mark("{by} withdrew the invitation of {name}."),
    "member.joined": mark("{by} joined the company."),
    "device.signed_in": mark("{by} signed in on {device}."),
    "device.signed_out": mark("{by} signed out."),
    "device.revoked": mark("{by} signed {member} out on {device}."),
    "member.removed": mark("{by} removed {member}."),
    "profile": mark("{by} changed what everybody may know of the company."),
    "contract": mark("{by} changed the contract."),
}
_FIELDS = ("name", "device", "member")
_UNKNOWN = mark("{by} changed something this version of Talktally does not know: {what}.")
_INVITED = {
    Role.OWNER: mark("{by} invited {person} as an owner."),
    Role.AGENT: mark("{by} invited {person} as an agent."),
}
_MADE = {
    Role.OWNER: mark("{by} made {person} an owner."),
    Role.AGENT: mark("{by} made {person} an agent."),
}


class _Telling:
    """One line being told; what a line of another version lacks is told as "?"."""

    def __init__(self, words: Words, line: AuditLine, zone: str) -> None:
        self.words, self.line, self.zone = words, line, zone
        self.by = line.by or words.say("The server itself")

    def fact(self, name: str) -> str:
        return self.line.facts.get(name) or "?"

    def say(self, message: str, **places: object) -> str:
        return self.words.say(message, by=self.by, **places)

    def since(self) -> str:
        """Say from when on it holds, as the server wrote it."""
        try:
            start = datetime.fromisoformat(self.line.facts.get("start", ""))
            return self.words.say("from {when}", when=when(self.words, instant(start), self.zone))
        except ValueError:
            return self.words.say("for all history")


def audit_sentence(words: Words, line: AuditLine, zone: str) -> str:
    """Say what was changed; ``zone``: the one whose clock tells from when on."""
    telling = _Telling(words, line, zone)
    if line.what in _PLAIN:
        facts = {name: telling.fact(name) for name in _FIELDS}
        return telling.say(_PLAIN[line.what], **facts)
    tell = _TOLD.get(line.what)
    told = "" if tell is None else tell(telling)
    return told or telling.say(_UNKNOWN, what=line.what)


def _invited(telling: _Telling) -> str:
    role = _role(telling)
    return "" if role is None else telling.say(_INVITED[role], person=telling.fact("name"))


def _member(telling: _Telling) -> str:
    return " ".join(_changed(telling))


def _changed(telling: _Telling) -> Iterator[str]:
    person, facts = telling.fact("member"), telling.line.facts
    role = _role(telling)
    if role is not None:
        yield telling.say(_MADE[role], person=person)
    if facts.get("licence") in [*Licence]:
        seat = licence_text(telling.words, Licence(facts["licence"]))
        yield telling.say(mark("{by} changed the seat of {person}: {seat}."),
                          person=person, seat=seat)  # fmt: skip
    if "name" in facts:
        yield telling.say(mark("{by} renamed {person}: {name}."), person=person,
                          name=facts["name"])  # fmt: skip


def _plan(telling: _Telling) -> str:
    message = mark("{by} put the plan {plan} in force {since}.")
    return telling.say(message, plan=telling.fact("plan"), since=telling.since())


def _seats(telling: _Telling) -> str:
    message = mark("{by} stated the seats {since}: {committed} committed, {additional} additional.")
    without = telling.line.facts.get("without_bundle", "0")
    told = telling.say(
        message, since=telling.since(), committed=telling.fact("committed"),
        additional=telling.fact("additional"),
    )  # fmt: skip
    if without == "0":
        return told
    return f"{told} {telling.words.say('Without the bundle: {seats}.', seats=without)}"


def _annual(telling: _Telling) -> str:
    message = mark("{by} stated annual seats until {day}: {seats}, {since}.")
    try:
        day = telling.words.full_day(date.fromisoformat(telling.fact("until")))
    except ValueError:
        return ""
    return telling.say(message, day=day, seats=telling.fact("seats"), since=telling.since())


def _linked(telling: _Telling) -> str:
    message = mark("{by} marked {person} as linked with Twilio Connect {since}.")
    return telling.say(message, person=telling.fact("person"), since=telling.since())


def _unlinked(telling: _Telling) -> str:
    message = mark("{by} marked {person} as no longer linked with Twilio Connect {since}.")
    return telling.say(message, person=telling.fact("person"), since=telling.since())


def _role(telling: _Telling) -> Role | None:
    said = telling.line.facts.get("role", "")
    return Role(said) if said in [*Role] else None


_TOLD: Mapping[str, Callable[[_Telling], str]] = {
    "invitation.made": _invited,
    "member.changed": _member,
    "plan": _plan,
    "seats": _seats,
    "annual": _annual,
    "linked": _linked,
    "unlinked": _unlinked,
}

"""What the dialog shows that invites a person: what is asked, and the link that is shown once."""

from dataclasses import dataclass

from app.domain.company import Licence, Role
from app.domain.instant import Instant
from app.wording.words import Words

#: How many days an invitation may hold, and how many are proposed.
LEAST_DAYS, USUAL_DAYS, MOST_DAYS = 1, 7, 30


@dataclass(frozen=True, slots=True)
class InviteState:
    """The words of the dialog; roles and licences with their names."""

    title: str
    about: str
    name: str
    role: str
    roles: tuple[tuple[Role, str], ...]
    role_note: str
    licence: str
    licences: tuple[tuple[Licence, str], ...]
    days: str
    make: str
    making: str
    close: str
    another: str


@dataclass(frozen=True, slots=True)
class LinkState:
    """A link that was made; it is on the screen only this once."""

    title: str
    about: str
    label: str
    link: str
    copy: str
    copied: str


@dataclass(frozen=True, slots=True)
class InviteAsked:
    """Whom to invite, as what, on which seat, and for how many days the link holds."""

    name: str
    role: Role
    licence: Licence
    days: int


def invite_state(words: Words) -> InviteState:
    """Make the dialog's words."""
    return InviteState(
        title=words.say("Invite somebody"),
        about=words.say("You get a link that works once. Send it to the person yourself."),
        name=words.say("Name"),
        role=words.say("Role"),
        roles=role_names(words),
        role_note=words.say(
            "Owners see and change everything. Agents see the plan and what concerns them."
        ),
        licence=words.say("Licence"),
        licences=licence_names(words),
        days=words.say("Days the link holds"),
        make=words.say("Make a link"),
        making=words.say("Making the link…"),
        close=words.say("Close"),
        another=words.say("Invite another"),
    )


def link_state(words: Words, name: str, link: str, expires: Instant, zone: str) -> LinkState:
    """Make what is shown of a link that was just made."""
    until = words.day_time(expires, zone)
    return LinkState(
        title=words.say("Link for {name}", name=name),
        about=words.say(
            "It works once, until {until}, and is shown only now. Send it in a way that only "
            "{name} reads.",
            until=until,
            name=name,
        ),
        label=words.say("Invitation link"),
        link=link,
        copy=words.say("Copy link"),
        copied=words.say("Copied."),
    )


def role_names(words: Words) -> tuple[tuple[Role, str], ...]:
    """Name the roles, the one with fewer rights first."""
    return ((Role.AGENT, words.say("Agent")), (Role.OWNER, words.say("Owner")))


def licence_names(words: Words) -> tuple[tuple[Licence, str], ...]:
    """Name the licences."""
    return (
        (Licence.COMMITTED, words.say("Committed seat")),
        (Licence.ADDITIONAL, words.say("Additional seat")),
        (Licence.ANNUAL, words.say("Annual seat")),
        (Licence.NONE, words.say("No seat")),
    )

"""What the dialog shows that connects this computer with a company's plan server; Qt-free."""

from dataclasses import dataclass

from app.domain.company import Role
from app.domain.join_link import whole_link
from app.domain.rollout import NOTHING_DECIDED, Rollout
from app.domain.server_address import server_name
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class JoinState:
    """The words of the dialog; ``server``: the one whose codes need no link, "" for none.

    ``invitation``: the link that stands in its field from the beginning.
    """

    title: str
    about: str
    link: str
    link_hint: str
    not_a_link: str
    device: str
    device_name: str
    device_note: str
    join: str
    joining: str
    cancel: str
    close: str
    server: str = ""
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class JoinedState:
    """What is said once this computer is connected; ``caution`` "" where all is well.

    ``share`` names the button that gives the company the plan entered here, "" for none.
    """

    title: str
    done: str
    next: str
    caution: str
    share: str = ""
    sharing: str = ""
    shared: str = ""


@dataclass(frozen=True, slots=True)
class CompanysPlan:
    """Whether the company has a plan; ``to_share``: it has none, and could be given mine."""

    there: bool = True
    to_share: bool = False


def join_state(
    words: Words, device: str, *, again: bool = False, offered: Rollout = NOTHING_DECIDED
) -> JoinState:
    """Make the dialog's words; ``device`` is how this computer calls itself.

    ``again``: signing in anew where a sign-in no longer holds. ``offered``: by an administrator.
    """
    title = words.say("Sign in again") if again else words.say("Connect to your company")
    return JoinState(
        title=title,
        about=_about(words, offered, again=again),
        link=words.say("Invitation link"),
        link_hint="https://…/join#…",
        not_a_link=words.say("This is no invitation link. Copy the whole link, up to its end."),
        device=words.say("Name of this computer"),
        device_name=device,
        device_note=words.say("Owners see it in the list of devices."),
        join=words.say("Connect"),
        joining=words.say("Connecting…"),
        cancel=words.say("Cancel"),
        close=words.say("Close"),
        server=offered.server_address,
        # It is good once, so it was used up by whoever signs in again.
        invitation=offered.server if offered.invites and not again else "",
    )


def joined_state(
    words: Words,
    *,
    company: str,
    member: str,
    role: Role,
    kept_for_run: bool,
    plan: CompanysPlan = CompanysPlan(),
) -> JoinedState:
    """Make what is said after joining; ``kept_for_run``: the keyring could not keep the sign-in."""
    told = {
        Role.OWNER: words.say("{member} is signed in as an owner.", member=member),
        Role.AGENT: words.say("{member} is signed in as an agent.", member=member),
    }
    caution = words.say(
        "The keyring of this computer cannot keep the sign-in. It is kept until Talktally is "
        "closed; after that you need a new link. Ask whoever looks after this computer for a "
        "keyring that works."
    )
    offered = {}
    if plan.to_share:
        offered = {
            "share": words.say("Give it the plan entered here"),
            "sharing": words.say("Giving it the plan…"),
            "shared": words.say("{company} has the plan that was entered here.", company=company),
        }
    return JoinedState(
        title=words.say("Connected to {company}", company=company),
        done=told[role],
        next=_next(words, company, plan),
        caution=caution if kept_for_run else "",
        **offered,
    )


def _next(words: Words, company: str, plan: CompanysPlan) -> str:
    if plan.there:
        return words.say(
            "The company’s plan now holds here. Plans entered on this computer rest until you "
            "disconnect."
        )
    return words.say(
        "{company} has no plan yet. Until it has one, what was entered on this computer goes on "
        "holding.",
        company=company,
    )


def looks_like_a_link(text: str) -> bool:
    """Tell whether a text can be an invitation link at all: an address with a code at its end."""
    address, mark, code = text.strip().partition("#")
    return address.startswith(("https://", "http://")) and bool(mark) and bool(code)


def link_written(text: str, server: str) -> str:
    """Return the link that somebody means, "" for none: a code alone is one of ``server``."""
    link = whole_link(text.strip(), server)
    return link if looks_like_a_link(link) else ""


def _about(words: Words, offered: Rollout, *, again: bool) -> str:
    if again:
        return words.say(
            "The plan server no longer knows this computer. Ask an owner for a new invitation "
            "link and paste it here. Nothing recorded is lost."
        )
    if offered.invites:
        return words.say(
            "An invitation to {server} was put on this computer for you. Only counts by day are "
            "sent to the company, never numbers or texts.",
            server=server_name(offered.server_address),
        )
    if offered.server:
        return words.say(
            "Ask an owner for an invitation to {server} and paste its link or its code here. Only "
            "counts by day are sent to the company, never numbers or texts.",
            server=server_name(offered.server),
        )
    return words.say(
        "Ask an owner for an invitation link and paste it here. Only counts by day are sent to "
        "the company, never numbers or texts."
    )

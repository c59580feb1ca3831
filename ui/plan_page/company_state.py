"""Whose plan it is: the company, its billing address, the cycles, and where one is signed in."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Address, Role
from app.domain.instant import Instant
from app.domain.plan import Line
from app.domain.plan_page import PlanInForce, PlanPage
from app.wording.words import Words
from ui.text.cycle import days_left, first_day, last_day


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or name with what it is, and what stands softly below it."""

    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CompanyState:
    """The facts; ``edit`` names the button that changes them, "" for who may not."""

    facts: tuple[Fact, ...]
    edit: str = ""


def company_state(words: Words, page: PlanPage, now: Instant) -> CompanyState:
    """Make the header of the company."""
    owner = page.role is Role.OWNER
    return CompanyState(
        facts=tuple(_facts(words, page, now)),
        edit=words.say("Edit company…") if owner and page.plans else "",
    )


def address_line(words: Words, address: Address) -> str:
    """Write "San Francisco, CA, United States", with the street where it is known."""
    parts = (address.street, address.city, address.state)
    country = words.region(address.country) if address.country else ""
    return ", ".join(each for each in (*parts, country) if each)


def _facts(words: Words, page: PlanPage, now: Instant) -> Iterator[Fact]:
    profile = page.profile
    if profile.name or page.connected is not None:
        yield _company(words, page)
    if profile.address is not None:
        address = address_line(words, profile.address)
        yield Fact(words.say("Billing address"), address, words.say("decides the bundle"))
    for plan in page.plans:
        yield _cycle(words, plan, now)


def _company(words: Words, page: PlanPage) -> Fact:
    connected = page.connected
    if connected is None:
        return Fact(words.say("Company"), page.profile.name)
    signed_in = words.say("{server}, as {name}", server=connected.server, name=connected.member)
    return Fact(words.say("Company"), page.profile.name or connected.company, signed_in)


def _cycle(words: Words, plan: PlanInForce, now: Instant) -> Fact:
    cycle = plan.cycle
    calls = plan.terms.plan.line is Line.CALLS
    label = words.say("Cycle of calls") if calls else words.say("Cycle of texts")
    days = words.days(first_day(cycle), last_day(cycle))
    left = words.say_many("{n} day left", "{n} days left", days_left(cycle, now))
    return Fact(label, days, f"{cycle.zone} · {left}")

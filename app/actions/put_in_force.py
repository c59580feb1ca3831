"""Plans put in force from a date on, and Twilio Connect marked as linked with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.actions.company_here import of_the_company
from app.actions.writable import Writable
from app.domain.cycle import check_zone
from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line, MeterKind, PastLimit, Plan
from app.domain.problem import UsageProblem, mark
from app.domain.timeline import PlanEntry, Terms
from app.domain.written_instant import read_start
from app.ledger.company.joined import company_of
from app.ledger.connections.accounts import zone_told
from app.ledger.ledger import Writing
from app.ledger.plans import add_link, add_plan, plan_starts

_ONE_OF_EACH = mark("{names} are for the same thing. Choose one plan for calls and one for texts.")
_NO_ANCHOR = mark(
    "An anchor day belongs to a messaging plan. Name one as well, or leave --anchor-day out."
)
_NO_CONNECT = mark("{names} does not offer Twilio Connect. Leave --twilio-connect out.")
_NOT_LINKED = mark("--agent says who is linked. Add --twilio-connect, or leave --agent out.")
_OF_THE_COMPANY = mark(
    "The plan is the one of {company}. Ask an owner of the company to change it."
)
_ANCHOR = mark("The anchor day must be a whole number from 1 to 31.")


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What is said about the plans beside their names; ``None`` where nothing was said.

    ``start``: a date in the plan's zone, or an instant. ``agent``: who is linked, me when ``None``.
    """

    start: str | None = None
    zone: str | None = None
    anchor_day: int | None = None
    linked: bool = False
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """A plan as it was put in force.

    ``first``: it is the earliest of its line, so it covers all history before it as well; its start
    is the beginning of everything where no other was said.
    ``linked``: who was marked as linked with Twilio Connect, "" for nobody.
    """

    plan: Plan
    start: Instant
    zone: str
    anchor_day: int
    first: bool
    linked: str = ""


def put_in_force(
    where: Writable, plans: Sequence[Plan], wish: PlanWish, *, now: Instant, machine_zone: str
) -> tuple[InForce, ...]:
    """Put plans in force, all or none, and rate again what they change.

    A zone or anchor day that is not given stays as it was under the plan before; without one it is
    the zone of a connected account or else the machine's, and the 1st. UsageProblem for a wish
    that makes no sense.
    """
    check_wish(plans, wish)
    with where.writing() as writing:
        refuse_beside_company(writing)
        entries = [_entry(writing, plan, wish, (now, machine_zone)) for plan in plans]
        found = tuple(_put(writing, entry, wish, now) for entry in entries)
        for each in found:
            since = BEGINNING if each.first else each.start
            writing.change_rules(since=since, lines=(each.plan.line,))
    return found


def refuse_beside_company(writing: Writing) -> None:
    """Raise UsageProblem where the plan comes from a company's server: nothing said here holds."""
    company = company_of(writing.connection)
    if company is not None:
        raise of_the_company(company)


def offers_connect(plan: Plan) -> bool:
    """Tell whether calls past the minutes of a plan can be billed through Twilio Connect."""
    return any(
        allowance.kind is MeterKind.MINUTES and allowance.past is PastLimit.TWILIO_CONNECT
        for version in plan.versions
        for allowance in version.allowances
    )


def check_wish(plans: Sequence[Plan], wish: PlanWish) -> None:
    """Raise UsageProblem for a wish that makes no sense, whatever is in force."""
    names = ", ".join(plan.name for plan in plans)
    if len({plan.line for plan in plans}) < len(plans):
        raise UsageProblem(_ONE_OF_EACH, names=names)
    if wish.anchor_day is not None and not 1 <= wish.anchor_day <= 31:
        raise UsageProblem(_ANCHOR)
    if wish.anchor_day is not None and not any(_takes_anchor(plan) for plan in plans):
        raise UsageProblem(_NO_ANCHOR)
    if wish.linked and not any(map(offers_connect, plans)):
        raise UsageProblem(_NO_CONNECT, names=names)
    if wish.agent is not None and not wish.linked:
        raise UsageProblem(_NOT_LINKED)
    if wish.agent is not None and not wish.agent.strip():
        raise UsageProblem(mark("The agent has no name. Write --agent NAME."))


def _takes_anchor(plan: Plan) -> bool:
    return plan.anchored and plan.line is Line.TEXTS


def _entry(
    writing: Writing, plan: Plan, wish: PlanWish, at_and_zone: tuple[Instant, str]
) -> PlanEntry:
    now, machine_zone = at_and_zone
    roughly = now if wish.start is None else read_start(wish.start, machine_zone)
    before = _before(writing, plan.line, roughly)
    zone = check_zone(wish.zone) if wish.zone is not None else None
    zone = zone or (before.zone if before else zone_told(writing.connection) or machine_zone)
    anchor_day = 1
    if _takes_anchor(plan):
        anchor_day = wish.anchor_day or (before.anchor_day if before else 1)
    return PlanEntry(_start(writing, plan, wish, zone, now), plan, zone, anchor_day)


def _start(writing: Writing, plan: Plan, wish: PlanWish, zone: str, now: Instant) -> Instant:
    if wish.start is not None:
        return read_start(wish.start, zone)
    # The first plan holds for all history, so that a later word about any day of it is heard.
    return now if plan_starts(writing.connection, plan.line) else BEGINNING


def _before(writing: Writing, line: Line, at: Instant) -> Terms | None:
    return writing.rules.lines[line].timeline.at(Instant(at - 1))


def _put(writing: Writing, entry: PlanEntry, wish: PlanWish, now: Instant) -> InForce:
    plan = entry.plan
    starts = plan_starts(writing.connection, plan.line)
    first = not starts or entry.start <= starts[0]
    row = add_plan(writing, entry, now)
    linked = ""
    if wish.linked and offers_connect(plan):
        person = _person(writing, wish.agent)
        add_link(writing, person, entry.start, row, recorded=now)
        linked = writing.register.people.label(person)
    return InForce(plan, entry.start, entry.zone, entry.anchor_day, first, linked)


def _person(writing: Writing, agent: str | None) -> int:
    people = writing.register.people
    unnamed = agent is not None and agent.strip().casefold() == "me"
    if agent is None or (unnamed and not people.named_me()):
        return people.me
    return people.by_id[people.add(writing.connection, agent)].person_id

"""What the commands that put plans in force share."""

import argparse

from app.actions.put_in_force import InForce, PlanWish
from app.actions.state_there import Stated
from app.assembly import Workplace
from app.commands.for_company import tell_company
from app.domain.instant import BEGINNING, iso
from app.domain.problem import ExitCode


def wish_of(arguments: argparse.Namespace) -> PlanWish:
    """Return what was said about the plans."""
    return PlanWish(
        start=arguments.start,
        zone=arguments.zone,
        anchor_day=arguments.anchor_day,
        linked=arguments.twilio_connect,
        agent=arguments.agent,
    )


def tell_put(stated: Stated[tuple[InForce, ...]], workplace: Workplace) -> int:
    """Tell what is in force now."""
    if workplace.as_json:
        plans = [_document(each) for each in stated.what]
        workplace.tell_json({"plans": plans, "company": stated.company or None})
        return ExitCode.DONE
    for each in stated.what:
        workplace.tell(_line(each, workplace))
    tell_company(stated.company, workplace)
    return ExitCode.DONE


def _line(each: InForce, workplace: Workplace) -> str:
    words, title = workplace.words, each.plan.title
    linked = (
        " " + words.say("Twilio Connect is linked for {agent}.", agent=each.linked)
        if each.linked
        else ""
    )
    if each.first:
        line = words.say("{plan} is in force, for all history too.", plan=title)
    else:
        start = words.day_time(each.start, each.zone)
        line = words.say("{plan} is in force from {start} ({zone}).", plan=title, start=start,
                         zone=each.zone)  # fmt: skip
    return f"{line}{linked}"


def _document(each: InForce) -> dict[str, object]:
    return {
        "name": each.plan.name,
        "line": each.plan.line.value,
        "from": None if each.start == BEGINNING else iso(each.start),
        "covers_history": each.first,
        "zone": each.zone,
        "anchor_day": each.anchor_day,
        "linked": each.linked or None,
    }

"""Arguments that several commands share, and the values they stand for."""

import argparse
from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.domain.event import Direction, Method
from app.domain.plan import Line, Plan
from app.domain.problem import UsageProblem, mark
from app.machine.catalogue import plan_named

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger

_LONGEST_NAME = 100
_ME, _EVERYBODY = "me", "all"
_NO_AGENT = mark("The agent has no name. Write --agent NAME.")
_TOO_LONG = mark("The name of an agent must not be longer than {most} characters.")
_NOBODY = mark('"all" stands for everybody. Name one person with --agent NAME.')


def add_method(parser: argparse.ArgumentParser) -> None:
    """Declare --method."""
    parser.add_argument(
        "--method",
        choices=[method.value for method in Method],
        help="how the call is placed: from the browser, or from the own phone with a second leg",
    )


def add_direction(
    parser: argparse.ArgumentParser, *, help_text: str = mark("who placed it, seen from the agent")
) -> None:
    """Declare --direction."""
    parser.add_argument(
        "--direction",
        choices=[direction.value for direction in Direction],
        help=help_text,
    )


def add_agent(parser: argparse.ArgumentParser, *, help_text: str) -> None:
    """Declare --agent."""
    parser.add_argument("--agent", metavar="NAME", help=help_text)


def add_counts_toward(parser: argparse.ArgumentParser) -> None:
    """Declare --counts-toward."""
    parser.add_argument(
        "--counts-toward", metavar="PLAN", help='the plan it counts toward, or "none"'
    )


def add_plan_wish(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said about a plan that is put in force."""
    parser.add_argument("--from", dest="start", metavar="DATE", help="first day; now unless given")
    parser.add_argument("--zone", metavar="ZONE", help="time zone, such as Europe/Berlin")
    parser.add_argument(
        "--anchor-day", metavar="DAY", type=int, help="day on which a messaging cycle starts"
    )
    parser.add_argument(
        "--twilio-connect", action="store_true", help="Twilio Connect is linked: for me"
    )
    add_agent(parser, help_text="who is linked instead of me")


def method_of(arguments: argparse.Namespace) -> Method | None:
    """Return the method asked for."""
    return Method(arguments.method) if arguments.method else None


def direction_of(arguments: argparse.Namespace) -> Direction | None:
    """Return the direction asked for."""
    return Direction(arguments.direction) if arguments.direction else None


def agent_of(
    arguments: argparse.Namespace, ledger: "Ledger | None" = None, nameless: str = ""
) -> str:
    """Return the agent's name, "" where none was given; UsageProblem where it is no name.

    "me" stands for the name I have in the ledger, and for ``nameless`` until I have one.
    """
    if arguments.agent is None:
        return ""
    name = " ".join(arguments.agent.split())
    if not (name and name.isprintable()):
        raise UsageProblem(_NO_AGENT)
    if len(name) > _LONGEST_NAME:
        raise UsageProblem(_TOO_LONG, most=_LONGEST_NAME)
    if name.casefold() == _EVERYBODY:
        raise UsageProblem(_NOBODY)
    return (_my_name(ledger) or nameless) if name.casefold() == _ME else name


def _my_name(ledger: "Ledger | None") -> str:
    if ledger is None:
        return ""
    with ledger.reading() as snapshot:
        people = snapshot.people
        return people.by_id[people.me].name


def counted_plan(name: str | None, ledger: "Ledger") -> Plan | str:
    """Return the plan something counts toward: one in use, else of the catalogue; or "none", ""."""
    if not name or name == "none":
        return name or ""
    with ledger.reading() as snapshot:
        for line in Line:
            for terms in snapshot.rules.lines[line].timeline.terms:
                if terms.plan.name == name:
                    return terms.plan
    return plan_named(name)


def zone_or_machines(zone: str | None, workplace: Workplace) -> str:
    """Return the zone asked for, else the machine's."""
    return zone if zone is not None else workplace.zone()

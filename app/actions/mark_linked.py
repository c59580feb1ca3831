"""Mark a person as linked with Twilio Connect or no longer, where the plan is stated."""

from datetime import date
from typing import TYPE_CHECKING

from app.actions.change_company_plan import send_changes
from app.actions.company_member import member_named, person_named
from app.domain.cycle import day_start
from app.domain.instant import Instant
from app.domain.plan import Line
from app.ledger.company.joined import company_of
from app.ledger.plans import add_link, end_link

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets


def mark_linked(
    ledger: "Ledger",
    secrets: "Secrets",
    name: str,
    *,
    linked: bool,
    now: Instant,
    since: date | None = None,
) -> str:
    """Say that a person is linked, or no longer, from the first instant of a day, or from now on.

    ``name``: "" is myself. ``since`` is a day in the zone of the calling plan. On a server owners
    say it of anybody, agents of themselves. Returns the company told, "" for none. UsageProblem,
    Failure.
    """
    with ledger.reading() as snapshot:
        state = company_of(snapshot.connection)
        terms = snapshot.rules.lines[Line.CALLS].timeline.at(now)
    # Without a calling plan nobody is billed through Twilio Connect, whatever the zone.
    start = None if since is None else day_start(since, terms.zone if terms else "UTC")
    if state is None:
        _mark_here(ledger, name, linked=linked, start=start or now, now=now)
        return ""
    # Here because it brings pydantic, which most starts never need.
    from app.remote.plan_server.changes import state_link

    member = member_named(ledger, secrets, state, name, now)
    change = state_link(member, linked=linked, since=start)
    send_changes(ledger, secrets, [change], now=now, seen=None)
    return state.company


def _mark_here(ledger: "Ledger", name: str, *, linked: bool, start: Instant, now: Instant) -> None:
    with ledger.writing() as writing:
        person = person_named(writing, name)
        if linked:
            add_link(writing, person, start, None, recorded=now)
        else:
            end_link(writing, person, start)
        writing.change_rules(since=start, lines=(Line.CALLS,))

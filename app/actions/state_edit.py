"""An edit of the plans stated here: what was changed becomes statements with their date."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.actions.put_in_force import PlanWish, put_in_force
from app.actions.set_seats import SeatWish, set_seats
from app.actions.writable import Writable
from app.domain.instant import Instant
from app.domain.plan import Line, Plan
from app.domain.plan_edit import PlanEdit
from app.ledger.company.book import profile_stated, state_profile
from app.ledger.ledger import Ledger, Writing


class _Within:
    """Lets several actions write in one transaction, so that all of an edit is kept or nothing."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Writing]:
        """Go on with the transaction; ``durable`` is for whoever began it to say."""
        del durable
        yield self._writing


def state_edit(ledger: Ledger, edit: PlanEdit, *, now: Instant, machine_zone: str) -> None:
    """Save an edit here, all of it or nothing; UsageProblem for one that makes no sense."""
    with ledger.writing() as writing:
        state_plans(_Within(writing), edit, now=now, machine_zone=machine_zone)
        if edit.profile is not None or edit.contract is not None:
            profile, contract = profile_stated(writing.connection)
            state_profile(writing, edit.profile or profile, edit.contract or contract)


def state_plans(where: Writable, edit: PlanEdit, *, now: Instant, machine_zone: str) -> None:
    """State what an edit says of plans and seats; UsageProblem for one that makes no sense.

    A zone or an anchor day alone puts the plans in force once more. Profile and contract are no
    matter of plans.
    """
    plans = _plans(where, edit, now)
    start = edit.start.isoformat() if edit.start else None
    if plans:
        wish = PlanWish(start, edit.zone or None, edit.anchor_day)
        put_in_force(where, plans, wish, now=now, machine_zone=machine_zone)
    if changes_seats(edit):
        until = edit.until.isoformat() if edit.until else None
        seats = SeatWish(
            edit.committed, edit.additional, edit.annual, until, start, edit.without_bundle
        )
        set_seats(where, seats, now=now, machine_zone=machine_zone)


def changes_plans(edit: PlanEdit) -> bool:
    """Tell whether an edit says anything of plans, their zone or their anchor day."""
    return bool(edit.calls or edit.texts or edit.zone or edit.anchor_day is not None)


def changes_seats(edit: PlanEdit) -> bool:
    """Tell whether an edit says anything of seats."""
    said = (edit.committed, edit.additional, edit.without_bundle, edit.annual, edit.until)
    return any(each is not None for each in said)


def _plans(where: Writable, edit: PlanEdit, now: Instant) -> list[Plan]:
    """Return the plans to put in force: those chosen, and those that only run otherwise."""
    if not changes_plans(edit):
        return []
    chosen = {Line.CALLS: edit.calls, Line.TEXTS: edit.texts}
    with where.writing() as writing:
        for line in Line:
            terms = writing.rules.lines[line].timeline.at(now)
            runs_otherwise = edit.zone or (line is Line.TEXTS and edit.anchor_day is not None)
            if chosen[line] is None and terms is not None and runs_otherwise:
                chosen[line] = terms.plan
    return [plan for plan in chosen.values() if plan is not None]

"""What the dialog that edits the plan shows: what can be chosen, and what holds now; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.company import Contract, Licence, Profile
from app.domain.plan import Line, Plan
from app.domain.plan_edit import PlanEdit, PlanSeen
from app.domain.plan_page import Happened, PlanPage
from app.wording.words import Words
from ui.plan.options import PlanOption, plan_options
from ui.plan.words import EditWords, edit_words


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers in force, from which the dialog starts; ``until``: last paid day of a term."""

    anchor_day: int = 1
    committed: int = 1
    additional: int = 0
    without_bundle: int = 0
    annual: int = 0
    until: date | None = None


_USUAL = Numbers()


@dataclass(frozen=True, slots=True)
class EditState:
    """The dialog; the first option of each line stands for leaving it as it is.

    ``zone``: the one in force, or that of ``Here`` where no plan is (``first``). ``pooled`` and
    ``anchored``: the plan in force for texts has a pool, a billing day. ``stated``: somebody said
    how many seats there are. ``linked``: Twilio Connect is linked for me already. ``today``: in the
    zone; the date that is proposed. ``seen``: what it was made from, to be told when saving.
    """

    words: EditWords
    calls: tuple[PlanOption, ...]
    texts: tuple[PlanOption, ...]
    zone: str
    today: date
    profile: Profile
    contract: Contract
    first: bool = True
    pooled: bool = False
    anchored: bool = False
    linked: bool = False
    stated: bool = False
    numbers: Numbers = _USUAL
    seen: PlanSeen | None = None


@dataclass(frozen=True, slots=True)
class EditAsked:
    """What is to be saved; ``linked``: mark me as linked with Twilio Connect from then on.

    ``first``: no plan was chosen before, so this one covers all history.
    """

    edit: PlanEdit
    linked: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """The zone of the account or of this computer, and the day in it."""

    zone: str
    today: date


def edit_state(
    words: Words,
    plans: Sequence[Plan],
    page: PlanPage,
    here: Here,
    seen: PlanSeen | None = None,
) -> EditState:
    """Make the dialog from the catalogue and the page; the plans in force are marked."""
    in_force = {plan.terms.plan.line: plan.terms.plan for plan in page.plans}
    texts = next((p.terms for p in page.plans if p.terms.plan.line is Line.TEXTS), None)
    zones = [plan.terms.zone for plan in page.plans]
    return EditState(
        words=edit_words(words),
        calls=plan_options(words, Line.CALLS, plans, in_force.get(Line.CALLS)),
        texts=plan_options(words, Line.TEXTS, plans, in_force.get(Line.TEXTS)),
        zone=zones[0] if zones else here.zone,
        today=here.today,
        first=not page.plans,
        pooled=page.pool is not None,
        anchored=texts is not None and texts.plan.anchored,
        linked=_linked(page),
        stated=page.pool is not None and not page.pool.assumed,
        numbers=_numbers(page, texts.anchor_day if texts else 1),
        profile=page.profile,
        contract=page.contract or Contract(),
        seen=seen,
    )


def _linked(page: PlanPage) -> bool:
    if page.connect is None:
        return False
    return any(each.mine and each.start is not None for each in page.connect.persons)


def _numbers(page: PlanPage, anchor_day: int) -> Numbers:
    """The seats as last stated, for the cycle still counts those of its beginning."""
    if page.pool is None:
        return Numbers(anchor_day)
    stated = (line for line in page.history if line.happened is Happened.SEATS and not line.ahead)
    last = next(stated, None) or page.pool.seats
    terms = [line for line in page.pool.lines if line.licence is Licence.ANNUAL and line.until]
    return Numbers(
        anchor_day,
        last.committed,
        last.additional,
        last.without_bundle,
        terms[0].seats if terms else 0,
        terms[0].until if terms else None,
    )
